#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What is typed into a form is there again after the program was killed, and after its window was closed.
. "${top_srcdir:?}/tests/e2e/terminal.sh" || exit 99

printf 'Kd-Nr.;Vorname;Nachname\n1042;Hilde;Wagner\n' >"$work/list.csv"
"$TRESEN" import "$work/list.csv" >/dev/null || complain 'no shop to begin with'

# Whether the shop's file holds what was typed.
stored()
{
    grep -qaF -- "$1" "$work/data/tresen/shop.tresen"
}

term_start 80 24 -- "$TRESEN"
term_see '›'
term_keys 'Xaver Unbekannt'
term_see 'Nobody'
term_keys F2
term_see 'New customer'
term_keys '0421 777'
term_see '0421 777'
wait_until 20 stored '0421 777' || complain 'nothing was stored while it was typed'
kill -KILL "$(term_pid)"
term_ended 137

term_start 80 24 -- "$TRESEN"
term_see 'NOT FINISHED'
term_see 'New customer: Xaver Unbekannt'
term_keys Enter
term_see 'is here again'
term_see '0421 777'
term_keys '8'
term_see '0421 7778'
# The window closes before the next time it is stored.
pid=$(term_pid)
kill -HUP "$pid"
wait_until 20 bash -c "! kill -0 $pid 2>/dev/null" || complain 'the program outlived its window'
stored '0421 7778' || complain 'closing the window lost what was typed'

term_start 80 24 -- "$TRESEN"
term_see 'New customer: Xaver Unbekannt'
term_keys Enter
term_see '0421 7778'
term_keys F4
term_see 'Unbekannt, Xaver'
term_keys Escape
term_see '›'
term_gone 'NOT FINISHED'
term_keys F10
term_ended 0
[ -z "$(ls "$work/state/tresen" | grep '^run-')" ] || complain 'a lock of a run was left behind'
"$TRESEN" find 'Unbekannt' | grep -q 'Xaver' || complain 'the customer is not in the shop'
"$TRESEN" check >/dev/null || complain 'check is not content'
