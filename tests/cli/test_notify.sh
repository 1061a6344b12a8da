#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# today --notify: what the day brings, on the desktop; what is pressed there is done; a sentence where there is none, and no bus is
# ever started.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
. "$top_srcdir/tests/desktop.sh" || exit 99
trap 'desktop_end; rm -rf "$work"' EXIT
shop=$work/shop
make_shop "$shop"

# Without a bus, and with addresses that are none.
run today --notify --shop "$shop"; ends 1; prints_nothing; says 'no desktop session'
XDG_RUNTIME_DIR=$work run today --notify --shop "$shop"; ends 1; says 'no desktop session'
DBUS_SESSION_BUS_ADDRESS=autolaunch: run today --notify --shop "$shop"; ends 1; says 'no desktop session'
# A day without anything to do bothers nobody, desktop or not.
run today --notify --date 2026-02-01 --shop "$shop"; ends 0; prints_nothing; says_nothing
run today --notify --json --date 2026-02-01 --shop "$shop"; ends 0; json '$.birthdays' '[]'
run today --notify --wait 0 --shop "$shop"; ends 2; says '“0” after --wait is no number of minutes'
# What the timer starts each morning is understood.
unit=$(sed -n 's/^ExecStart=[^ ]*tresen //p' "$top_builddir/packaging/systemd/tresen-today.service")
run $unit --shop "$shop"; ends 1; says 'no desktop session'
# Built without libnotify there is a sentence, too.
if [ ! -e "$top_builddir/.libs/tresen-notify.so" ]; then
    DBUS_SESSION_BUS_ADDRESS=unix:path=$work/none run today --notify --shop "$shop"; ends 1; says 'libnotify'
    exit $failed
fi
DBUS_SESSION_BUS_ADDRESS=unix:path=$work/none run today --notify --shop "$shop"; ends 1; says 'did not take'
[ "$(wc -l <"$work/err")" -eq 1 ] || wrong 'says more than one line'
desktop_is_possible || exit $failed

# begin ARGUMENTS…: calls the program, which waits; finish: its end.
begin()
{
    called="tresen $*"
    "$TRESEN" "$@" >"$work/out" 2>"$work/err" &
    pid=$!
}
finish()
{
    wait "$pid"
    status=$?
}
# shows NUMBER: waits until so many notifications have been shown; shown_all: these, on standard input.
shows() { desktop_wait desktop_counts "$1" || wrong "did not show $1 notifications: $(desktop_shown)"; }
shown_all() { diff - <(desktop_shown) >"$work/diff" || wrong "shows something else: $(cat "$work/diff")"; }

# Nobody on the bus shows notifications.
desktop_bus || exit 99
run today --notify --shop "$shop"; ends 1; says 'did not take'

# A few things: each has a notification with its buttons.
desktop_service || exit 99
begin today --notify --shop "$shop"
shows 3
shown_all <<'TOLD'
"Leo Schalt" "turned 30!"
"Hilde Wagner" "Wedding day, 25 years!"
"“Studentin von gegenüber”" "Birthday"
TOLD
desktop_has '["default", "Open", "open", "Open", "done", "Done"]' || wrong 'the buttons are not these'
# “Done” is a deed,
desktop_press 1 done
desktop_wait desktop_has 'CloseNotification 1' || wrong 'what is done still stands'
# “open” starts Tresen in a terminal window where none runs;
mkdir "$work/bin"
printf '#!/bin/sh\nprintf "%%s\\n" "$@" >"%s"\n' "$work/started.new" >"$work/bin/xdg-terminal-exec"
printf 'mv "%s" "%s"\n' "$work/started.new" "$work/started" >>"$work/bin/xdg-terminal-exec"
chmod +x "$work/bin/xdg-terminal-exec"
desktop_dismiss 2
desktop_dismiss 3
finish; ends 0; prints_nothing; says_nothing
run birthdays --from 2026-02-28 --to 2026-02-28 --json --shop "$shop"; json '$[*].greeted' true
: >"$desktop_log"
PATH=$work/bin:$PATH begin today --notify --shop "$shop"
shows 2
desktop_press 4 default
desktop_wait test -e "$work/started" || wrong 'no terminal window was opened'
printf '%s\n' "$(realpath "$TRESEN")" --shop "$shop" --open=1042 | diff - "$work/started" >"$work/diff" ||
    wrong "started otherwise: $(cat "$work/diff")"
# what cannot be done is said where somebody looks, and the end of the waiting takes away what stands.
rm -f "$work/bin/xdg-terminal-exec"
kill "$pid"
finish; ends 0
desktop_wait desktop_has 'CloseNotification 5' || wrong 'what nobody waits for still stands'
: >"$desktop_log"
PATH=$work/bin begin today --notify --shop "$shop"
shows 2
desktop_press 6 open
shows 3
desktop_shown | tail -n 1 | grep -q '^"Not done" "No program for terminal windows' || wrong 'does not say that it could not be done'
desktop_has '[] {' || wrong 'what went wrong has buttons'
kill "$pid"
finish; ends 0

# Many things are summed up in one, which can be opened; markup is shown as it was typed.
for words in 'Muster <b>zeigen' 'anrufen & fragen' 'Rezept' 'Foto' 'Rechnung'; do
    run promise 1042 "$words" --until 2026-03-01 --shop "$shop"; ends 0
done
: >"$desktop_log"
begin today --notify --wait 1 --shop "$shop"
shows 1
desktop_shown | grep -q '^"7 things to do today" "Hilde Wagner: promised: Muster.*|and 2 more"$' || wrong "sums up otherwise: $(desktop_shown)"
desktop_shown | grep -qF 'Muster &lt;b&gt;zeigen' || wrong 'markup is not escaped'
desktop_has '["default", "Open", "open", "Open"]' || wrong 'a summary can be opened, and only that'
# A service that ends takes its notifications along: nothing is left to wait for.
kill $desktop_pid
finish; ends 0; prints_nothing; says_nothing

# A service that knows no markup and no buttons gets none.
desktop_service body || exit 99
begin today --notify --shop "$shop"
shows 1
desktop_shown | grep -qF 'Muster <b>zeigen' || wrong 'markup is escaped for nobody'
desktop_has 'Open' && wrong 'buttons for a service that shows none'
kill "$pid"
finish; ends 0

# One that does not answer holds up nobody for long.
kill -STOP $desktop_pid
begun=$SECONDS
run today --notify --shop "$shop"; ends 1; prints_nothing; says 'does not answer'
[ $((SECONDS - begun)) -le 20 ] || wrong 'waits too long'
kill -CONT $desktop_pid
exit $failed
