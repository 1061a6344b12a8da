#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# move: the whole shop in another place, and what stays behind.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop moved=$work/moved.tresen
make_shop "$shop"
run find wagner --json --shop "$shop"; ends 0
before=$(cat "$work/out")

run move --shop "$shop"; ends 2; prints_nothing; says 'where to'
run move --to "$shop" --shop "$shop"; ends 1; says 'already something at'
run move --to "$work/none/moved" --shop "$shop"; ends 1; prints_nothing
run move --to "$moved" --shop "$shop"; ends 0
prints 'Moved the shop with its 6 customers'; prints 'all of them compared'
says "$moved"

# It is all there, and can be worked with.
run find wagner --json --shop "$moved"; ends 0
[ "$(cat "$work/out")" = "$before" ] || wrong 'another answer than before'
run check --shop "$moved"; ends 0
run remind 1042 tomorrow call back --shop "$moved"; ends 0

# What stays behind is read, and not written.
run find wagner --shop "$shop"; ends 0
run remind 1042 tomorrow call back --shop "$shop"; ends 1; prints_nothing; says 'was moved to'
run move --to "$work/third" --shop "$shop"; ends 1; says 'was moved to'
[ ! -e "$work/third" ] || wrong 'something was left behind'
