#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A clerk's first morning: a list is taken over, a regular found, a fact noted, a birthday ticked.
. "${top_srcdir:?}/tests/e2e/terminal.sh" || exit 99

cat >"$work/list.csv" <<'LIST'
Kd-Nr.;Vorname;Nachname;Telefon;Geburtstag;Bemerkung
1042;Hilde;Wagner;0171 2345678;21.11.1956;Allergie: Mandel
1043;Anna;Müller;0421/84220;22.11.;mag Marzipan
1044;Kurt;Ott;;3.5.;
LIST
"$TRESEN" import "$work/list.csv" >/dev/null || complain 'the list was not taken over'

term_start 80 24 -- "$TRESEN"
term_see 'Hilde Wagner'
term_keys 'wag'
term_see 'Wagner, Hilde'
term_keys Enter
term_see 'Mandel'
term_see '0171 2345678'
term_keys n
term_keys 'mag Erdbeere'
term_keys Enter
term_see 'Erdbeere'
term_keys Escape
term_see 'Anna Müller'
term_keys Space
term_see '14:32'
"$TRESEN" birthdays --from 2026-11-21 --to 2026-11-21 --json | grep -q '"greeted" *: *true' || complain 'the tick is not in the shop'

# Enter acts on what was typed before its matches are there.
term_keys 'müll' Enter
term_see '0421/84220'
term_keys Escape
term_see 'Müller, Anna'
term_keys Escape
term_gone '0421/84220'
term_keys F10
term_ended 0

"$TRESEN" find erdbeere --json | grep -q '1042' || complain 'the fact is not found'
"$TRESEN" check >/dev/null || complain 'check is not content'
