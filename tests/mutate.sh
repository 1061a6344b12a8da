#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether the tests notice when the program is wrong, for "make mutate": tests/mutate.sh SOURCE BUILD COUNT [SEED]. In
# the copy SOURCE, built in BUILD, one condition, constant or sign at a time is turned into another (mutate.awk), in
# COUNT places of the files below (0: in all of them) that SEED picks, and the tests of that file run. Who survives is
# listed; below 80 % caught it fails.
set -u
source=${1:?} build=${2:?} count=${3:?} seed=${4:-1}
wanted=80
rules=$(cd "$(dirname "$0")" && pwd)/mutate.awk
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# A file, and the tests that watch it.
targets()
{
    cat <<'TABLE'
tui/text.c tui/test_text
tui/text_cells.c tui/test_text
data/base/character.c data/test_outlet tui/test_text
data/base/outlet.c data/test_outlet
data/base/money.c data/test_money
data/base/moneyread.c data/test_money
data/base/day.c data/test_day
data/base/daynear.c data/test_daynear
data/base/dayread.c data/test_dayread data/test_day
data/base/daywords.c data/test_day data/test_daynear
data/base/filebytes.c data/test_filebytes data/test_backup
data/base/instant.c data/test_instant
data/base/moment.c data/test_moment
data/base/timeofday.c data/test_timeofday
data/base/utf8.c data/test_utf8 data/test_outlet tui/test_text
data/db/migrate.c data/test_migrate data/test_shop
data/db/backup.c data/test_backup data/test_backuptrouble
data/db/backup_file.c data/test_backup data/test_backuptrouble faults/test_backuperrors
data/backup/carry.c data/test_backuptrouble faults/test_backuperrors
data/backup/folder.c data/test_backupstore data/test_backuptrouble faults/test_backuperrors
data/backup/ladder.c data/test_backupladder faults/test_ladder
data/backup/list.c data/test_backupstore data/test_backuptrouble
data/backup/passphrase.c data/test_passphrase
data/backup/place.c data/test_backupplace data/test_backupstore data/test_backuptrouble
data/backup/prove.c data/test_backuptrouble data/test_backupvault data/test_backupstore faults/test_backuperrors
data/backup/restore.c data/test_restore data/test_restorecount data/test_restoreodd data/test_restoretrouble faults/test_backuperrors
data/backup/restorecount.c data/test_restore data/test_restorecount data/test_restoreodd data/test_restoretrouble
data/backup/restorefinish.c data/test_restore data/test_restorecount data/test_restoreodd data/test_restoretrouble faults/test_backuperrors
data/backup/take.c data/test_backupstore data/test_backuptrouble faults/test_backuperrors
data/backup/vault.c data/test_backuptrouble data/test_backupvault
data/backup/vaultheader.c data/test_backupvault
data/backup/vaultmodule.c data/test_backupvault data/test_backuptrouble
data/backup/vaultstream.c data/test_backupvault faults/test_backuperrors
TABLE
}

# run_tests TEST…: whether all of them pass.
run_tests()
{
    local test
    for test; do
        (cd "$build" && timeout 120 "./tests/$test") >/dev/null 2>&1 || return 1
    done
}

# make_tests TEST…: builds them.
make_tests()
{
    make -C "$build" -s -j "$(nproc)" tresen-vault.la "${@/#/tests/}" >"$work/make.log" 2>&1
}

export top_srcdir=$source top_builddir=$build abs_top_builddir=$build TRESEN_MODULES=$build/.libs
export LC_ALL=C.UTF-8 TZ=Europe/Berlin HOME=$work
: >"$work/places"
while read -r file _; do
    awk -f "$rules" "$source/$file" | sed "s|^|$file |" >>"$work/places"
done < <(targets)
total=$(wc -l <"$work/places")
[ "$count" -gt 0 ] || count=$total
shuf --random-source=<(openssl enc -aes-256-ctr -pass "pass:$seed" -nosalt </dev/zero 2>/dev/null) -n "$count" "$work/places" |
    sort -k1,1 -k2,2n -k3,3n >"$work/chosen"

caught=0 survived=0 left_out=0
while read -r file line column length by; do
    read -r _ tests < <(targets | grep "^$file ")
    cp "$source/$file" "$work/original"
    awk -v line="$line" -v column="$column" -v length_of="$length" -v by="$by" -f "$rules" "$work/original" >"$source/$file"
    # shellcheck disable=SC2086
    if ! make_tests $tests; then
        left_out=$((left_out + 1))
    elif run_tests $tests; then
        survived=$((survived + 1))
        printf '%s:%s: survived: %s\n' "$file" "$line" "$(sed -n "${line}p" "$source/$file" | sed 's/^ *//')"
    else
        caught=$((caught + 1))
    fi
    cp "$work/original" "$source/$file"
done <"$work/chosen"
printf '%s places, %s tried: %s caught, %s survived, %s did not compile: %s %%\n' "$total" "$count" "$caught" \
    "$survived" "$left_out" "$((caught * 100 / (caught + survived > 0 ? caught + survived : 1)))"
[ $((caught * 100)) -ge $(((caught + survived) * wanted)) ]
