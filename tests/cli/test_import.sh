#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# import: a hand-kept list with every kind of mess, made shops, dry runs, refused rows.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
cp "$top_srcdir/tests/fixtures/stammkunden.csv" "$top_srcdir/tests/fixtures/stammkunden-cp1252.csv" "$work" || exit 99
usual=$HOME/.local/share/tresen/shop.tresen

# A dry run on a shop that is not there makes nothing, neither here nor among the passing files.
mkdir "$work/passing"
TMPDIR=$work/passing run import "$work/stammkunden.csv" --dry-run --json; ends 0
json '$.read' '3060'
[ -z "$(ls -A "$HOME")$(ls -A "$work/passing")" ] || wrong 'something was made'
TMPDIR=$work/passing run import "$work/stammkunden.csv" --dry-run; ends 0; prints 'Nothing was changed'
TMPDIR=$work/nowhere run import "$work/stammkunden.csv" --dry-run; ends 1; says '.'

# The whole list, into a shop that import makes: for the owner alone.
run import "$work/stammkunden.csv" --json; ends 0; says_nothing
json '$.read' '3060'
added=$("$top_builddir/tests/cli/json_probe" '$.added' <"$work/out")
refused=$("$top_builddir/tests/cli/json_probe" '$.refused[*].line' <"$work/out" | wc -l)
[ $((added + refused)) -eq 3060 ] || wrong "of 3060 customers $added are in and $refused refused"
json '$.warnings[0].field' '"Geburtstag"'
json '$.warnings[0].line' '323'
[ "$(stat -c %a "$usual") $(stat -c %a "${usual%/*}")" = '600 700' ] || wrong 'others can read the shop'
# Beside it only stands that there is a shop.
[ "$(find "$HOME" -type f ! -name shops.ini | wc -l)" -eq 1 ] || wrong "left behind: $(find "$HOME" -type f)"
run check; ends 0; says_nothing
run today; ends 0

# Again: nothing new.
cp "$usual" "$work/before"
run import "$work/stammkunden.csv" --json; ends 0; json '$.read' '3060'; json '$.added' '0'; json '$.updated' '0'
run import "$work/stammkunden.csv" --dry-run --json; ends 0; json '$.added' '0'
run find '' ; ends 1

# One customer by every writing.
run find --json --limit 1000 mueller; ends 0; cp "$work/out" "$work/mueller"
for word in müller MULLER Müller MÜLLER Mueller muller; do
    run find --json --limit 1000 "$word"; ends 0; cmp -s "$work/out" "$work/mueller" || wrong 'finds others than “mueller”'
done
run find '0421 84220' --json; ends 0; json '$[*].phones[*]' '"0421/84220"'; cp "$work/out" "$work/number"
for words in 84220 +4942184220 '0049 421 84220' '(0421) 84 220'; do
    run find "$words" --json; ends 0; cmp -s "$work/out" "$work/number" || wrong 'finds somebody else'
done
run find dackel --json --limit 1000; ends 0
json '$[0].matched' '"kommt mit Dackel „Waldi“"'
run find rote brille --json; ends 0
grep -q '"name" : ""' "$work/out" || wrong 'finds no description'
run find '" * NEAR( '; ends 1; says 'Nobody'
run check; ends 0

# The same umlauts from the older character set.
run import "$work/stammkunden-cp1252.csv" --json --shop "$work/western"; ends 0
run export --csv "$work/western.csv" --shop "$work/western"; ends 0
iconv -f cp1252 -t utf-8 "$work/stammkunden-cp1252.csv" >"$work/stammkunden-utf8.csv"
run import "$work/stammkunden-utf8.csv" --json --shop "$work/modern"; ends 0
run export --csv "$work/modern.csv" --shop "$work/modern"; ends 0
cmp "$work/western.csv" "$work/modern.csv" || failed=1
grep -q 'ü' "$work/western.csv" || { echo 'no umlauts came over'; failed=1; }

# Refused rows lie beside the list, or in the state folder where that cannot be written.
printf 'Nr;Vorname;Nachname;Telefon\n1;Hilde;Wagner;0421 1234\n2;;;\n3;Kurt;Ott;0421 5678\n' >"$work/some.csv"
run import "$work/some.csv" --json --shop "$work/some"; ends 0
json '$.added' '2'; json '$.refused[*].line' '3'
file=$("$top_builddir/tests/cli/json_probe" '$.refused_file' <"$work/out" | tr -d '"')
[ -f "$file" ] && [ "${file%/*}" = "$work" ] && [ "$(stat -c %a "$file")" = 600 ] || wrong "refused rows are in “$file”"
run import "$work/some.csv" --shop "$work/some"; ends 0; prints 'line 3'; prints "${file%.csv}"
mkdir "$work/locked" "$work/person"
cp "$work/some.csv" "$work/locked"
chmod 755 "$work" "$work/locked"
chmod 644 "$work/locked/some.csv"
chmod 777 "$work/person"
[ "$(id -u)" -eq 0 ] || chmod 555 "$work/locked"
if as_other test -x "$TRESEN"; then
    called='tresen import, list in a locked folder'
    as_other env HOME="$work/person" "$TRESEN" import "$work/locked/some.csv" --json >"$work/out" 2>"$work/err"; status=$?
    ends 0; json '$.added' '2'
    file=$("$top_builddir/tests/cli/json_probe" '$.refused_file' <"$work/out" | tr -d '"')
    [ "${file%/*}" = "$work/person/.local/state/tresen" ] && [ -f "$file" ] || wrong "refused rows are in “$file”"
fi
chmod 755 "$work/locked"

# Lists that are none: a sentence, and no shop is made for them.
head -c 5000 /dev/urandom >"$work/picture"
{ printf 'Vorname;Nachname\n\303\0'; head -c 5000 /dev/zero; } >"$work/zeros"
: >"$work/empty.csv"
for list in "$work/missing.csv" "$work" "$work/picture" "$work/zeros" "$work/empty.csv" /dev/null ''; do
    run import "$list" --shop "$work/never"; ends 1; prints_nothing; says '.'
    [ -z "$(find "$work" -maxdepth 1 -name 'never*')" ] || wrong 'a shop was made'
done
exit $failed
