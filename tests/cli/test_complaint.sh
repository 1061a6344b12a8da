#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# complaint: writes a complaint down, with a cause as the shop calls it.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
command -v sqlite3 >/dev/null || exit 77
shop=$work/shop
make_shop "$shop"
# ask SQL: what the shop holds.
ask() { sqlite3 "$shop" "$1"; }

run complaint 1042 falsche Inschrift --shop "$shop"; ends 0; says_nothing
prints_all <<'END'
Complaint noted: falsche Inschrift
END
asked=$(ask "SELECT day, state, severity, words, cause_id, remedy FROM complaint")
[ "$asked" = '2026-03-01|received|middle|falsche Inschrift||' ] || wrong "holds $asked"

run complaint 1042 --cause wrong-invoice --severity high --remedy 'money back' --until 5.3. --clerk 'lina b.' \
    --channel phone --date 2026-02-27 --shop "$shop" -- 'zu viel berechnet'; ends 0; says_nothing
asked=$(ask "SELECT c.day, c.severity, c.words, k.code, c.remedy, c.due_day, c.channel, w.name, c.closed_day FROM complaint c
             JOIN complaint_cause k ON k.id = c.cause_id JOIN clerk w ON w.id = c.clerk_id")
[ "$asked" = '2026-02-27|high|zu viel berechnet|wrong_invoice|money back|2026-03-05|phone|Lina B.|' ] || wrong "holds $asked"

# What people read counts as well, and what the owner calls it.
label=$(ask "SELECT label FROM complaint_cause WHERE code = 'price'")
ask "UPDATE complaint_cause SET label = 'Zu teuer' WHERE code = 'price'"
for cause in 'Wrong invoice' 'UNFRIENDLY STAFF' 'zu teuer' price; do
    run complaint 7 --cause "$cause" --shop "$shop" nein; ends 0
done
run complaint 7 --severity minor nein --shop "$shop"; ends 0

before=$(ask 'SELECT COUNT(*) FROM complaint')
run complaint 7 --cause horoscope --shop "$shop" nein; ends 1; prints_nothing; says 'quality, wrong_delivery, wrong_invoice'
run complaint 7 --severity awful --shop "$shop" nein; ends 2; prints_nothing; says 'low, middle, high'
run complaint 7 --channel pigeon --shop "$shop" nein; ends 2; prints_nothing; says 'counter, phone'
run complaint 7 --date gestern --shop "$shop" nein; ends 2; prints_nothing; says 'not a day'
run complaint 7 --date 2026-03-02 --shop "$shop" nein; ends 2; prints_nothing; says 'lies in the future'
run complaint 7 --until 31.2. --shop "$shop" nein; ends 2; prints_nothing; says 'is not a day'
run complaint 7 --clerk Nobody --shop "$shop" nein; ends 1; prints_nothing; says 'Nobody'
run complaint 4711 --shop "$shop" nein; ends 1; prints_nothing; says 'No customer has the number 4711'
run complaint 7 --shop "$shop"; ends 2; prints_nothing; says 'of what'
run complaint --shop "$shop"; ends 2; prints_nothing; says 'of what'
run complaint 7 ' ' --shop "$shop"; ends 1; prints_nothing; says '.'
run complaint 7 nein --shop "$work/none"; ends 1; prints_nothing; says '.'
[ "$(ask 'SELECT COUNT(*) FROM complaint')" = "$before" ] || wrong 'a refused complaint was stored'

# Stored text cannot steer the terminal.
run complaint 7 --shop "$shop" "$(printf 'b\033[2Jad\nline')"; ends 0
! grep -q "$(printf '\033')" "$work/out" || wrong 'an escape goes through'
run complaint --help; ends 0; prints 'wrong_invoice'
# The label as it was: the check sees what was changed past the program.
ask "UPDATE complaint_cause SET label = '$label' WHERE code = 'price'"
run check --shop "$shop"; ends 0
exit $failed
