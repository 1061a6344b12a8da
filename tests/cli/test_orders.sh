#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# import --orders: visits out of a list, again, what is refused, and what is no list of orders.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
export XDG_DATA_HOME=$work/data
printf 'Nr;Vorname;Nachname;Mail;Telefon\n7;Hilde;Wagner;hilde@example.de;0421 84220\n8;Kurt;Ott;;0171 3920017\n' >"$work/people.csv"
run import "$work/people.csv"; ends 0

cat >"$work/orders.csv" <<'END'
Datum;Kunde;Betrag;Artikel
01.02.2026 09:30;7;12,50;Torte
02.02.2026;hilde@example.de;3,20;Brezel
03.02.2026;0171/3920017;-3,20;Brezel
04.02.2026;4711;1,00;Brezel
05.02.2026;7;zwölf;Brezel
END

# A dry run tells and changes nothing.
run import --orders --dry-run --json "$work/orders.csv"; ends 0; json '$.added' '3'
run import --orders --json "$work/orders.csv"; ends 0; says_nothing
json '$.read' '5'; json '$.added' '3'; json '$.articles' '3'; json '$.refused[*].line' '5 6'; json '$.refused_more' '0'
file=$("$top_builddir/tests/cli/json_probe" '$.refused_file' <"$work/out" | tr -d '"')
[ -f "$file" ] || wrong "there is no file of refused lines at “$file”"
run check; ends 0; says_nothing

# Again it adds nothing; the mended file brings the rest.
run import --orders --json "$work/orders.csv"; ends 0; json '$.added' '0'; json '$.unchanged' '3'
sed -e 's/;4711/;8/' -e 's/;zwölf/;12,00/' "$file" >"$work/mended.csv"
run import --orders --json "$work/mended.csv"; ends 0; json '$.added' '2'; json '$.refused' '[]'
run import --orders "$work/mended.csv"; ends 0; prints 'New visits'; prints 'Known already'

# What is told of a visit is where it belongs.
run timeline 7 --json; ends 0
json '$[*].at' '"2026-02-05" "2026-02-02" "2026-02-01T09:30"'
run timeline 8 --json; ends 0
prints '"amount" : -3.20'

# Other lists are refused with a sentence.
run import --orders "$work/people.csv"; ends 1; prints_nothing; says 'does not look like a list of orders'
: >"$work/empty.csv"
run import --orders "$work/empty.csv"; ends 1; says '.'
exit $failed
