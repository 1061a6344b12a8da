#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# feedback: what is noted, whose it is, and what is refused.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"

run feedback 1042 --csat 5 --shop "$shop"; ends 0; says_nothing
prints_all <<'EOF'
Noted for Hilde Wagner (Scores): 5 of 5
EOF
run feedback 1042 --shop "$shop" --csat 5 --nps 10 Die Torte war wunderbar; ends 0; says_nothing
prints_all <<'EOF'
Noted for Hilde Wagner (Praise): 5 of 5 · “Die Torte war wunderbar” · recommends 10 of 10
EOF
# Nobody's in particular; a number of several words is a text.
run feedback --shop "$shop" 'hätte gern Mohnkuchen'; ends 0; prints 'Noted (Wish): “hätte gern Mohnkuchen”'
run feedback --shop "$shop" 3 'Tische draußen fehlen'; ends 1; prints_nothing; says 'number 3'
run feedback --shop "$shop" -- '3 Tische draußen'; ends 0; prints 'Noted (Opinion): “3 Tische draußen”'
run feedback --shop "$shop" --ces 6 --phase Wochenmarkt; ends 0; prints 'ease 6 of 7'
# Words for kinds: the codes, or what people read.
run feedback --shop "$shop" --kind idea x; ends 0; prints '(Idea)'
run feedback --shop "$shop" --kind 'Brought somebody' x; ends 0; prints '(Brought somebody)'
run feedback 1042 --shop "$shop" --product 5 --advice 4; ends 0; prints '(Survey): product 5 · advice 4'
run feedback 1042 --shop "$shop" --kind survey; ends 0; prints 'did not want to answer'
run feedback 1042 --shop "$shop" --date 2026-02-28 --expectation above --touchpoint web --channel phone --article Stollen gut; ends 0
# Text that would steer the terminal is shown, not obeyed.
run feedback --shop "$shop" $'b\e[31mad'; ends 0; prints 'b�[31mad'

# refused STATUS ARGUMENTS…: a sentence, and nothing is noted.
refused()
{
    local wanted=$1
    shift
    run feedback --shop "$shop" "$@"; ends "$wanted"; prints_nothing; says '.'
}
cp "$shop" "$work/before"
refused 1
refused 1 1042
refused 1 99999 x
refused 1 '   '
refused 1 1042 --kind wish --csat 4
refused 1 x --branch Mond
for score in 0 6 -1 1.5 x '' 99999999999999999999; do refused 2 --csat "$score"; done
refused 2 --ces 0
refused 2 --ces 8
refused 2 --nps 11
refused 2 --nps -1
refused 2 x --kind nonsense
refused 2 x --expectation sideways
refused 2 x --channel pigeon
refused 2 x --date 2026-03-02
refused 2 x --date 1.3.
cmp -s "$shop" "$work/before" || wrong 'the shop was changed'
run check --shop "$shop"; ends 0
exit $failed
