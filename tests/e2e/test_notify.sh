#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A running Tresen on a desktop: others find it by its name on the bus, it shows what the day brings, and its buttons work; it outlives
# its bus, and a desktop that does not answer holds up neither it nor its end.
. "${top_srcdir:?}/tests/e2e/terminal.sh" || exit 99
. "$top_srcdir/tests/desktop.sh" || exit 99
trap 'desktop_end; finish' EXIT
[ -e "$top_builddir/.libs/tresen-notify.so" ] || { echo 'Left out: built without libnotify.'; exit 77; }
desktop_is_possible || exit 77

cat >"$work/list.csv" <<'LIST'
Kd-Nr.;Vorname;Nachname;Telefon;Geburtstag
1042;Hilde;Wagner;0171 2345678;21.11.1956
1043;Anna;Müller;0421/84220;21.11.
LIST
"$TRESEN" import "$work/list.csv" >/dev/null || complain 'the list was not taken over'
shop=$(realpath "$XDG_DATA_HOME/tresen/shop.tresen")
name=de.tresen.Shop.s$(printf %s "$shop" | sha256sum | cut -c1-16)
open_card()
{
    gdbus call --session --timeout 10 -d "$name" -o /de/tresen/Shop -m de.tresen.Shop.Open "$1" >/dev/null
}
is_named() { [ "$(gdbus call --session -d org.freedesktop.DBus -o / -m org.freedesktop.DBus.NameHasOwner "$name")" = "($1,)" ]; }

desktop_bus || exit 99
desktop_service || exit 99
term_start 80 24 -- "$TRESEN"
term_see 'Hilde Wagner'
wait_until 20 is_named true || complain 'the program has no name on the bus'
[ "$(desktop_shown | wc -l)" -eq 0 ] || complain 'the start says what is on the screen anyway'

# Somebody asks for a card; what is being typed waits below it.
term_keys n
term_keys 'zand'
open_card 1042 || complain 'the program does not answer'
term_see 'Wagner, Hilde'
term_keys Escape
term_see 'zand'
term_keys Escape
term_keys Escape
open_card 4711
term_see 'No customer has the number 4711.'

# today --notify leaves it to the program.
"$TRESEN" today --notify >"$work/out" 2>&1 || complain "today --notify did not leave it to the program: $(cat "$work/out")"
desktop_wait desktop_counts 2 || complain "the day was not shown: $(desktop_shown)"
desktop_has "\"sender-pid\": $(term_pid)" || complain 'somebody else has shown the day'
first=$(desktop_shown | head -n 1)
desktop_press 1 done
term_see 'Done:'
desktop_press 2 open
case $first in
*Hilde*) term_see 'Müller, Anna' ;;
*) term_see 'Wagner, Hilde' ;;
esac
[ "$("$TRESEN" birthdays --from 2026-11-21 --to 2026-11-21 --json | grep -c '"greeted" *: *true')" -eq 1 ] ||
    complain 'what was pressed is not in the shop'

# The end takes away what nobody answers any more; tresen --open goes to a card.
term_keys F10
term_ended 0
wait_until 20 is_named false || complain 'the name is still there'
desktop_has 'CloseNotification' || complain 'what nobody answers still stands'
term_start 80 24 -- "$TRESEN" --open 1043
term_see 'Müller, Anna'
wait_until 20 is_named true || complain 'the program has no name on the bus'

# A desktop that does not answer: the screen does, and so does the end.
kill -STOP "$desktop_pid"
gdbus call --session -d "$name" -o /de/tresen/Shop -m de.tresen.Shop.Morning >/dev/null
open_card 1042
term_see 'Wagner, Hilde'
begun=$SECONDS
term_keys F10
term_ended 0
[ $((SECONDS - begun)) -le 10 ] || complain 'the end waits for the desktop'
kill -CONT "$desktop_pid"

# A bus that ends takes nobody along.
term_start 80 24 -- "$TRESEN"
wait_until 20 is_named true || complain 'the program has no name on the bus'
desktop_end
term_keys 'wag'
term_see 'Wagner, Hilde'
term_keys Escape
term_gone '1 of 2'
term_keys F10
term_ended 0
