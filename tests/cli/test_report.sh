#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# report: every report says n, null where there is nothing; retention as it is defined; files for spreadsheets.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

# Nothing yet: n is 0 and rates are null.
for name in retention repeat nps csat ces visits complaints lost; do
    run report "$name" --json --shop "$shop"; ends 0; says_nothing
    json '$.n' 0; json '$.report' "\"$name\""; json '$.from' '"2026-03-01"'; json '$.to' '"2026-03-01"'
    run report "$name" --shop "$shop"; ends 0; says_nothing
done
run report retention --json --shop "$shop"; json '$.rate' null; json '$.window_days' 90
run report nps --json --shop "$shop"; json '$.nps' null; json '$.margin' null
run report csat --json --shop "$shop"; json '$.share' null; json '$.mean' null
run report retention --shop "$shop"; prints 'cannot be told'; prints 'Nobody was active'

# Hilde stays, Jürgen stays away, the student comes for the first time; wide comes back after long.
visit() { run visit "$1" --date "$2" --amount "$3" --shop "$shop"; ends 0; }
visit 1042 2025-12-20 10; visit 1042 2026-02-20 5,50; visit 0311 2025-11-10 3
visit 7 2026-02-11 2; visit 7 2026-02-12 2; visit 8 2025-06-01 9; visit 8 2026-02-15 9
span=(--from 2026-02-01 --to 2026-02-28 --shop "$shop")
run report retention --json "${span[@]}"; ends 0
json '$.start' 2; json '$.end' 3; json '$.new' 1; json '$.returned' 1; json '$.rate' 50; json '$.n' 2
run report repeat --json "${span[@]}"; json '$.n' 3; json '$.repeat' 1; prints '"rate" : 33.3'
run report visits --json "${span[@]}"
json '$.visits' 4; prints '"amount" : 18.50'; json '$.customers' 3; json '$.new' 1; json '$.days[0].day' '"2026-02-11"'
run report visits "${span[@]}"; prints '€18.50'; prints 'Share of regulars'

# Ten answers: 7 promoters, 2 passives, 1 detractor.
for nps in 9 9 9 10 10 10 10 7 8 0; do
    run feedback --nps "$nps" --date 2026-02-10 --shop "$shop"; ends 0
done
run report nps --json "${span[@]}"
json '$.n' 10; json '$.promoters' 7; json '$.passives' 2; json '$.detractors' 1; json '$.nps' 60
run report nps "${span[@]}"; prints '+60.0'; prints 'Shaky'

# Files, and what is refused.
run report visits --csv "$work/visits.csv" "${span[@]}"; ends 0; prints "$work/visits.csv"
grep -q '"Takings";;"18.50"' "$work/visits.csv" || wrong 'the takings are missing in the file'
[ "$(stat -c %a "$work/visits.csv")" = 600 ] || wrong 'others can read the figures'
LANGUAGE=de run report visits --csv "$work/visits.csv" "${span[@]}"; ends 0
run report visits --csv "$shop" --shop "$shop"; ends 1; says 'shop itself'
run report visits --csv "$work/no/folder.csv" --shop "$shop"; ends 1; says '.'
run report profit --shop "$shop"; ends 2; says 'retention, repeat'
run report --shop "$shop"; ends 2; says 'report'
run report visits --from 2026-02-02 --to 2026-02-01 --shop "$shop"; ends 2; says 'Turn them round'
run report visits --from 2026-13-01 --shop "$shop"; ends 2; says '.'
run report visits --branch Nowhere --shop "$shop"; [ "$status" -ne 0 ] || wrong 'there is no such branch'
exit $failed
