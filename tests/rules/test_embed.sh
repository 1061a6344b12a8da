#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Migrations are embedded in order and byte by byte; a gap or a lone sibling is refused when the program is built.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
embed=$top_srcdir/tools/embed-migrations.sh
failed=0
wrong()
{
    echo "$*"
    failed=1
}

cd "$work" || exit 1
printf -- '-- "Müller" \\ ?\?=\n' >0001_shop.sql
printf 'SELECT 2;\n' >0002_lookup.sqlite.sql
printf 'SELECT 3;\n' >0002_lookup.postgresql.sql
printf 'SELECT 4;\n' >0003_last.sql
printf 'SELECT 5;\n' >0005_far.sql
cp 0001_shop.sql 0001_twice.sql
cp 0001_shop.sql 0003_lonely.sqlite.sql
cp 0001_shop.sql 0003_lonely.postgresql.sql
cp 0001_shop.sql 0003_other.oracle.sql
cp 0001_shop.sql 3_short.sql

sh "$embed" 0003_last.sql 0002_lookup.sqlite.sql 0001_shop.sql 0002_lookup.postgresql.sql >out.c || wrong 'a good set is refused'
rows=$(sed -n '/^const Migration/,/^}/p' out.c | grep '{[0-9]')
[ "$rows" = '    {1, "shop", NULL, text_0001},
    {2, "lookup", "postgresql", text_0002_postgresql},
    {2, "lookup", "sqlite", text_0002_sqlite},
    {3, "last", NULL, text_0003},' ] || wrong "wrong rows:
$rows"

# The bytes of the first array, back as a file.
sed -n '/text_0001\[\]/,/^};/p' out.c | sed '1d;$d' | tr ',' '\n' |
    awk '$1 != "" && $1 != 0 { printf "%02x", ($1 + 256) % 256 }' >back
[ "$(cat back)" = "$(od -An -v -tx1 0001_shop.sql | tr -d ' \n')" ] || wrong 'the text changed on its way'

# refused WHAT FILE…
refused()
{
    local what=$1
    shift
    ! sh "$embed" "$@" >/dev/null 2>said || wrong "$what is taken"
    [ -s said ] || wrong "$what: nothing is said"
}
refused 'no migration'
refused 'a first number above one' 0003_last.sql
refused 'a gap' 0001_shop.sql 0002_lookup.sqlite.sql 0002_lookup.postgresql.sql 0003_last.sql 0005_far.sql
refused 'a number used twice' 0001_shop.sql 0001_twice.sql
refused 'a text for sqlite alone' 0001_shop.sql 0002_lookup.sqlite.sql
refused 'a text for postgresql alone' 0001_shop.sql 0002_lookup.postgresql.sql
refused 'a lone sibling before others' 0001_shop.sql 0002_lookup.postgresql.sql 0003_last.sql
refused 'another engine' 0001_shop.sql 0002_lookup.sqlite.sql 0002_lookup.postgresql.sql 0003_other.oracle.sql
refused 'a short number' 3_short.sql
exit $failed
