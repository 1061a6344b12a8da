#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# today --notify: one notification on the desktop, a sentence where there is none, and no bus is ever started.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

# Without a bus, and with addresses that are none.
run today --notify --shop "$shop"; ends 1; prints_nothing; says 'no desktop session'
XDG_RUNTIME_DIR=$work run today --notify --shop "$shop"; ends 1; says 'no desktop session'
DBUS_SESSION_BUS_ADDRESS=autolaunch: run today --notify --shop "$shop"; ends 1; says 'no desktop session'
# A day without birthdays bothers nobody, desktop or not.
run today --notify --date 2026-07-01 --shop "$shop"; ends 0; prints_nothing; says_nothing
run today --notify --json --date 2026-07-01 --shop "$shop"; ends 0; json '$.birthdays' '[]'
# Built without libnotify there is a sentence, too.
if [ ! -e "$top_builddir/.libs/tresen-notify.so" ]; then
    DBUS_SESSION_BUS_ADDRESS=unix:path=$work/none run today --notify --shop "$shop"; ends 1; says 'libnotify'
    exit $failed
fi
DBUS_SESSION_BUS_ADDRESS=unix:path=$work/none run today --notify --shop "$shop"; ends 1; says 'did not take'
[ "$(wc -l <"$work/err")" -eq 1 ] || wrong 'says more than one line'
command -v dbus-run-session >/dev/null || exit $failed

# In a session of its own: the service writes down what it is told.
cat >"$work/session" <<'EOF'
until_there() { for _ in {1..1000}; do [ ! -e "$1" ] || return 0; read -rt 0.01 <> <(:); done; return 1; }
"$top_builddir/tests/cli/notify_desk" "$work/told" $mute & desk=$!
until_there "$work/told.ready" && "$TRESEN" today --notify --shop "$shop" >"$work/out" 2>"$work/err"; echo $? >"$work/status"
[ -z "$mute" ] || kill $desk
wait
EOF
export work shop
called='tresen today --notify, in a session'
mute='' dbus-run-session -- bash "$work/session" 2>"$work/session.err"
status=$(cat "$work/status")
ends 0; prints_nothing; says_nothing
printf '2 birthdays today\nHilde Wagner turns 70\n“Studentin von gegenüber”\n' | diff - "$work/told" || failed=1

rm "$work/told.ready"
called='tresen today --notify, on a desktop that does not answer'
mute=mute dbus-run-session -- bash "$work/session" 2>"$work/session.err"
status=$(cat "$work/status")
ends 1; prints_nothing; says 'does not answer'
exit $failed
