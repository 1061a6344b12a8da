#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How commands are called: options in any position, help, version, and what is not understood.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
make_shop "$work/shop"

run --version; ends 0; prints 'tresen '; says_nothing
run --help; ends 0; prints 'birthdays'; says_nothing
run -h; ends 0; prints 'birthdays'
for name in find show today birthdays import export check; do
    run "$name" --help; ends 0; prints "tresen $name"; prints '--shop'; says_nothing
    run --help "$name"; ends 0; prints "tresen $name"
    awk 'length($0) > 80 { exit 1 }' "$work/out" || wrong 'a line is longer than 80 columns'
done
# Help and version ask for no shop and make none.
[ -z "$(ls -A "$HOME")" ] || { echo 'help made something'; failed=1; }

# One call, every order.
run --shop "$work/shop" find --limit 1 --json wagner; ends 0; cp "$work/out" "$work/first"; json '$[*].number' '"1042"'
while read -r -a words; do
    run "${words[@]}"; ends 0; says_nothing
    cmp -s "$work/out" "$work/first" || wrong 'the order of the words changes the answer'
done <<EOF
find wagner --shop $work/shop --limit 1 --json
--json --limit 1 --shop $work/shop find wagner
--limit=1 find --json --shop=$work/shop wagner
find --json wagner --limit 2 --limit 1 --shop $work/shop
--shop $work/shop --json --limit 1 -- find wagner
find --shop $work/shop --json --limit=1 -- wagner
EOF
POSIXLY_CORRECT=1 run find wagner --shop "$work/shop" --limit 1 --json; ends 0; json '$[*].number' '"1042"'
# Behind -- nothing is an option.
run --shop "$work/shop" find -- --json; ends 1; prints_nothing; says 'Nobody'

# refused ARGUMENTS…: exit 2, a sentence, nothing on standard output, nothing made.
refused()
{
    run "$@"; ends 2; prints_nothing; says '.'
    [ -z "$(ls -A "$HOME")" ] || wrong 'made something'
}
refused nonsense
refused ''
refused --nonsense
refused -x
refused -hx
refused find
refused find --nonsense x
refused find --csv file x
refused find --limit
refused --shop
refused --shop '' find x
refused find --json=yes x
refused --json
refused show
refused show 1 2
refused today tomorrow
refused check it
refused import
refused import one two
refused export --shop "$work/shop"
refused export --shop "$work/shop" --csv ''
for limit in 0 -1 1.5 x '' 99999999999999999999 ' 1'; do
    refused find x --shop "$work/shop" --limit "$limit"
done
for day in 1.3.2026 2026-02-30 2026-3-1 2026-03 --03-01 '' today 02026-03-01 '2026-03-01 '; do
    refused today --shop "$work/shop" --date "$day"
    refused birthdays --shop "$work/shop" --from "$day"
    refused birthdays --shop "$work/shop" --to "$day"
done
# Without a command the screen is wanted, and here is no terminal.
refused </dev/null
says 'tresen today'
for now in yesterday 2026-03-01 2026-03-01T09:00 2026-03-01T25:00:00 2026-03-01T09:00:00Z; do
    TRESEN_NOW=$now refused today --shop "$work/shop"
    says 'TRESEN_NOW'
done
TRESEN_NOW='' run today --shop "$work/shop"; ends 0
exit $failed
