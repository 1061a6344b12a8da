#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# promise and lost: what is noted from a script, and that the dead are left in peace.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

# promise: days as people write them.
run promise 1042 --until 2026-03-06 Muster zeigen --shop "$shop"; ends 0; says_nothing
prints 'Promised: Muster zeigen (until 6 March 2026)'
run promise 1042 --until friday 'call back' --clerk lina --shop "$shop"; ends 0; prints '6 March 2026'
run promise 1042 --until 27.11. x --shop "$shop"; ends 0; prints '27 November 2026'
run promise 1042 --until +3 x --shop "$shop"; ends 0; prints '4 March 2026'
run promise 1042 --until 3.5.27 x --shop "$shop"; ends 0; prints '3 May 2027'
run promise 1042 'call back' --shop "$shop"; ends 2; prints_nothing; says 'Say until when'
run promise 1042 --until soon 'call back' --shop "$shop"; ends 2; prints_nothing; says '“soon” is not a day'
run promise 1042 --until 31.2. 'call back' --shop "$shop"; ends 2; says 'is not a day'
run promise 1042 --until friday --shop "$shop"; ends 2; says 'Say to whom'
run promise 1042 --until friday ' ' --shop "$shop"; ends 1; prints_nothing; says 'what was promised'
run promise 4711 --until friday 'call back' --shop "$shop"; ends 1; prints_nothing; says 'No customer has the number 4711'
run promise 1042 --until friday x --clerk Nobody --shop "$shop"; ends 1; prints_nothing; says 'Nobody here is called “Nobody”'

# lost: the days of the dead are kept silent, and shown again when it was a mistake.
run today --json --shop "$shop"; json '$.birthdays[*].number' '"1042" "7"'
run lost 7 --how died --shop "$shop"; ends 0; says_nothing; prints 'Noted'
run today --json --shop "$shop"; json '$.birthdays[*].number' '"1042"'
run birthdays --json --shop "$shop"; json '$[*].number' '"1042" "1042"'
run lost 7 --greet --shop "$shop"; ends 0
run today --json --shop "$shop"; json '$.birthdays[*].number' '"1042"'
run lost 7 --back --shop "$shop"; ends 0; prints 'is back'
run today --json --shop "$shop"; json '$.birthdays[*].number' '"1042" "7"'
run lost 7 --back --shop "$shop"; ends 1; prints 'not marked as lost'

# A lost one's birthday only if the owner says so.
run lost 7 --reason price --real quality --shop "$shop"; ends 0
run today --json --shop "$shop"; json '$.birthdays[*].number' '"1042"'
run lost 7 --greet --shop "$shop"; ends 0
run today --json --shop "$shop"; json '$.birthdays[*].number' '"1042" "7"'

# Reasons by code or wording; days, amounts and clerks are checked; nothing is stored then.
run lost 29 --reason 'Too expensive' --real unfriendly --competitor 'Café Nord' --value 120,50 --ask friday --clerk lina --shop "$shop"
ends 0; says_nothing
run lost 29 --outcome 'comes again' --date 2026-02-28 --how moved --shop "$shop"; ends 0
run lost 1042 --reason bored --shop "$shop"; ends 2; prints_nothing; says '“bored” after --reason is not known'
run lost 1042 --real bored --shop "$shop"; ends 2; says 'price, quality'
run lost 1042 --how vanished --shop "$shop"; ends 2; prints_nothing; says 'says, stays_away, moved, died'
run lost 1042 --value many --shop "$shop"; ends 2; prints_nothing
run lost 1042 --date 2026-03-02 --shop "$shop"; ends 2; says 'lies in the future'
run lost 1042 --ask sometime --shop "$shop"; ends 2; says 'is not a day'
run lost 4711 --shop "$shop"; ends 1; says 'No customer has the number 4711'
run lost --shop "$shop"; ends 2; says 'Say which customer'
run today --json --shop "$shop"; json '$.birthdays[*].number' '"1042" "7"'
run check --shop "$shop"; ends 0
exit $failed
