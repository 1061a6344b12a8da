#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# due.sh: how long the home screen takes where all customers stand in a communication plan, and what the plan costs. What the
# figures mean: README.md. Run by "make bench" and "make bench-due".
set -u -o pipefail
tools=$top_builddir/tests/bench
shops=$tools/shops
customers=${BENCH_CUSTOMERS:-100000}
export HOME=$shops/home TRESEN_NOW=2026-03-02T09:00:00
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME G_DEBUG
mkdir -p "$HOME"

fail() { echo "The run over contacts could not be finished: $1." >&2; exit 1; }
# The customers come from the shop bench.sh makes, or from one made here.
people=$shops/$customers.tresen
[ -e "$people" ] || "$tools/makeshop" "$customers" "$people" "$shops/$customers.txt" >"$shops/$customers.built" || fail 'no customers'

cp "$people" "$shops/planned.tresen" && "$tools/planned" "$shops/planned.tresen" >"$shops/planned.figures" || fail 'planned'
"$TRESEN" --shop "$shops/planned.tresen" check >&2 || fail 'the check found something'
rm -f "$shops/planned.tresen"

printf '\n%s customers in a communication plan; times in milliseconds\n\n' "$customers"
LC_ALL=C awk '
    { of[$1] = $2 }
    function tell(what, text) { printf "  %-44s %s\n", what, text }
    function met(is) { return is ? "met" : "MISSED" }
    END {
        tell("home, median / worst", sprintf("%.1f / %.1f   (under 50: %s)", of["home.median"], of["home.worst"], \
            met(of["home.median"] < 50)))
        tell("of it the contacts, median / worst", sprintf("%.2f / %.2f", of["list.median"], of["list.worst"]))
        tell("a scan for these takes … times as long", sprintf("%.0f", of["list.scan"] / of["list.median"]))
        tell("three lines for all customers, seconds", sprintf("%.1f   (%d contacts)", of["plan.set"] / 1000, of["plan.rows"]))
        tell("noting a contact, median / worst", sprintf("%.1f / %.1f", of["deed.median"], of["deed.worst"]))
    }' "$shops/planned.figures"
