#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Where the output cannot go: a full device, a reader that left, closed files.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"
: >"$work/out"

for command in '--help' '--version' 'find wagner' 'find wagner --json' 'today' 'today --json' 'birthdays' 'show 1042 --json' 'check'; do
    called="tresen $command >/dev/full"
    # shellcheck disable=SC2086
    "$TRESEN" $command --shop "$shop" >/dev/full 2>"$work/err"; status=$?
    ends 1; says 'could not be written'

    called="tresen $command with a reader that left"
    mkfifo "$work/pipe"
    exec 5<>"$work/pipe" 6>"$work/pipe" 5<&-
    # shellcheck disable=SC2086
    "$TRESEN" $command --shop "$shop" >&6 2>"$work/err"; status=$?
    exec 6>&-
    rm "$work/pipe"
    ends 1; says 'could not be written'

    called="tresen $command with closed files"
    before=$(cksum <"$shop")
    # shellcheck disable=SC2086
    "$TRESEN" $command --shop "$shop" >&- 2>&- <&-; status=$?
    [ "$status" -le 1 ] || wrong "ended with $status"
    [ "$(cksum <"$shop")" = "$before" ] || wrong 'wrote into the shop'
done
# Messages that nobody can read change nothing.
called='tresen find zzz 2>/dev/full'
"$TRESEN" find zzz --shop "$shop" >"$work/out" 2>/dev/full; status=$?
: >"$work/err"
ends 1; prints_nothing
exit $failed
