#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# history: what was changed of a customer, the newest first, on paper, for programs and for spreadsheets.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"
run visit 1042 --amount 12,50 --article Torte --date 2026-01-20 --shop "$shop"; ends 0
run promise 1042 --until 2026-03-06 'Muster zeigen' --shop "$shop"; ends 0
run done p1 --shop "$shop"; ends 0

run history 1042 --shop "$shop"; ends 0; says_nothing
prints 'visit 20 January 2026'; prints 'bought article 1 × Torte'
prints '(State open → kept'
prints 'Allergy: Mandel'
prints_not 'customer_id'; prints_not 'done_day'

run history 1042 --json --shop "$shop"; ends 0; says_nothing
json '$[0].turn' '"done"'; json '$[0].taken_back' 'false'; json '$[0].by' 'null'
json '$[0].changes[0].what' '"changed"'; json '$[0].changes[0].kind' '"promise"'
json '$[0].changes[0].name' '"Muster zeigen"'; json '$[0].changes[0].parts[0].part' '"State"'
json '$[1].deed' '"noting a promise"'; json '$[1].changes[0].what' '"added"'
json '$[2].deed' '"noting a visit"'; prints '"€12.50"'

run history 1042 --csv "$work/changes.csv" --shop "$shop"; ends 0; prints 'were written to'
grep -q 'Muster zeigen.*State.*open.*kept' "$work/changes.csv" || wrong 'the file does not tell the change'
[ "$(stat -c %a "$work/changes.csv")" = 600 ] || wrong 'others can read the file'

run history 4711 --json --shop "$shop"; ends 1; json '$' '[]'; says 'No customer has the number 4711'
run history 1042 --csv '' --shop "$shop"; ends 2; prints_nothing; says 'where the changes should go'
run history --shop "$shop"; ends 2; prints_nothing; says 'which customer'
exit "$failed"
