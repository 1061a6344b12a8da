#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The long run of what doc/SAFETY.md promises, for "make torture": tests/faults/torture.sh FAULT-TEST…, in the build
# folder. Each test does all of it instead of the little the suite has time for, and its figures ("promise 1: …") are
# collected in torture.txt. With TRESEN_TORTURE=10 a tenth of it is done.
set -u
export TRESEN_TORTURE=${TRESEN_TORTURE:-100}
figures=torture.txt
failed=0
: >"$figures"
for test; do
    printf '%s … ' "$test"
    begun=$SECONDS
    log=$test.torture.log
    case $test in
    *.sh) bash "$top_srcdir/$test" >"$log" 2>&1 ;;
    *) "./$test" >"$log" 2>&1 ;;
    esac
    status=$?
    case $status in
    0) printf 'passed, %s s\n' $((SECONDS - begun)) ;;
    77) printf 'skipped: %s\n' "$(tail -n 1 "$log")" ;;
    *)
        printf 'FAILED, %s s\n' $((SECONDS - begun))
        tail -n 30 "$log"
        failed=$((failed + 1))
        ;;
    esac
    grep '^promise ' "$log" | tee -a "$figures"
done
exit $((failed > 0))
