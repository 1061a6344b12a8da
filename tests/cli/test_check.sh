#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check says what is wrong, and makes a search index anew that fell behind.
# shellcheck source=/dev/null
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99

make_shop "$work/good"
run check --shop "$work/good"
ends 0
prints 'is whole'

"$top_builddir/tests/cli/make_shop" "$work/stale" --stale || exit 99
run find neumann --shop "$work/stale"
ends 1
run check --shop "$work/stale"
ends 1
prints '- '
says '--rebuild'
run check --rebuild --shop "$work/stale"
ends 0
run find neumann --shop "$work/stale"
ends 0
prints '1042'
run check --shop "$work/stale"
ends 0
exit "$failed"
