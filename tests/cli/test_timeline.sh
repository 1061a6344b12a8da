#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# timeline: all that happened with a customer, the newest first; and what show says of it.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

for day in 2026-01-20 2026-01-29 2026-02-07 2026-02-16; do
    run visit 1042 --amount 12,50 --article Torte --date "$day" --shop "$shop"; ends 0
done
run visit 1042 --amount -3,20 --date 2026-02-20 --note 'zu salzig' --shop "$shop"; ends 0
run visit 1042 --article Brezel --article Kaffee --date 2026-02-25 --time 14:05 --channel web --shop "$shop"; ends 0
run feedback 1042 --csat 5 --date 2026-02-25 wunderbar --shop "$shop"; ends 0
run promise 1042 --until 2026-03-06 'Muster zeigen' --shop "$shop"; ends 0

run timeline 1042 --json --shop "$shop"; ends 0; says_nothing
json '$[0].kind' '"promise"'; json '$[0].at' '"2026-03-01T09:00"'; json '$[0].text' '"Muster zeigen · until 6 March 2026"'
json '$[0].amount' 'null'; json '$[0].by' 'null'; json '$[0].branch' 'null'
for wanted in 'visit 2026-02-25T14:05 null' 'return 2026-02-20 -3.20' 'visit 2026-02-16 12.50'; do
    set -- $wanted
    prints "\"$1\""; prints "\"$2\""; prints "$3"
done
got=$("$top_builddir/tests/cli/json_probe" '$[*].at' <"$work/out" | cut -c2-11)
[ "$got" = "$(sort -r <<<"$got")" ] || wrong 'should print the newest first'
prints '"Brezel, Kaffee · Web shop"'; prints '“wunderbar”'; prints '"zu salzig"'

run timeline 1042 --shop "$shop"; ends 0; says_nothing
prints '20 February 2026'; prints '-€3.20'; prints 'Return'; prints 'zu salzig'

# Notes of the list are part of it, too.
prints 'Allergy: Mandel'

run show 1042 --json --shop "$shop"; ends 0
json '$.last_visit' '"2026-02-25"'; json '$.rhythm' '9'; prints '"amount" : 46.80'
run show 1042 --shop "$shop"; ends 0; prints 'every 9 days'
run show 7 --json --shop "$shop"; ends 0; json '$.rhythm' 'null'; json '$.amount' 'null'

# What is to be done stands on the card, and once it is done in the history.
run remind 1042 +3 nach der Taufe fragen --shop "$shop"; ends 0
run show 1042 --json --shop "$shop"; ends 0
json '$.reminders[0].id' '"r1"'; json '$.reminders[0].text' '"nach der Taufe fragen"'
json '$.reminders[0].repeats' 'null'; json '$.class' 'null'; json '$.next_contacts' '[]'; json '$.quiet' '[]'
run show 1042 --shop "$shop"; ends 0; prints 'nach der Taufe fragen'
run done r1 --shop "$shop"; ends 0
run show 1042 --json --shop "$shop"; ends 0; json '$.reminders' '[]'
run timeline 1042 --json --shop "$shop"; ends 0; prints '"kind" : "reminder"'; prints 'nach der Taufe fragen'

run timeline 4711 --json --shop "$shop"; ends 1; json '$' '[]'; says 'No customer has the number 4711'
run timeline --shop "$shop"; ends 2; prints_nothing; says 'which customer'
run timeline 1042 7 --shop "$shop"; ends 2; prints_nothing
exit "$failed"
