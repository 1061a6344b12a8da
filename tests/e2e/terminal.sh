# SPDX-License-Identifier: GPL-3.0-or-later
# For end-to-end tests: the built program in a real terminal (tmux), driven by keys and read by eye. To be sourced.
# Every wait polls for what it waits for; nothing sleeps for a fixed time.
set -u
command -v tmux >/dev/null || { echo 'tmux is missing.'; exit 77; }
work=$(mktemp -d)
socket=tresen-test-$$-0
starts=0
export XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache
export TRESEN_NOW=2026-11-21T14:32:00 LC_ALL=C.UTF-8 TERM=xterm-256color
unset LANGUAGE LANG LC_MESSAGES TMUX NO_COLOR DBUS_SESSION_BUS_ADDRESS
mkdir -p "$work/data" "$work/state" "$work/config"
finish()
{
    tmux -L "$socket" kill-server 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT

# term_start COLUMNS ROWS [VARIABLE=VALUE …] -- COMMAND…: a fresh terminal that runs COMMAND; its exit status lands in $work/status.
term_start()
{
    local columns=$1 rows=$2 line=env
    shift 2
    while [ $# -gt 0 ]; do
        [ "$1" = -- ] || line+=" $(printf %q "$1")"
        shift
    done
    rm -f "$work/status" "$work/stderr"
    tmux -L "$socket" kill-server 2>/dev/null
    # A server that is still ending must not be asked for the next window.
    starts=$((starts + 1))
    socket=tresen-test-$$-$starts
    printf 'set -g default-terminal tmux-256color\nset -g status off\nset -s escape-time 20\nset -g remain-on-exit on\n' >"$work/tmux.conf"
    tmux -L "$socket" -f "$work/tmux.conf" new-session -d -x "$columns" -y "$rows" \
        "$line 2>$(printf %q "$work/stderr"); echo \$? >$(printf %q "$work/status")"
}

# What the terminal shows.
term_text()
{
    tmux -L "$socket" capture-pane -p 2>/dev/null
}

# term_keys KEY…: tmux names of keys, or text.
term_keys()
{
    tmux -L "$socket" send-keys "$@"
}

# wait_until SECONDS COMMAND…: polls until COMMAND succeeds.
wait_until()
{
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.05
    done
}

term_has()
{
    term_text | grep -qF -- "$1"
}

term_lacks()
{
    ! term_has "$1"
}

# Says what is wrong and ends the test: what follows would rest on it.
complain()
{
    echo "FAILED: $*"
    echo '--- the screen ---'
    term_text
    [ ! -s "$work/stderr" ] || { echo '--- stderr ---'; cat "$work/stderr"; }
    exit 1
}

# term_see TEXT: waits until the terminal shows TEXT.
term_see()
{
    wait_until 20 term_has "$1" || complain "the screen never showed: $1"
}

term_gone()
{
    wait_until 20 term_lacks "$1" || complain "the screen still shows: $1"
}

# term_ended STATUS: waits until the program has ended, and checks its exit status.
term_ended()
{
    wait_until 20 test -s "$work/status" || { complain 'the program did not end'; return; }
    [ "$(cat "$work/status")" = "$1" ] || complain "exit status $(cat "$work/status"), wanted $1"
}

# The program that runs in this terminal: of the same name, others may run beside it.
term_pid()
{
    local pid
    pid=$(tmux -L "$socket" list-panes -F '#{pane_pid}')
    while [ -n "$pid" ] && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" != tresen ]; do
        pid=$(pgrep -P "$pid" | head -n 1)
    done
    echo "$pid"
}
