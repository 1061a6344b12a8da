# SPDX-License-Identifier: GPL-3.0-or-later
# A desktop for tests: a session bus of its own and python3-dbusmock's notification service on it, which writes down what it is told.
# To be sourced after $work is there. Nothing is installed, and the desktop of whoever runs the tests is left alone. -*- shell-script -*-

desktop_python=
for python in python3 /usr/bin/python3; do
    "$python" -c 'import dbusmock' 2>/dev/null && { desktop_python=$python; break; }
done
desktop_log=$work/desktop.log
desktop_pids=()

# desktop_is_possible: whether what it needs is there; else says what is missing.
desktop_is_possible()
{
    if [ -z "$desktop_python" ] || ! command -v dbus-daemon >/dev/null || ! command -v gdbus >/dev/null; then
        echo 'Left out: no desktop to test with. It takes the Debian packages dbus, libglib2.0-bin and python3-dbusmock.'
        return 1
    fi
}

# desktop_wait COMMAND…: until it succeeds, for some seconds at most.
desktop_wait()
{
    local end=$((SECONDS + 20))
    until "$@"; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.02
    done
    return 0
}

# desktop_bus: begins the bus, without anybody on it, and without services it could start.
desktop_bus()
{
    cat >"$work/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=$work/bus</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
CONF
    rm -f "$work/bus"
    dbus-daemon --config-file="$work/bus.conf" --nofork --nopidfile 2>"$work/bus.err" &
    desktop_pids+=($!)
    export DBUS_SESSION_BUS_ADDRESS=unix:path=$work/bus
    desktop_wait test -S "$work/bus"
}

# desktop_service [ABILITIES]: begins the notification service, of which desktop_pid is the process.
desktop_service()
{
    : >"$desktop_log"
    "$desktop_python" -m dbusmock --session --template notification_daemon -l "$desktop_log" \
        -p "{\"capabilities\": \"${1-body body-markup actions}\"}" >"$work/desktop.out" 2>&1 &
    desktop_pid=$!
    desktop_pids+=($desktop_pid)
    gdbus wait --session --timeout 20 org.freedesktop.Notifications
}

# desktop_end: ends what was begun; the bus first, so that whoever is on it learns that it is gone.
desktop_end()
{
    [ ${#desktop_pids[@]} -eq 0 ] || kill "${desktop_pids[@]}" 2>/dev/null
    wait "${desktop_pids[@]}" 2>/dev/null
    desktop_pids=()
}

# desktop_shown: title and body of what was shown so far, one a line, as the log has them; a line break in them is a "|".
desktop_shown()
{
    awk '/^[0-9]+\.[0-9]+ / { if (line != "") print line; line = $0; next } { line = line "|" $0 } END { print line }' "$desktop_log" |
        sed -n 's/^[^ ]* Notify "Tresen" [0-9]* "[^"]*" \(.*\) \[.*$/\1/p'
}
desktop_has() { grep -qF -- "$1" "$desktop_log"; }
desktop_counts() { [ "$(desktop_shown | wc -l)" -ge "$1" ]; }
# desktop_press ID ACTION: somebody presses a button of the notification ID (from 1 on).
desktop_press()
{
    gdbus call --session -d org.freedesktop.Notifications -o /org/freedesktop/Notifications \
        -m org.freedesktop.DBus.Mock.EmitSignal org.freedesktop.Notifications ActionInvoked us \
        "[<uint32 $1>, <'$2'>]" >/dev/null
}
# desktop_dismiss ID: somebody closes it.
desktop_dismiss()
{
    gdbus call --session -d org.freedesktop.Notifications -o /org/freedesktop/Notifications \
        -m org.freedesktop.DBus.Mock.EmitSignal org.freedesktop.Notifications NotificationClosed uu \
        "[<uint32 $1>, <uint32 2>]" >/dev/null
}
