#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Two programs at one shop, in a file and on a server: what is stored at one shows at the other, an open form stays as
# it is, and lines that the server ends are made again without a word.
. "${top_srcdir:?}/tests/e2e/terminal.sh" || exit 99

schema=e2e_line_$$
place=
sockets=()
# What is in the terminal at the counter: at 0, at 1.
at()
{
    socket=${sockets[$1]}
}
end_both()
{
    for socket in "${sockets[@]}"; do
        tmux -L "$socket" kill-server 2>/dev/null
    done
    [ -z "$place" ] || psql -qX "$TRESEN_TEST_PG" -c "DROP SCHEMA $schema CASCADE" 2>/dev/null
    finish
}
trap end_both EXIT

# open_both SHOP
open_both()
{
    sockets=()
    for counter in 0 1; do
        socket=tresen-none-$$
        term_start 80 24 "XDG_STATE_HOME=$work/state$counter" -- "$TRESEN" --shop "$1"
        sockets[counter]=$socket
        term_see '›'
    done
}

# note_at COUNTER WORDS: adds a note to Hilde Wagner.
note_at()
{
    at "$1"
    term_keys 'wagner'
    term_see '1 of 2'
    term_keys Enter
    term_see 'Wagner, Hilde'
    term_keys n
    term_see 'Note'
    term_keys -l "$2"
    term_see "$2"
    term_keys Enter
    term_gone '┌'
    term_see "$2"
}

try_shop()
{
    open_both "$1"
    note_at 0 'mag Zitronenrolle'
    note_at 1 'mag Mohnzopf'
    term_see 'Zitronenrolle'
    at 0
    term_see 'Mohnzopf'
    # A form in which somebody types stays as it is while the other counter saves.
    term_keys Escape
    term_keys Escape
    term_see '› '
    term_keys F2
    term_see 'New customer'
    term_keys 'Xaver'
    term_see 'Xaver'
}

finish_shop()
{
    at 0
    term_keys 'ius'
    term_see 'Xaverius'
    term_keys F4
    term_see 'Xaverius'
    term_gone 'New customer'
    for counter in 0 1; do
        at "$counter"
        term_keys F10
        term_gone '─────'
    done
    "$TRESEN" --shop "$1" find Xaverius | grep -q Xaverius || complain 'what was typed was not saved'
    "$TRESEN" --shop "$1" check >/dev/null || complain 'check is not content'
}

printf 'Kd-Nr.;Vorname;Nachname\n1042;Hilde;Wagner\n1043;Kurt;Ott\n' >"$work/list.csv"
file=$work/data/tresen/shop.tresen
"$TRESEN" import "$work/list.csv" >/dev/null || complain 'no shop to begin with'
cp "$file" "$work/other.tresen"
try_shop "$file"
finish_shop "$file"

if [ -z "${TRESEN_TEST_PG-}" ] || ! command -v psql >/dev/null; then
    echo 'The server is left out: TRESEN_TEST_PG names none.'
    exit 0
fi
psql -qX "$TRESEN_TEST_PG" -c "CREATE SCHEMA $schema" || complain 'no schema'
place="$TRESEN_TEST_PG options='-c search_path=$schema'"
"$TRESEN" --shop "$work/other.tresen" move --to "$place" >/dev/null || complain 'the shop did not move'
try_shop "$place"
# As a server does that begins anew.
psql -qXAt "$TRESEN_TEST_PG" >/dev/null \
    -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tresen'"
finish_shop "$place"

# Nobody there: a sentence, and a status of its own.
"$TRESEN" --shop 'host=127.0.0.1 port=1 dbname=none sslmode=disable' find Ott 2>"$work/words"
[ $? = 3 ] || complain 'the status does not say that the server is away'
grep -q 'cannot be reached' "$work/words" || complain "no sentence: $(cat "$work/words")"
