#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Where the shop is: what --shop says, else tresen.conf, else the file in the data folder. A password in a place is nobody's to read.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
export XDG_CONFIG_HOME=$work/config
conf=$XDG_CONFIG_HOME/tresen/tresen.conf
mkdir -p "$XDG_CONFIG_HOME/tresen" "$work/shared"
make_shop "$work/shared/shop.tresen"
says_not() { ! grep -qF -- "$1" "$work/err" || wrong "should not say: $1"; }
choose() { printf '[shop]\nshop=%s\n' "$1" >"$conf"; }

# The file in the data folder, unless something else was chosen; --shop comes first.
run find wagner; ends 1; says 'There is no shop'
choose "$work/shared/shop.tresen"
run find wagner; ends 0; prints Wagner
run find wagner --shop "$work/none"; ends 1; says 'There is no shop'; says_not 'tresen.conf'

# Where the chosen one is not there, the way out is told.
choose "$work/none.tresen"
run find wagner; ends 1; says "$work/none.tresen"; says 'stands in tresen.conf'
run find wagner --shop "$work/shared/shop.tresen"; ends 0; prints Wagner
choose 'not a place'
run find wagner; ends 1; says 'There is no shop'; says_not 'not a place'

# A new shop is made where it was chosen.
choose "$work/shared/new.tresen"
printf 'Vorname;Nachname\nHilde;Wagner\n' >"$work/list.csv"
run import "$work/list.csv"; ends 0
[ -f "$work/shared/new.tresen" ] || wrong 'no shop where it was chosen'
[ ! -e "$HOME/.local/share/tresen/shop.tresen" ] || wrong "a shop in the data folder"

# The demo is apart from it.
run demo; ends 0; prints demo.tresen
[ -f "$HOME/.local/share/tresen/demo.tresen" ] || wrong "no demo where it belongs"
run find wagner; ends 0; prints Wagner

# A group shares its folder's files, also what an import makes there.
chmod 2770 "$work/shared"
rm "$work/shared/new.tresen"
run import "$work/list.csv"; ends 1; says "$work/shared/new.tresen"; says '--new'
[ ! -e "$work/shared/new.tresen" ] || wrong 'a new shop where one is gone'
run import --new "$work/list.csv"; ends 0
[ "$(stat -c %a "$work/shared/new.tresen")" = 660 ] || wrong "mode $(stat -c %a "$work/shared/new.tresen")"
chmod 700 "$work/shared"
rm "$work/shared/new.tresen"
run import --new "$work/list.csv"; ends 0
[ "$(stat -c %a "$work/shared/new.tresen")" = 600 ] || wrong "mode $(stat -c %a "$work/shared/new.tresen")"

# No password in the list of processes. The program is held in the middle of its output by a pipe that is full.
for word in '--shop=postgresql://kasse:geheim@laden/tresen' '--shop=host=laden password=geheim'; do
    mkfifo "$work/pipe"
    exec 7<>"$work/pipe"
    head -c 65536 /dev/zero >&7
    "$TRESEN" --help "$word" >&7 2>/dev/null &
    pid=$!
    until grep -q '\*\*\*' "/proc/$pid/cmdline" 2>/dev/null || ! kill -0 "$pid" 2>/dev/null; do :; done
    called="tresen $word"
    grep -q '\*\*\*' "/proc/$pid/cmdline" || wrong 'the place is not blotted out'
    ! grep -q geheim "/proc/$pid/cmdline" || wrong 'the password can be read'
    head -c 65536 <&7 >/dev/null
    wait "$pid"
    exec 7>&-
    rm "$work/pipe"
done

# Nor in what the program says.
run find wagner --shop 'postgresql://kasse:geheim@127.0.0.1:1/tresen?sslmode=disable'; ends 3; prints_nothing
says_not geheim
choose 'postgresql://kasse:geheim@127.0.0.1:1/tresen?sslmode=disable'
run find wagner; ends 3; says_not geheim; says 'stands in tresen.conf'
exit $failed
