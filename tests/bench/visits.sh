#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# visits.sh: how long timeline, dashboard and taking over orders take beside sqlite3. What the figures mean: README.md.
# Run by "make bench" and "make bench-visits".
set -u -o pipefail
here=$top_srcdir/tests/bench
tools=$top_builddir/tests/bench
shops=$tools/shops
customers=${BENCH_CUSTOMERS:-100000} visits=${BENCH_VISITS:-2000000} lines=${BENCH_LINES:-1000000}
export HOME=$shops/home TRESEN_NOW=2026-03-02T09:00:00
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME G_DEBUG
mkdir -p "$HOME"
command -v sqlite3 >/dev/null || { echo 'make bench needs sqlite3 (Debian: apt-get install sqlite3).' >&2; exit 1; }

fail() { echo "The run over visits could not be finished: $1." >&2; exit 1; }
# took COMMAND…: how many seconds it takes; what it writes goes to $shops/said.
took()
{
    local begin
    begin=$(date +%s.%N)
    "$@" >"$shops/said" 2>&1 || { cat "$shops/said" >&2; return 1; }
    awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN { printf "%.2f\n", b - a }'
}
# The customers come from the shop bench.sh makes, or from one made here.
people=$shops/$customers.tresen
[ -e "$people" ] || "$tools/makeshop" "$customers" "$people" "$shops/$customers.txt" >"$shops/$customers.built" || fail 'no customers'

# A shop with that many visits: about two lines an order.
past=$shops/$customers-$visits.tresen
if [ ! -e "$past" ] || [ "$people" -nt "$past" ]; then
    echo "making a shop of $visits visits …" >&2
    cp "$people" "$past.new" && "$tools/makeorders" "$customers" $((visits * 2)) 1 "$shops/orders.csv" || fail 'no orders'
    "$TRESEN" --shop "$past.new" import --orders "$shops/orders.csv" --json >"$shops/said" || fail 'no visits'
    "$TRESEN" --shop "$past.new" check >&2 || fail 'the check found something'
    mv "$past.new" "$past" && rm "$shops/orders.csv"
fi
"$tools/past" read "$past" >"$shops/past.figures" || fail 'timeline and dashboard'

# The same file, into Tresen and by ".import" into two tables, visits and articles, with as many columns to look into.
cp "$people" "$shops/import.tresen" && "$tools/makeorders" "$customers" "$lines" 2 "$shops/orders.csv" || fail 'no orders'
ours=$(took "$TRESEN" --shop "$shops/import.tresen" import --orders "$shops/orders.csv" --json) || fail 'import'
rm -f "$shops/peer.db"
sqlite3 "$shops/peer.db" <<'END' || fail 'no tables'
CREATE TABLE visit (id TEXT, day TEXT, customer TEXT, article TEXT, quantity TEXT, amount TEXT);
CREATE INDEX visit_by_customer ON visit (customer, day);
CREATE INDEX visit_by_day ON visit (day);
CREATE INDEX visit_by_id ON visit (id);
CREATE TABLE item (id TEXT, day TEXT, customer TEXT, article TEXT, quantity TEXT, amount TEXT);
CREATE INDEX item_by_visit ON item (id);
CREATE INDEX item_by_customer ON item (customer);
CREATE INDEX item_by_article ON item (article);
END
theirs=$(took sqlite3 "$shops/peer.db" '.mode csv' '.separator ;' ".import --skip 1 $shops/orders.csv visit" \
    ".import --skip 1 $shops/orders.csv item") || fail 'sqlite3'
"$tools/past" undo "$shops/import.tresen" >>"$shops/past.figures" || fail 'taking back'
rm -f "$shops/orders.csv" "$shops/peer.db" "$shops/import.tresen"

printf '\n%s customers with %s visits; times in milliseconds\n\n' "$customers" "$visits"
LC_ALL=C awk -v ours="$ours" -v theirs="$theirs" -v lines="$lines" '
    { of[$1] = $2 }
    function tell(what, text) { printf "  %-44s %s\n", what, text }
    function met(is) { return is ? "met" : "MISSED" }
    END {
        tell("first page of a timeline, median / worst", sprintf("%.1f / %.1f   (under 100: %s)", of["timeline.first.median"], \
            of["timeline.first.worst"], met(of["timeline.first.worst"] < 100)))
        tell("a page far down, median / worst", sprintf("%.1f / %.1f   (under 100: %s)", of["timeline.deep.median"], \
            of["timeline.deep.worst"], met(of["timeline.deep.worst"] < 100)))
        tell("a scan over visits takes … times as long", sprintf("%.0f", of["timeline.scan"] / of["timeline.first.median"]))
        tell("dashboard, median / worst", sprintf("%.1f / %.1f   (under 100: %s)", of["dashboard.median"], of["dashboard.worst"], \
            met(of["dashboard.worst"] < 100)))
        tell("a scan over visits takes … times as long", sprintf("%.0f", of["dashboard.scan"] / of["dashboard.median"]))
        tell("taking over " lines " lines, seconds", sprintf("%.1f", ours))
        tell("sqlite3 .import of the same, seconds", sprintf("%.1f: %.1f times as long   (at most 3: %s)", theirs, ours / theirs, \
            met(ours <= 3 * theirs)))
        tell("taking it back, seconds", sprintf("%.1f", of["undo"] / 1000))
    }' "$shops/past.figures"
