#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Promise 14: where data was, there is never an empty list. The shop's file is moved, cut, swapped for something else or made
# unreadable; every command and the full screen name the file, touch nothing, and make no shop.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
export XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config LC_ALL=C.UTF-8 TERM=xterm-256color
unset LANGUAGE LANG NO_COLOR TMUX
mkdir -p "$XDG_STATE_HOME" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$work/place"
good=$work/good.tresen shop=$work/place/shop.tresen socket=tresen-wrong-$$
trap 'tmux -L "$socket" kill-server 2>/dev/null; rm -rf "$work"' EXIT
make_shop "$good"
list=$work/list.csv
printf 'Vorname;Nachname\nNeu;Neumann\n' >"$list"
has_tmux=$(command -v tmux)
cases=0 told=0

# begin: the shop as it was at the last start, known to this computer, with a backup of yesterday.
begin()
{
    rm -rf "$work/place" "$XDG_STATE_HOME"
    mkdir "$work/place"
    printf 'Vorname;Nachname\nHilde;Wagner\n' >"$work/first.csv"
    "$TRESEN" import --shop "$shop" "$work/first.csv" >"$work/out" 2>&1 || exit 99
    cp "$good" "$shop"
    TRESEN_NOW=2026-02-28T18:00:00 "$TRESEN" backup --shop "$shop" >"$work/out" 2>&1 || { cat "$work/out"; exit 99; }
}

screen_shows() { tmux -L "$socket" capture-pane -p 2>/dev/null | tr -d '\n ' | grep -qF "$(printf %s "$1" | tr -d ' ')"; }

# The full screen says which file it is and that it cannot be opened, and Esc ends it.
look_at_screen()
{
    [ -n "$has_tmux" ] || return 0
    tmux -L "$socket" -f /dev/null new-session -d -x 200 -y 30 "$(printf '%q ' "$TRESEN" --shop "$shop"); sleep 60"
    local end=$((SECONDS + 10))
    until screen_shows "${screen_says:-The shop cannot be opened}"; do
        if [ "$SECONDS" -ge "$end" ]; then
            wrong "the screen does not say that it cannot be opened"
            tmux -L "$socket" capture-pane -p
            break
        fi
        sleep 0.05
    done
    screen_shows 'shop.tresen' || wrong 'the screen does not name the file'
    ! screen_shows 'Welcome to Tresen' || wrong 'the screen offers a new shop'
    tmux -L "$socket" send-keys Escape
    tmux -L "$socket" kill-server 2>/dev/null
}

# holds NAME: what is at the shop's place now is told by all and changed by none.
holds()
{
    cases=$((cases + 1))
    local before after
    before=$(picture "$work/place")
    for command in 'find hilde' 'show 1' today check "import $list" "import --dry-run $list" "export --csv $work/out.csv"; do
        # shellcheck disable=SC2086
        run $command --shop "$shop"
        called="$1: $called"
        ends 1; says shop.tresen; prints_nothing
        [ "$status" -ne 1 ] || told=$((told + 1))
    done
    called="$1: the full screen"
    look_at_screen
    after=$(picture "$work/place")
    [ "$before" = "$after" ] || wrong 'what is at the place of the shop has changed'
    rm -f "$work/out.csv"
}

begin; rm "$shop"; holds 'gone'
begin; mv "$shop" "$work/place/shop-old.tresen"; holds 'renamed'
begin; mv "$work/place" "$work/elsewhere"; mkdir "$work/place"; holds 'moved with its folder'; rm -rf "$work/elsewhere"
begin; : >"$shop"; holds 'zero bytes'
begin; printf S >"$shop"; holds 'one byte'
begin; head -c 100 "$good" >"$shop"; holds 'header only'
begin; head -c $(($(stat -c %s "$good") / 2)) "$good" >"$shop"; holds 'half'
begin; printf '\377\330\377\340\0\020JFIF\0\001' >"$shop"; head -c 5000 /dev/urandom >>"$shop"; holds 'a JPEG'
begin; printf 'BEGIN TRANSACTION;\nCREATE TABLE customer(id INTEGER);\nCOMMIT;\n' >"$shop"; holds 'a dump as text'
begin; rm "$shop"; mkdir "$shop"; holds 'a folder'
begin; rm "$shop"; mkfifo "$shop"; holds 'a pipe'
begin; rm "$shop"; ln -s "$work/nowhere" "$shop"; holds 'a dangling link'
# The number of the program that made it stands at byte 68.
begin; printf 'XXXX' | dd of="$shop" bs=1 seek=68 conv=notrunc status=none; holds 'another application'
# Everything but the header.
begin; head -c $(($(stat -c %s "$good") - 100)) /dev/zero | tr '\0' 'x' | dd of="$shop" bs=1 seek=100 conv=notrunc status=none 2>/dev/null; holds 'damaged'

# What comes from there is brought back, and only then the list is there again.
run restore 1 --yes --shop "$shop"; ends 0
run find hilde --shop "$shop"; ends 0; prints Hilde

if [ "${TRESEN_TORTURE:-}" ]; then
    echo "promise 14: $cases cases, $told commands, each names the file; none made a shop or touched anything"
fi
exit $failed
