#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bench.sh SIZE…: measures shops of so many customers, beside other programs on the same customers, in one run. What
# the figures mean: README.md. Run by "make bench".
set -u -o pipefail
here=$top_srcdir/tests/bench
tools=$top_builddir/tests/bench
shops=$tools/shops
. "$here/peers.sh" || exit 1

for tool in sqlite3 fzf grep awk; do
    command -v "$tool" >/dev/null || {
        echo "make bench compares Tresen with $tool, which is not on this machine (Debian: apt-get install $tool)." >&2
        exit 1
    }
done
for size in "$@"; do
    [[ $size =~ ^[1-9][0-9]*$ ]] || { echo "“$size” is no number of customers: make bench SIZES=\"1000 10000\"" >&2; exit 1; }
done

# The program as people start it, at a fixed hour, with nothing of the person who measures.
export HOME=$shops/home TRESEN_NOW=2026-03-02T09:00:00 TERM=xterm-256color
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME G_DEBUG NO_COLOR DBUS_SESSION_BUS_ADDRESS
mkdir -p "$HOME"
KEYS=${BENCH_KEYS:-1500} RUNS=21 PEER_RUNS=7 SAMPLE=${BENCH_SAMPLE:-5000} RECALL_SIZE=100000

# What a shop is made of: another sum, another shop.
stamp()
{
    cat "$here"/{corpus,families,fill,names,remarks,zipf,makeshop}.c "$here/seed.h" "$top_srcdir"/data/demo/{names,words}*.c \
        "$top_srcdir"/data/db/migrations/* "$top_srcdir"/data/lookup/{words,wordline,place,sound,dictionary,fold}.c | cksum
}

# provide SIZE: the shop and the text, from an earlier run if they are still right.
provide()
{
    local sum
    sum=$(stamp)
    if [ ! -e "$shops/$1.tresen" ] || [ "$(cat "$shops/$1.stamp" 2>/dev/null)" != "$sum" ]; then
        echo "making a shop of $1 customers …" >&2
        "$tools/makeshop" "$1" "$shops/$1.tresen" "$shops/$1.txt" >"$shops/$1.built" || return 1
        "$TRESEN" --shop "$shops/$1.tresen" check >&2 || return 1
        # Else the program would make the day's backup while the keys are typed.
        "$TRESEN" --shop "$shops/$1.tresen" backup >&2 || return 1
        echo "$sum" >"$shops/$1.stamp"
    fi
}

# measure SIZE: all figures, one a line, on standard output.
measure()
{
    local shop=$shops/$1.tresen text=$shops/$1.txt i=0 words class
    cat "$shops/$1.built"
    shop_pages "$shop"
    watch sqlite.bare "$RUNS" - sqlite3 :memory: 'SELECT 1'
    watch sqlite.shop "$RUNS" - sqlite3 "$shop" 'SELECT 1 FROM customer LIMIT 1'
    "$tools/keys" "$TRESEN" "$shop" "$1" "$KEYS" || return 1
    "$tools/query" "$shop" "$1" "$KEYS" "${queries[@]#* }" || return 1
    for words in "${queries[@]}"; do
        class=${words%% *} words=${words#* } i=$((i + 1))
        watch "find.$i" "$RUNS" - "$TRESEN" --shop "$shop" find $words
        watch "fzf.$i" "$PEER_RUNS" "$text" fzf --filter "$words"
        watch "grep.$i" "$PEER_RUNS" - sh -c "$(grep_command "$words" "$text")"
        watch "like.$i" "$PEER_RUNS" - sqlite3 "$shop" "$(like_command "$class" "$words")"
    done
    [ "$1" != "$RECALL_SIZE" ] || "$tools/recall" "$shop" "$1" "$SAMPLE"
}
watch()
{
    "$tools/stopwatch" "$@" || exit 1
}

missed=$shops/missed
: >"$missed"
measured=()
printf '%s cores, load %s; times in milliseconds\n' "$(nproc)" "$(cut -d' ' -f1-3 /proc/loadavg)"
for size in "$@"; do
    provide "$size" || exit 1
    echo "measuring $size customers …" >&2
    measure "$size" >"$shops/$size.figures" || { echo "The run with $size customers could not be finished." >&2; exit 1; }
    measured+=("$shops/$size.figures")
    LC_ALL=C awk -v size="$size" -v missed="$missed" -v queries="$(printf '%s\n' "${queries[@]#* }")" -f "$here/table.awk" \
        "${measured[@]}"
done

echo
case " $* " in
*" $RECALL_SIZE "*) ;;
*) echo "How well people are found is counted at $RECALL_SIZE customers, which this run left out." ;;
esac
if [ -s "$missed" ]; then
    echo 'Targets that were missed:'
    cat "$missed"
else
    echo 'All targets of the sizes measured were met.'
fi
