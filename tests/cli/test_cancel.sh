#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# An import that is cancelled or killed leaves the shop as it was; who has to wait for another program is told so.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/folder/shop
mkdir "$work/folder"
make_shop "$shop"
awk 'BEGIN { print "Nr;Vorname;Nachname;Telefon"; for (i = 0; i < 30000; i++) printf "%d;Vor%d;Nach%d;0421 %d\n", 10000 + i, i, i, 100000 + i }' >"$work/long.csv"
printf 'Nr;Vorname;Nachname\n90001;Ida;Mühlbauer\n' >"$work/short.csv"

# until COMMAND…: waits until it succeeds; gives up when the import has ended or after a minute.
until_true()
{
    local end=$((SECONDS + 60))
    until "$@" 2>/dev/null; do
        if [ $SECONDS -ge $end ] || ! kill -0 "$import" 2>/dev/null; then
            called="waiting for: $*"
            : >"$work/out"
            wrong 'did not come about'
            return
        fi
        read -rt 0.01 <> <(:) || :
    done
}
# A script's children ignore Ctrl-C; this one shall not.
start() { env --default-signal=INT "$TRESEN" "$@" >"$work/import.out" 2>"$work/import.err" & import=$!; }
# over: the import has ended; $status, and its output for ends, says …
over()
{
    wait "$import" 2>/dev/null; status=$?
    called="the import that was $1"
    cp "$work/import.out" "$work/out"
    cp "$work/import.err" "$work/err"
}
# as_before: six customers, all in order, nothing lying about.
as_before()
{
    run check --shop "$shop"; ends 0; prints 'its 6 customers'
    [ "$(ls -A "$work/folder")" = shop ] || wrong "left behind: $(ls -A "$work/folder")"
}

for signal in INT TERM HUP; do
    start import "$work/long.csv" --shop "$shop"
    until_true test -s "$shop-journal"
    kill -"$signal" "$import"
    over "sent $signal"; ends 1; prints_nothing; says 'Nothing was changed'
    as_before
done
# Killed with only the journal begun, and with half of it in the file.
whole=$(stat -c %s "$shop")
for more in 0 500000; do
    start import "$work/long.csv" --shop "$shop"
    is_under_way() { [ -s "$shop-journal" ] && [ "$(stat -c %s "$shop")" -ge $((whole + more)) ]; }
    until_true is_under_way
    kill -KILL "$import"
    over 'killed'; ends 137
    run check --shop "$shop"; ends 0; prints 'its 6 customers'
    run find "Vor1 Nach1" --shop "$shop"; prints_not "Vor1"
done
rm -f "$shop-journal"

# A shop that was being made: nothing of it is left, and the next one is made.
start import "$work/long.csv" --shop "$work/folder/new"
being_filled() { [ -n "$(find "$work/folder" -name 'new.*' -size +0)" ]; }
until_true being_filled
kill -INT "$import"
over 'cancelled while making a shop'; ends 1; says 'Nothing was changed'
[ "$(ls -A "$work/folder")" = shop ] || wrong "left behind: $(ls -A "$work/folder")"

# Waiting. The first import stands still in the middle of its work.
start import "$work/long.csv" --shop "$shop"
until_true test -s "$shop-journal"
kill -STOP "$import"
"$TRESEN" import "$work/short.csv" --shop "$shop" >"$work/second.out" 2>"$work/second.err" & second=$!
until_true grep -q 'Another program' "$work/second.err"
kill -KILL "$import"
over 'killed while another waited'
wait "$second"; status=$?
called='the import that waited'
cp "$work/second.out" "$work/out"
cp "$work/second.err" "$work/err"
ends 0; says 'Another program'
run check --shop "$shop"; ends 0; prints 'its 7 customers'
exit $failed
