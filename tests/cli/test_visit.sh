#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# visit: what a till tells is noted once, and what cannot be is refused with a sentence.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

run visit 1042 --amount 12,50 --article Torte --article Kaffee --article torte --id 'till 1' --shop "$shop"
ends 0; says_nothing
prints_all <<'END'
Noted for Hilde Wagner: €12.50.
END
# Told again, also about somebody else and with something else, it counts once.
run visit 1042 --amount 12,50 --article Torte --id 'till 1' --shop "$shop"; ends 0; says_nothing; prints 'till 1 was noted before'
run visit 7 --amount 3 --id 'till 1' --shop "$shop"; ends 0; prints 'Nothing was added'
run visit 7 --shop "$shop"; ends 0; prints 'Noted for “Studentin von gegenüber”.'
run visit 7 --amount=-3,20 --shop "$shop"; ends 0; prints '-€3.20'
run visit 7 --amount -3.20 --shop "$shop"; ends 0; prints '-€3.20'
run visit 7 --amount 3.20 --return --note 'zu salzig' --shop "$shop"; ends 0; prints '-€3.20'
run visit 7 --amount '1.234,50 €' --channel web --date 2026-02-01 --time 9.30 --for Oma --occasion Taufe --shop "$shop"; ends 0; prints '€1,234.50'
run visit 7 --channel 'By phone' --shop "$shop"; ends 0
run visit 7 --article "$(printf '%0300d' 7)" --shop "$shop"; ends 0

picture "$work" >"$work.before"
for amount in 99999999999999999999 9223372036854775808 -9223372036854775809 10000000000,01; do
    run visit 7 --amount "$amount" --shop "$shop"; ends 2; prints_nothing; says 'more than can be kept'
done
for amount in '' viel 12,345,6 '12 USD' NaN 1e9 0x10; do
    run visit 7 --amount "$amount" --shop "$shop"; ends 2; prints_nothing; says 'not an amount'
done
run visit 7 --channel pigeon --shop "$shop"; ends 2; prints_nothing; says 'counter, phone, web, delivery'
run visit 7 --date 2026-02-30 --shop "$shop"; ends 2; prints_nothing; says 'not a day'
run visit 7 --date 2026-03-02 --shop "$shop"; ends 2; prints_nothing; says 'still to come'
run visit 7 --time 25:00 --shop "$shop"; ends 2; prints_nothing; says 'no time of day'
run visit 7 --branch Mond --shop "$shop"; ends 1; prints_nothing; says 'no branches yet'
run visit 7 --article ' ' --shop "$shop"; ends 1; prints_nothing; says 'needs a name'
run visit 4711 --amount 3 --shop "$shop"; ends 1; prints_nothing; says 'No customer has the number'
run visit --shop "$shop"; ends 2; prints_nothing; says 'which customer'
run visit 7 8 --shop "$shop"; ends 2; prints_nothing
run visit 7 --return=yes --shop "$shop"; ends 2; prints_nothing
picture "$work" >"$work.after"
called='refused visits'
grep -v '/\(out\|err\|diff\)' "$work.before" >"$work.b"; grep -v '/\(out\|err\|diff\)' "$work.after" >"$work.a"
status=0
cmp -s <(grep ' ./shop\| ./home' "$work.b") <(grep ' ./shop\| ./home' "$work.a") || wrong 'something was written'
rm -f "$work.before" "$work.after" "$work.a" "$work.b"

# The file may only be read.
chmod 444 "$shop"; chmod 555 "$work"
TRESEN_READ=1 as_other "$TRESEN" visit 7 --shop "$shop" >/dev/null 2>&1
status=$?; called='visit in a shop that can only be read'
chmod 755 "$work"; chmod 644 "$shop"
[ "$status" -ne 0 ] || wrong 'should be refused'

run visit --help; ends 0; prints 'counter, phone, web or delivery'; prints 'several times'
exit $failed
