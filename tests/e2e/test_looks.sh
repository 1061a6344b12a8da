#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a person chose for this machine: language and theme hold at once, at the next start, and for the commands; what
# is wrong in the files is told and stops nothing.
. "${top_srcdir:?}/tests/e2e/terminal.sh" || exit 99

conf=$XDG_CONFIG_HOME/tresen
printf 'Nr;Name\n1;Anna Beispiel\n' >"$work/list.csv"
"$TRESEN" import "$work/list.csv" >/dev/null || complain 'no shop to begin with'

colours()
{
    tmux -L "$socket" capture-pane -e -p
}
# No colour but the terminal's own.
is_plain()
{
    ! colours | grep -qE $'\033\\[([0-9]+;)*([34][0-8]|9[0-7]|10[0-7])[;m]'
}
steady()
{
    local before
    before=$(colours)
    sleep 0.1
    [ "$before" = "$(colours)" ]
}
shows()
{
    colours | grep -q "$1"
}

# German at once, and from then on.
term_start 80 24 -- "$TRESEN"
term_see 'F2 New'
term_keys M-l
term_see 'Sprache / Language'
term_keys Home Enter
term_see 'F2 Neu'
term_keys F10
term_ended 0
[ "$(stat -c %a "$conf/tresen.conf")" = 600 ] || complain 'others can read what was chosen'
term_start 80 24 -- "$TRESEN"
term_see 'F2 Neu'
term_keys F10
term_ended 0
"$TRESEN" --help | grep -q 'merkt sich' || complain 'the commands do not speak German'
LC_ALL=C LANGUAGE=en "$TRESEN" --help | grep -q 'merkt sich' || complain 'what was chosen counts less than LANGUAGE'

# English, also where the system wants German; then the system's.
term_start 80 24 LANGUAGE=de -- "$TRESEN"
term_see 'F2 Neu'
term_keys M-l
term_see 'Sprache / Language'
term_keys Home Down Enter
term_see 'F2 New'
term_keys M-l
term_see 'Sprache / Language'
term_keys End Enter
term_see 'F2 Neu'
term_keys F10
term_ended 0
grep -q language "$conf/tresen.conf" && complain 'the system'\''s language was kept as a choice'

# Each theme is seen at once, and completely: as after a start with it.
declare -A helps=([light]='bright shop' [dark]='the evening' [contrast]='weak eyes' [console]='eight colours')
is_as()
{
    [ "$(colours)" = "$(cat "$1")" ]
}
for theme in "${!helps[@]}"; do
    printf '[screen]\ntheme=%s\n' "$theme" >"$conf/tresen.conf"
    term_start 80 24 -- "$TRESEN"
    term_see 'F2 New'
    term_keys M-t
    term_see "${helps[$theme]}"
    wait_until 10 steady || complain "the theme $theme is never drawn"
    colours >"$work/$theme"
    term_keys F10
    term_ended 0
done
rm "$conf/tresen.conf"
term_start 80 24 -- "$TRESEN"
term_see 'F2 New'
term_keys M-t
term_see "own text"
for theme in light dark contrast console; do
    term_keys Down
    wait_until 10 is_as "$work/$theme" || complain "the theme $theme was not drawn completely"
done
term_keys Down
wait_until 10 is_plain || complain 'colours are left without colours'
term_keys Home Down Enter
wait_until 10 grep -qs '^theme=light$' "$conf/tresen.conf" || complain 'the theme was not kept'
wait_until 10 shows '48;5;231' || complain 'the theme does not hold'
term_keys F10
term_ended 0
term_start 80 24 -- "$TRESEN"
term_see 'F2 New'
wait_until 10 shows '48;5;231' || complain 'the theme is forgotten'
term_keys F10
term_ended 0

# No colour where none is wanted, whatever was chosen.
term_start 80 24 NO_COLOR=1 -- "$TRESEN"
term_see 'F2 New'
is_plain || complain 'colours in spite of NO_COLOR'
term_keys F10
term_ended 0

# Faults are told once, with file and line.
mkdir -p "$conf/themes"
printf 'text = default\nselekted = red\n' >"$conf/themes/mine.theme"
printf '[screen]\ntheme=mine\nlanguage=fr\n' >"$conf/tresen.conf"
term_start 80 24 -- "$TRESEN"
term_see 'selekted'
term_see '"fr"'
term_keys Escape
term_see 'F2 New'
term_keys F10
term_ended 0
printf '[screen]\nwhat is this\n' >"$conf/tresen.conf"
term_start 80 24 -- "$TRESEN"
term_see 'neither a group'
# Where the sentence breaks depends on the length of the path.
term_text | tr -d '│\n' | tr -s ' ' | grep -qF 'line 2: This' || complain 'the line is not named'
term_keys Escape
term_see 'F2 New'
term_keys F10
term_ended 0
"$TRESEN" find anna >/dev/null || complain 'a broken file stops the commands'
