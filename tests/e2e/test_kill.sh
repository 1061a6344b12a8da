#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Killed at any moment of taking over a list, the shop opens, check is content, and it is all or nothing.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config LC_ALL=C.UTF-8
unset LANGUAGE TRESEN_NOW
cp "$top_srcdir/tests/fixtures/stammkunden.csv" "$work/list.csv"
head -n 1 "$work/list.csv" >"$work/one.csv"
printf '1;;Anna;Beispiel;;;;0421 1;;;;\n' >>"$work/one.csv"

# How many customers the shop has; nothing when it cannot be read.
customers()
{
    "$TRESEN" export --csv "$work/out.csv" --shop "$1" >/dev/null 2>&1 || return 1
    "$TRESEN" import "$work/out.csv" --dry-run --json --shop "$1" 2>/dev/null | sed -n 's/.*"read" : \([0-9]*\).*/\1/p'
}

seed=${TRESEN_SEED:-$(date +%N)}
echo "seed $seed"
RANDOM=$((10#$seed % 32768))
whole=0
for round in $(seq 10); do
    shop=$work/shop-$round.tresen
    rm -f "$work"/list-*
    # Every other time the shop is there already.
    [ $((round % 2)) -eq 0 ] || "$TRESEN" import "$work/one.csv" --shop "$shop" >/dev/null 2>&1
    before=0
    [ ! -e "$shop" ] || before=$(customers "$shop")
    "$TRESEN" import "$work/list.csv" --shop "$shop" >/dev/null 2>&1 &
    pid=$!
    sleep "$(printf %d.%03d $((RANDOM % 2)) $((RANDOM % 1000)))"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    [ -e "$shop" ] || continue
    "$TRESEN" check --shop "$shop" >"$work/said" 2>&1 || { echo "round $round: check is not content:"; cat "$work/said"; exit 1; }
    after=$(customers "$shop")
    case $after in
        "$before") ;;
        3060 | 3061) whole=$((whole + 1)) ;;
        *) echo "round $round: $before customers before, $after after"; exit 1 ;;
    esac
    ! ls "$work"/list-* >/dev/null 2>&1 || { echo "round $round: a file of refused records was left"; exit 1; }
done
echo "$whole of 10 were through before they were killed"
