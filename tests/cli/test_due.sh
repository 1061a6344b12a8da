#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# due, done and the morning sheet of today: what is due, in which order, and that it can be done by its id.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

# What has a time that has come or is near goes before the rest; the shop's own has no number.
run remind 1042 today 9:30 call back --shop "$shop"; ends 0
run remind today clean the window --shop "$shop"; ends 0
run remind 1042 +3 ask again --shop "$shop"; ends 0
run promise 1042 --until 2026-03-01 Muster zeigen --shop "$shop"; ends 0
run due --json --shop "$shop"; ends 0; says_nothing
json '$[*].id' '"r1" "b5" "p1" "r2" "b2" "b4"'
json '$[*].kind' '"reminder" "birthday" "promise" "reminder" "occasion" "birthday"'
json '$[*].number' '"1042" "29" "1042" null "1042" "7"'
json '$[*].name' '"Hilde Wagner" "Leo Schalt" "Hilde Wagner" null "Hilde Wagner" "Studentin von gegenüber"'
json '$[*].text' '"call back" "turned 30!" "promised: Muster zeigen" "clean the window" "Wedding day, 25 years!" "Birthday"'
json '$[*].due' '"2026-03-01T09:30" "2026-02-28" "2026-03-01" "2026-03-01" "2026-03-01" "2026-03-01"'
json '$[*].overdue' 'false true false false false false'
TRESEN_NOW=2026-03-01T10:00:00 run due --json --shop "$shop"; json '$[0].overdue' 'true'
TRESEN_NOW=2026-03-02T00:00:00 run due --json --shop "$shop"; json '$[*].overdue' 'true true true true true true'

# Further ahead; days as people write them.
run due --until +3 --json --shop "$shop"; ends 0; json '$[-1:].text' '"ask again"'
run due --until wednesday --shop "$shop"; ends 0; prints 'ask again'
run due --until yesterday --shop "$shop"; ends 2; prints_nothing; says 'The day after --until is over'
run due --until 31.12.9999 --shop "$shop"; ends 2; prints_nothing; says 'at most ten years'
run due --until soon --shop "$shop"; ends 2; prints_nothing; says 'is not a day'
run due --clerk Nobody --shop "$shop"; ends 1; prints_nothing; says 'Nobody here is called'

# The morning sheet, wide and narrow.
run today --shop "$shop"; ends 0; says_nothing
prints 'To do'; prints '[ ]  09:30  Hilde Wagner  1042  call back'
run today --width 42 --shop "$shop"; ends 0
prints '[ ] 09:30 · Hilde Wagner · 1042 · call'
[ "$(LC_ALL=C.UTF-8 wc -L <"$work/out")" -le 42 ] || wrong 'a line is wider than the paper'
run today --width 10 --shop "$shop"; ends 2; prints_nothing; says 'not a number of columns'
run today --width wide --shop "$shop"; ends 2; says 'A receipt printer has 42'
run today --json --shop "$shop"; ends 0
json '$.reminders[*].id' '"r1" "r2"'
json '$.promises[*].id' '"p1"'
json '$.contacts' '[]'
json '$.orders' '[]'
json '$.complaints' '[]'
json '$.warnings' '[]'
run complaint 1042 wrong cake --shop "$shop"; ends 0
run complaint 1042 no answer yet --until 2026-03-01 --shop "$shop"; ends 0
run today --json --shop "$shop"; json '$.complaints[*].id' '"c2" "c1"'; json '$.complaints[*].kind' '"answer" "complaint"'

# Doing it, once.
run done r1 --shop "$shop"; ends 0; says_nothing; prints 'Done: r1'
run done P1 --shop "$shop"; ends 0; prints 'Done: p1'
run done b4 --shop "$shop"; ends 0
run due --json --shop "$shop"; json '$[*].id' '"b5" "c2" "r2" "b2"'
run done r1 --shop "$shop"; ends 0
run done c2 --shop "$shop"; ends 1; prints_nothing; says 'A complaint is done when it is answered'
run done k1 --shop "$shop"; ends 1; prints_nothing; says 'does not ask for a contact'
run done r99 --shop "$shop"; ends 1; prints_nothing; says 'not there any more'
run done 12 --shop "$shop"; ends 2; prints_nothing; says '“tresen due” shows them'
run done --shop "$shop"; ends 2; says 'Say what is done'
run check --shop "$shop"; ends 0

# Nothing is due; a shop that is not there.
run done r2 --shop "$shop"; run done b2 --shop "$shop"; run done b5 --shop "$shop"; run complaint 1042 x --shop "$shop"
TRESEN_NOW=2026-07-01T09:00:00 run due --json --shop "$shop"; json '$[*].id' '"c2" "r3"'
run due --shop "$work/none"; ends 1; prints_nothing
exit $failed
