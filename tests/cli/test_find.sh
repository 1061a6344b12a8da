#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# find and show: what is found, and how it is told.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

run find wagner --shop "$shop"; ends 0; says_nothing
prints_all <<'EOF'
Wagner, Hilde  1042  0421 84220  ⚠ Mandel  Torte für 12, Erdbeer, kein Marzipan
EOF
for words in müller MÜLLER mueller MULLER 'jurgen mull' '0421 555123' 555123 '+49 421 555 123' 0311; do
    run find "$words" --json --shop "$shop"; ends 0; json '$[0].number' '"0311"'
done
run find dackel --json --shop "$shop"; ends 0
json '$[*].number' '"7"'; json '$[0].name' '""'; json '$[0].description' '"Studentin von gegenüber"'
json '$[0].birthday' '"--03-01"'; json '$[0].warnings[*]' '"verträgt keine Haselnuss"'; json '$[0].matched' '"hat einen Dackel"'
run find studentin --shop "$shop"; ends 0; prints '“Studentin von gegenüber”'
run find wagner --json --shop "$shop"
json '$[0].name' '"Hilde Wagner"'; json '$[0].description' 'null'; json '$[0].phones[*]' '"0421 84220" "+49 (0)171 2345678"'
json '$[0].emails[*]' '"Hilde.Wagner@example.org"'; json '$[0].birthday' '"1956-03-01"'; json '$[0].place' '"Bremen"'
json '$[0].usual' '"Torte für 12, Erdbeer, kein Marzipan"'
for pair in '0311 exact' 'müller whole' 'mül begin' 'mulelr typo' 'meuler sound' 'rgen inside'; do
    run find "${pair% *}" --json --shop "$shop"; ends 0; json '$[0].number' '"0311"'; json '$[0].nearness' "\"${pair#* }\""
done

# Who is only alike is told apart, and counts as found.
run find mulelr --shop "$shop"; ends 0; says_nothing
prints_all <<'EOF'
Nobody fits exactly. These are similar:

Müller, Jürgen  0311  0421/555 123  (1 letter off)
EOF
# What warns is not said twice.
run find hasel --shop "$shop"; ends 0
prints_all <<'EOF'
“Studentin von gegenüber”  7  ⚠ verträgt keine Haselnuss
EOF
# A terminal of the older Western character set.
run find $'m\xfcller' --json --shop "$shop"; ends 0; json '$[*].number' '"0311"'

# Nothing to find, and what might have been a command to the search.
for words in zzz '' '   ' '"' '" * NEAR( ' 'a AND OR NOT' '(((' '-' '*' "'; DROP TABLE customer; --" '%' '_' '😀' '::' 'name:x' '^zz' '{zz}'; do
    run find --json --shop "$shop" -- "$words"; ends 1; json '$' '[]'; says 'Nobody'
done
run find zzz --shop "$shop"; ends 1; prints_nothing
long=$(printf 'x%.0s' {1..20000})
run find "$long" "$long" --shop "$shop"; ends 1

# Limits.
run find 0421 --shop "$shop" --limit 1; ends 0; prints '1 of 2'
run find 0421 --shop "$shop" --limit 1 --json; json '$[*].number' '"0311"'
run find 0421 --shop "$shop" --limit 1000000 --json; ends 0

# Text that would steer the terminal is shown, not obeyed; programs get it whole.
run find böse --shop "$shop"; ends 0
LC_ALL=C grep -q $'[\x01-\x09\x0b-\x1f\x7f]\|\xc2\x9b\|\xe2\x80\xae' "$work/out" && wrong 'a control character came through'
prints 'Böse���, �[2J'
run find böse --shop "$shop" --json; ends 0; prints '"\u001b[2J Böse\u009b\u202e\u0007"'; prints '"zwei\nZeilen"'
LC_ALL=C grep -q $'[\x01-\x09\x0b-\x1f\x7f]\|\xc2\x9b\|\xe2\x80\xae' "$work/out" && wrong 'a control character came through'
run show 666 --shop "$shop"; ends 0; prints 'zwei Zeilen'
LC_ALL=C grep -q $'[\x01-\x09\x0b-\x1f\x7f]\|\xc2\x9b\|\xe2\x80\xae' "$work/out" && wrong 'a control character came through'
run find $'\e[31mred\e[0m' --shop "$shop"; ends 1
exit $failed
