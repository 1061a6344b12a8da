#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# server.sh: the same shop in a file and on a PostgreSQL server of its own on this machine: moving it there and back, finding,
# saving. What the figures mean: README.md. Run by "make bench-server".
set -u -o pipefail
tools=$top_builddir/tests/bench
shops=$tools/shops
customers=${BENCH_CUSTOMERS:-100000} keys=${BENCH_KEYS:-1500}
export HOME=$shops/home TRESEN_NOW=2026-03-02T09:00:00
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME G_DEBUG
mkdir -p "$HOME"

fail() { echo "The run over a server could not be finished: $1." >&2; exit 1; }
seconds() { date +%s.%N; }
# tell NAME BEGIN: the seconds since then, as a figure.
tell() { LC_ALL=C awk -v name="$1" -v begin="$2" -v end="$(seconds)" 'BEGIN { printf "%s %.3f\n", name, end - begin }'; }

# The server is made anew, with the settings it comes with, and ends with this run.
if [ -z "${BENCH_SERVER-}" ]; then
    command -v pg_virtualenv >/dev/null || {
        echo 'make bench-server needs PostgreSQL and pg_virtualenv (Debian: apt-get install postgresql-15 postgresql-common).' >&2
        exit 1
    }
    LC_ALL=C.UTF-8 BENCH_SERVER=1 exec pg_virtualenv -t -v "${PGVERSION:-15}" "$BASH" "$0"
fi
server="host=$PGHOST port=$PGPORT user=$PGUSER password=$PGPASSWORD dbname=$PGDATABASE sslmode=disable"
unset PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE

# The customers come from the shop bench.sh makes, or from one made here.
people=$shops/$customers.tresen figures=$shops/server.figures
[ -e "$people" ] || "$tools/makeshop" "$customers" "$people" "$shops/$customers.txt" >"$shops/$customers.built" || fail 'no customers'
rm -f "$shops"/served*.tresen*
cp "$people" "$shops/served.tresen" && "$TRESEN" --shop "$shops/served.tresen" check >&2 || fail 'the shop is not whole'
cp "$shops/served.tresen" "$shops/served-file.tresen" || fail 'no room for a copy'

printf '%s cores, load %s; times in milliseconds unless they are seconds\n' "$(nproc)" "$(cut -d' ' -f1-3 /proc/loadavg)"
: >"$figures"
# move FROM TO NAME: carries the shop, says how long it took and the hash of all it holds, which the program prints last.
move()
{
    local begin told
    echo "moving the shop $3 …" >&2
    begin=$(seconds)
    told=$("$TRESEN" --shop "$1" move --to "$2") || fail "the shop does not move $3"
    tell "move.$3" "$begin" >>"$figures"
    hash=${told##*$'\n'}
}
move "$shops/served.tresen" "$server" there
hash_there=$hash
move "$server" "$shops/served-back.tresen" back
[ "$hash" = "$hash_there" ] || fail 'what came back is not what went'
"$TRESEN" --shop "$shops/served-back.tresen" check >&2 || fail 'what came back is not whole'
# The shop on the server says that it was moved, and is worked with all the same.
psql -Xq "$server" -c "DELETE FROM setting WHERE name = 'shop.moved_to'" || fail 'psql'
echo 'finding and saving …' >&2
"$tools/engines" "$shops/served-file.tresen" "$server" "$customers" "$keys" >>"$figures" || fail 'engines'
"$TRESEN" --shop "$server" check >&2 || fail 'the check of the server found something'
rm -f "$shops"/served*.tresen*

printf '\n%s customers in a file and on a PostgreSQL server over loopback\n\n' "$customers"
LC_ALL=C awk '
    { of[$1] = $2 }
    function tell(what, text) { printf "  %-46s %s\n", what, text }
    function met(is) { return is ? "met" : "MISSED" }
    function both(what, name) {
        tell(what ", file", sprintf("%.1f / %.1f", of["file." name ".median"], of["file." name ".p99"]))
        tell(what ", server", sprintf("%.1f / %.1f", of["server." name ".median"], of["server." name ".p99"]) \
            (name == "find" ? sprintf("   (median under 15: %s)", met(of["server.find.median"] < 15)) : ""))
    }
    END {
        print "  median / 99th percentile"
        both("finding after a key", "find")
        both("the quickest of three", "best")
        both("a save, to the disk", "save")
        tell("requests of a search, median / 99 % / most", sprintf("%d / %d / %d", of["server.find.ways.median"], \
            of["server.find.ways.p99"], of["server.find.ways.worst"]))
        tell("requests of a save, median / 99 %", sprintf("%d / %d", of["server.save.ways.median"], of["server.save.ways.p99"]))
        tell("searches with another answer than in the file", sprintf("%d   (none: %s)", of["differing"], met(of["differing"] == 0)))
        tell("moving there / back, seconds", sprintf("%.0f / %.0f   (the same hash)", of["move.there"], of["move.back"]))
    }' "$figures"
