#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# remind: what is to be done, typed as people say it, for a customer or the shop. Today is Sunday, 1 March 2026, nine o'clock.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

# For the shop, in one argument or several, German or English.
run remind 'friday 3pm call back' --shop "$shop"; ends 0; says_nothing
prints_all <<<'Noted as r1: Fri 6 Mar, 15:00 · call back'
run remind freitag 15 uhr zurückrufen --shop "$shop"; ends 0; prints 'Noted as r2: Fri 6 Mar, 15:00 · zurückrufen'
run remind 15 uhr anrufen --shop "$shop"; ends 0; prints 'as r3: Sun 1 Mar, 15:00 · anrufen'
run remind +14 nachfragen --shop "$shop"; ends 0; prints 'Sun 15 Mar · nachfragen'
run remind Kasse zählen jeden montag --shop "$shop"; ends 0; prints 'Mon 2 Mar · every Monday · Kasse zählen'
run remind 'monatlich am 31. Miete' --clerk lina --shop "$shop"; ends 0; prints 'Tue 31 Mar · monthly on the 31st · Miete'
run remind um 8 lüften --shop "$shop"; ends 0; prints 'Mon 2 Mar, 08:00 · lüften'

# For a customer.
run remind 1042 freitag 15 uhr zurückrufen --shop "$shop"; ends 0; says_nothing
prints 'Noted for Hilde Wagner as r8: Fri 6 Mar, 15:00 · zurückrufen'
run remind 1042 'call back tomorrow at 9' --shop "$shop"; ends 0; prints 'for Hilde Wagner as r9: Mon 2 Mar, 09:00 · call back'

# Nothing is noted when it does not say when or what, or for whom is not known.
run remind zurückrufen --shop "$shop"; ends 2; prints_nothing; says 'Say when'
run remind 1042 zurückrufen --shop "$shop"; ends 2; prints_nothing; says 'Say when'
run remind 1042 friday --shop "$shop"; ends 1; prints_nothing; says 'what is to be done'
run remind 4711 friday 'call back' --shop "$shop"; ends 1; prints_nothing; says 'No customer has the number 4711'
run remind friday 'call back' --clerk Nobody --shop "$shop"; ends 1; prints_nothing; says 'Nobody here is called “Nobody”'
run remind friday 'call back' --branch Nowhere --shop "$shop"; ends 1; prints_nothing
run remind --shop "$shop"; ends 2; prints_nothing; says 'Say when and what'

# What was noted is due, and can be done.
run due --until 2026-03-01 --json --shop "$shop"; ends 0; prints '"id" : "r3"'; prints_not '"id" : "r9"'
run done r3 --shop "$shop"; ends 0
run due --until 2026-03-01 --json --shop "$shop"; prints_not '"id" : "r3"'
run check --shop "$shop"; ends 0
exit $failed
