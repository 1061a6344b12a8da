#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# today and birthdays: which days are kept when, and how they are told.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

run today --shop "$shop"; ends 0; says_nothing
prints_all <<'EOF'
1 March 2026

On this day
  1 March  Hilde Wagner               1042  turns 70!               ✓ Lina B.
  1 March  “Studentin von gegenüber”  7
                      verträgt keine Haselnuss
  1 March  Hilde Wagner               1042  Wedding day, 25 years!
                      Mandel · Torte für 12, Erdbeer, kein Marzipan

Not greeted yet
  28 February  Leo Schalt  29  turned 30!

In the next days
  3 March  Kurt Wagner (with Hilde Wag…  1042  Mandel · Torte für 12, Erdbeer,
                                               kein Marzipan
EOF
run today --json --shop "$shop"; ends 0; says_nothing
json '$.date' '"2026-03-01"'
json '$.birthdays[*].number' '"1042" "7"'
json '$.birthdays[*].name' '"Hilde Wagner" "Studentin von gegenüber"'
json '$.birthdays[*].birthday' '"1956-03-01" "--03-01"'
json '$.birthdays[*].turns' '70 null'
json '$.birthdays[*].greeted' 'true false'
json '$.birthdays[0].greeted_by' '"Lina B."'
json '$.birthdays[0].greeted_at' '"2026-03-01T08:00:00Z"'
json '$.coming[*].date' '"2026-03-03"'
json '$.coming[*].relation.name' '"Kurt Wagner"'
json '$.missed[*].number' '"29"'
json '$.missed[*].date' '"2026-02-28"'
json '$.occasions[*].kind' '"wedding"'
json '$.occasions[*].turns' '25'

# Another day, and the clock of the place: half past midnight is the day before in UTC.
run today --date 2026-07-01 --json --shop "$shop"; ends 0; json '$.date' '"2026-07-01"'; json '$.birthdays' '[]'
run today --date 2026-07-01 --shop "$shop"; ends 0; prints 'No birthday'
TRESEN_NOW=2026-03-01T00:30:00 TZ=Europe/Berlin run today --json --shop "$shop"; json '$.date' '"2026-03-01"'
TRESEN_NOW=2026-03-01T23:30:00 TZ=America/New_York run today --json --shop "$shop"; json '$.date' '"2026-03-01"'
# The machine's own clock and zone, unless midnight passes meanwhile.
day=$(env -u TZ date +%F)
(unset TRESEN_NOW TZ; "$TRESEN" today --json --shop "$shop" >"$work/out" 2>"$work/err")
[ "$day" != "$(env -u TZ date +%F)" ] || json '$.date' "\"$day\""

# Without a span: a month from today on.
run birthdays --json --shop "$shop"; ends 0
json '$[*].date' '"2026-03-01" "2026-03-01" "2026-03-03"'
json '$[*].name' '"Hilde Wagner" "Studentin von gegenüber" "Hilde Wagner"'
json '$[2].relation.kind' '"partner"'
json '$[0].relation' 'null'
# 29 February is kept on the 28th in common years, on its own day in leap years; both ends belong to the span.
run birthdays --from 2026-02-28 --to 2026-02-28 --json --shop "$shop"; ends 0; json '$[*].number' '"29"'; json '$[*].turns' '30'
run birthdays --from 2028-02-28 --to 2028-02-28 --json --shop "$shop"; ends 1; json '$' '[]'
run birthdays --from 2028-02-29 --to 2028-02-29 --json --shop "$shop"; ends 0; json '$[*].birthday' '"1996-02-29"'
# Over the turn of the year.
run birthdays --from 2026-12-01 --to 2027-03-01 --json --shop "$shop"; ends 0; json '$[*].turns' '31 71 null'
json '$[*].greeted' 'false false false'
run birthdays --from 2026-03-01 --to 2026-03-01 --shop "$shop"; ends 0
prints_all <<'EOF'
1 March 2026  Hilde Wagner               1042  turns 70!  ✓ Lina B.
1 March 2026  “Studentin von gegenüber”  7
EOF
run birthdays --from 2026-05-01 --to 2026-05-31 --shop "$shop"; ends 1; prints_nothing; says 'Nobody has a birthday'
run birthdays --from 2026-05-02 --to 2026-05-01 --shop "$shop"; ends 1; prints_nothing; says 'last day'
run birthdays --from 0001-01-01 --to 9999-12-31 --shop "$shop"; ends 1; prints_nothing; says 'ten years'
run birthdays --from 9999-12-31 --shop "$shop" --json; ends 1; json '$' '[]'

# A whole year, for paper.
run birthdays --year 2027 --shop "$shop"; ends 0; says_nothing
prints_all <<'EOF'
Konditorei Emma · Birthdays 2027

February
  Sun 28 Feb  Leo Schalt                              29        turns 31

March
  Mon 1 Mar   Hilde Wagner                            1042      turns 71
  Mon 1 Mar   “Studentin von gegenüber”               7
  Wed 3 Mar   Kurt Wagner (with Hilde Wagner)         1042
EOF
run birthdays --year 2027 --all --shop "$shop"; ends 0; prints 'Birthdays and other days 2027'; prints 'Wedding day, 26'
run birthdays --year 2028 --json --shop "$shop"; ends 0; json '$[0].date' '"2028-02-29"'; json '$[*].round' 'false false false false'
run birthdays --year 2026 --json --shop "$shop"; ends 0; json '$[*].round' 'true true false false'
json '$[*].greeted_how' 'null null null null'
run birthdays --from 2026-03-01 --to 2026-03-01 --all --shop "$shop"; ends 0; prints 'Wedding day, 25 years!'
for year in 0 27 zweitausend 2027-05 '' 20270; do
    run birthdays --year "$year" --shop "$shop"; ends 2; prints_nothing; says 'no year'
done
run birthdays --year 2027 --from 2027-01-01 --shop "$shop"; ends 2; prints_nothing; says 'not for both'

# show: everything of the card.
run show 1042 --json --shop "$shop"; ends 0; says_nothing
json '$.name' '"Hilde Wagner"'; json '$.address_form' '"sie"'; json '$.since' '"2014"'
json '$.contacts[*].kind' '"phone" "phone" "email"'; json '$.contacts[0].label' '"privat"'
json '$.addresses[*].postcode' '"28195"'
json '$.occasions[*].date' '"1956-03-01" "2001-03-01" "--03-03"'; json '$.occasions[2].of' '"Kurt Wagner"'
json '$.facts[*].kind' '"allergy" "usual"'; json '$.facts[0].text' '"Mandel"'; json '$.facts[0].by' '"Lina B."'
json '$.near[*].greeted' 'true false false'
json '$.relations[*].name' '"Kurt Wagner"'; json '$.consents[*].state' '"given"'; json '$.warnings[*]' '"Mandel"'
json '$.ask_health' 'false'
run show 7 --json --shop "$shop"; json '$.ask_health' 'true'
run show 7 --shop "$shop"; ends 0; prints 'Nobody has asked yet'
run show ' 1042 ' --shop "$shop"; ends 0; prints 'Torte für 12'
for number in 1 42 '' 01042 '1042; DROP' 999999999999999999999; do
    run show "$number" --shop "$shop"; ends 1; prints_nothing; says 'No customer has the number'
    run show "$number" --json --shop "$shop"; ends 1; json '$' '[]'
done
exit $failed
