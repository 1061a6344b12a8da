#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tresen demo: a shop to look around in, apart from everything real.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
usual=$HOME/.local/share/tresen/demo.tresen

# Without a terminal it is made, and says where.
run demo; ends 0; says_nothing; prints "$usual"; prints 'tresen demo'
[ "$(stat -c %a "$usual") $(stat -c %a "${usual%/*}")" = '600 700' ] || wrong 'others can read the demo'
[ "$(find "$HOME" -type f | wc -l)" -eq 1 ] || wrong "left behind: $(find "$HOME" -type f)"
run check --shop "$usual"; ends 0; prints '250 customers'
run today --shop "$usual"; ends 0; prints 'Hilde Wagner'; prints 'turns 70'
run find dackel --shop "$usual"; ends 0; prints 'Klein, Maria'
run today; ends 1; says 'no shop'

# Today's stays as it is; another number or another day makes it anew.
first=$(stat -c %i "$usual")
run demo; ends 0
[ "$(stat -c %i "$usual")" = "$first" ] || wrong 'made it again'
run demo --customers 10; ends 0
run check --shop "$usual"; ends 0; prints '10 customers'
TRESEN_NOW=2026-03-02T09:00:00 run demo; ends 0
TRESEN_NOW=2026-03-02T09:00:00 run today --shop "$usual"; ends 0; prints 'Hilde Wagner'; prints '2 March'

# Another place.
run demo --file "$work/look around.tresen" --customers 40; ends 0; prints "--shop '$work/look around.tresen'"
run check --shop "$work/look around.tresen"; ends 0; prints '40 customers'
run demo --file "$work/gone/x.tresen"; ends 1; says 'no folder'
run demo --file ''; ends 2; says '--file needs'
make_shop "$work/real.tresen"
cp "$work/real.tresen" "$work/before"
run demo --file "$work/real.tresen"; ends 1; says 'something else than a demo shop'
cmp "$work/real.tresen" "$work/before" || wrong 'touched a real shop'
echo 'a letter' >"$work/letter"
run demo --file "$work/letter"; ends 1; says 'something else than a demo shop'
[ "$(cat "$work/letter")" = 'a letter' ] || wrong 'touched a letter'

for number in 9 1000001 0 -5 many '' 1e3 12x; do
    run demo --file "$work/number.tresen" --customers="$number"; ends 2; says 'number from 10 to 1000000'
done
[ ! -e "$work/number.tresen" ] || wrong 'made one all the same'
run demo now; ends 2; says 'one word too many'
run find --customers 10 x; ends 2; says 'no option'

# Ctrl-C takes everything back.
called='tresen demo, interrupted'
"$TRESEN" demo --file "$work/large.tresen" --customers 1000000 >"$HOME/out" 2>"$HOME/err" &
maker=$!
for ((i = 0; i < 1000; i++)); do
    [ -n "$(find "$work" -maxdepth 1 -name 'large.tresen.new-*')" ] && break
    sleep 0.02
done
kill -TERM $maker
wait $maker; status=$?
[ "$status" -eq 1 ] && grep -q 'Cancelled' "$HOME/err" || wrong "ended with $status: $(cat "$HOME/err")"
[ -z "$(find "$work" -maxdepth 1 -name 'large.tresen*')" ] || wrong 'left something behind'
exit $failed
