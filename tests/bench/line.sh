#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Answers to keys while the line to a server is well, silent, down and back: line.c on the demo shop.
set -eu
if [ -z "${TRESEN_TEST_PG-}" ]; then
    exec pg_virtualenv -t -v 15 bash -c 'TRESEN_TEST_PG="dbname=$PGDATABASE user=$PGUSER password=$PGPASSWORD" exec "$0"' "$0"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work XDG_CONFIG_HOME=$work XDG_STATE_HOME=$work LC_ALL=C.UTF-8 TERM=xterm-256color
unset LANGUAGE
"${top_builddir:?}/tresen" demo --file "$work/demo.tresen" >/dev/null
"$top_builddir/tresen" --shop "$work/demo.tresen" move \
    --to "$TRESEN_TEST_PG host=localhost port=${PGPORT:-5432} sslmode=disable" >/dev/null
"$top_builddir/tests/bench/line" "$top_builddir/tresen" "$TRESEN_TEST_PG" localhost "${PGPORT:-5432}"
