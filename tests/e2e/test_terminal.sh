#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Odd terminals: a sentence or a clean end, never a broken terminal or a spinning process.
. "${top_srcdir:?}/tests/e2e/terminal.sh" || exit 99

printf 'Nr;Name\n1;Anna Beispiel\n' >"$work/list.csv"
"$TRESEN" import "$work/list.csv" >/dev/null || complain 'no shop to begin with'

for term in '' dumb no-such-terminal unknown "$(printf 'x%.0s' {1..1000})"; do
    term_start 80 24 TERM="$term" -- "$TRESEN"
    term_ended 1
    [ -s "$work/stderr" ] || complain "TERM='${term:0:20}': no sentence on stderr"
done
term_start 80 24 -u TERM -- "$TRESEN"
term_ended 1

# No UTF-8: a sentence; a machine without locales: it runs.
term_start 80 24 LC_ALL=de_DE.ISO-8859-1 -- "$TRESEN"
term_ended 1
grep -q 'UTF-8' "$work/stderr" || complain 'no sentence about UTF-8'
term_start 80 24 LC_ALL=C -- "$TRESEN"
term_see '›'
term_keys F10
term_ended 0

# No terminal at all.
"$TRESEN" </dev/null >/dev/null 2>"$work/stderr"
[ $? -ne 0 ] && [ -s "$work/stderr" ] || complain 'without a terminal there was no sentence'

# Tiny windows, and a storm of sizes.
term_start 80 24 -- "$TRESEN"
term_see '›'
for size in '1 1' '2 3' '200 60' '10 5' '40 12' '39 12' '300 100' '1 40' '100 1'; do
    tmux -L "$socket" resize-window -x "${size% *}" -y "${size#* }"
done
for i in $(seq 60); do
    tmux -L "$socket" resize-window -x $((1 + i * 37 % 160)) -y $((1 + i * 17 % 60))
done
tmux -L "$socket" resize-window -x 80 -y 24
term_see '›'
term_keys 'anna'
term_see 'Beispiel, Anna'

# The window closes: the process is gone within a second (of its own time; this machine may be busy).
pid=$(term_pid)
[ -n "$pid" ] || complain 'the program was not found'
tmux -L "$socket" kill-server
wait_until 5 bash -c "! kill -0 $pid 2>/dev/null" || complain 'the program outlived its window'

# Ended from outside: the terminal is as before.
term_start 80 24 -- bash -c "stty -a >$work/before; $TRESEN; stty -a >$work/after"
term_see '›'
kill -TERM "$(term_pid)"
term_ended 0
cmp -s "$work/before" "$work/after" || complain 'the terminal was left changed'

# Left alone it sleeps: at most one wakeup a minute. Some are allowed for the start.
term_start 80 24 -- "$TRESEN"
term_see '›'
pid=$(term_pid)
switches()
{
    cat /proc/"$pid"/task/*/status | awk '/ctxt_switches/ {sum += $2} END {print sum}'
}
settled()
{
    local before
    before=$(switches)
    sleep 1
    [ "$before" = "$(switches)" ]
}
wait_until 15 settled || complain 'the program never comes to rest'
before=$(switches)
sleep 5
[ $(($(switches) - before)) -le 6 ] || complain "$(($(switches) - before)) wakeups in five seconds"
term_keys F10
term_ended 0
