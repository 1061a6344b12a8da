#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# export writes what import reads, and never over the shop. check says whether a shop is whole.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

run export --csv "$work/list.csv" --shop "$shop"; ends 0; says_nothing; prints "$work/list.csv"
grep -q 'Wagner' "$work/list.csv" || wrong 'Hilde Wagner is missing in the list'
[ "$(stat -c %a "$work/list.csv")" = 600 ] || wrong 'others can read the list'
run export --csv "$work/list.csv" --shop "$shop"; ends 0

# There and back again: everybody, with what matters.
run import "$work/list.csv" --json --shop "$work/second"; ends 0
json '$.read' '6'; json '$.added' '6'; json '$.refused' '[]'
run show 1042 --json --shop "$work/second"; ends 0
json '$.name' '"Hilde Wagner"'; json '$.birthday' '"1956-03-01"'; json '$.phones[*]' '"0421 84220" "+49 (0)171 2345678"'
json '$.warnings[*]' '"Mandel"'

# The German headings are those that test_mapping.c has the import recognise.
LANGUAGE=de run export --csv "$work/liste.csv" --shop "$shop"; ends 0
german='"Nummer";"Anrede";"Titel";"Vorname";"Nachname";"Firma";"Beschreibung";"Sie oder du";"Straße";"PLZ";"Ort";"Land";"Telefon"'
german+=';"E-Mail";"Geburtstag";"Bei uns seit";"Klasse";"Nähe";"Besuche bisher";"Letzter Besuch";"Allergie";"Achtung";"Einmalig";"Üblich";"Mag"'
german+=';"Mag nicht";"Anredewunsch";"Nicht anrufen";"Gesprächsstoff";"Familie";"Interesse";"Anlass";"Glaube";"Gruppe";"Notiz"'
[ "$(head -n 1 "$work/liste.csv" | tr -d '\357\273\277\r')" = "$(printf %s "$german" | tr -d '\357\273\277\r')" ] ||
    wrong 'the German headings are others'
run import "$work/liste.csv" --json --shop "$work/third"; ends 0; json '$.added' '6'; json '$.warnings' '[]'
run show 1042 --json --shop "$work/third"; ends 0
json '$.birthday' '"1956-03-01"'; json '$.warnings[*]' '"Mandel"'

# Birthdays for calendars. Without the module there is a sentence.
if [ -e "$top_builddir/.libs/tresen-calendar.so" ]; then
    run export --ics "$work/days.ics" --shop "$shop"; ends 0; says_nothing; prints "$work/days.ics"
    [ "$(stat -c %a "$work/days.ics")" = 600 ] || wrong 'others can read the feed'
    [ "$(tr -cd '\r' <"$work/days.ics" | wc -c)" -eq "$(wc -l <"$work/days.ics")" ] || wrong 'lines do not end with CRLF'
    [ "$(grep -c '^BEGIN:VEVENT' "$work/days.ics")" -eq 5 ] || wrong 'wanted five days'
    grep -q '^SUMMARY:Birthday: Kurt Wagner (with Hilde Wagner)' "$work/days.ics" || wrong 'Kurt is missing'
    grep -q '^RRULE:FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2' "$work/days.ics" || wrong 'Leo has no day in common years'
    grep -qi 'mandel' "$work/days.ics" && wrong 'an allergy is no matter of a calendar'
    cp "$work/days.ics" "$work/before.ics"
    run export --ics "$work/days.ics" --shop "$shop"; ends 0
    cmp "$work/before.ics" "$work/days.ics" || wrong 'another file of the same shop'
    run export --ics "$work/days.ics" --csv "$work/both.csv" --shop "$shop"; ends 0
    prints 'both.csv'; prints 'days.ics'
    LANGUAGE=de run export --ics "$work/tage.ics" --shop "$shop"; ends 0
    mkdir "$work/empty"
    TRESEN_MODULES=$work/empty run export --ics "$work/none.ics" --shop "$shop"
    [ "$status" -eq 0 ] || says 'libical'
else
    run export --ics "$work/days.ics" --shop "$shop"; ends 1; prints_nothing; says 'libical'
fi
run export --ics "$shop" --shop "$shop"; ends 1; prints_nothing
run export --shop "$shop"; ends 2; prints_nothing; says '--ics'
run export --ics '' --shop "$shop"; ends 2; prints_nothing

before=$(cksum <"$shop")
ln "$shop" "$work/same"
for path in "$shop" "$work/same" "$work/./shop"; do
    run export --csv "$path" --shop "$shop"; ends 1; says 'shop itself'
done
[ "$(cksum <"$shop")" = "$before" ] || { echo 'the shop was written over'; failed=1; }
mkfifo "$work/pipe"
for path in "$work" "$work/pipe" "$work/no/such/list.csv" /dev/full/list.csv; do
    run export --csv "$path" --shop "$shop"; ends 1; prints_nothing; says '.'
done
[ -p "$work/pipe" ] || wrong 'the pipe was replaced by a file'

run check --shop "$shop"; ends 0; prints 'whole'; says_nothing
# A page in the middle is lost.
size=$(stat -c %s "$shop")
cp "$shop" "$work/damaged"
dd if=/dev/urandom of="$work/damaged" bs=4096 seek=$((size / 4096 / 2)) count=2 conv=notrunc status=none
run check --shop "$work/damaged"; ends 1; says '.'
exit $failed
