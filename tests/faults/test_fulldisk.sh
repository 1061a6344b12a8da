#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Disks that are really full, of any size: what was said to be saved is there, what was refused is said, and there is
# room again it goes on. Then the limits of a process, no room for another file, and a file that goes away.
set -u
: "${top_srcdir:?}" "${TRESEN:?}"
if [ "${1-}" != inside ]; then
    unshare --user --map-root-user --mount true 2>/dev/null || { echo 'No file system can be mounted here.'; exit 77; }
    exec unshare --user --map-root-user --mount bash "$0" inside
fi

work=$(mktemp -d)
disk=$work/disk
mkdir "$disk"
trap 'umount "$disk" 2>/dev/null; rm -rf "$work"' EXIT
export HOME=$work/home LC_ALL=C.UTF-8 TRESEN_NOW=2026-03-01T09:00:00
unset LANGUAGE XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR
mkdir "$HOME"
printf 'Nr;Vorname;Nachname\n1;Anna;Klein\n' >"$work/one.csv"
{ echo 'Nr;Vorname;Nachname'; seq -f '%g;Anna;Nachname' 1500; } >"$work/many.csv"
"$TRESEN" import "$work/one.csv" --shop "$work/first.tresen" >/dev/null || exit 99
least=$(($(stat -c %s "$work/first.tresen") / 1024))
refused=0
disks=0
saves=0

wrong()
{
    echo "FAILED: $1"
    [ ! -s "$work/err" ] || sed 's/^/  err: /' "$work/err"
    exit 1
}

# A call of the program that was refused says so in a sentence and does not die.
refused_well()
{
    [ "$1" -lt 126 ] || wrong "$2: it died with $1"
    grep -qE '([.?)]|…)$' "$work/err" || wrong "$2: there is no sentence"
}

visits()
{
    "$TRESEN" timeline 1 --json --shop "$1" 2>/dev/null | grep -c '"kind" : "visit"'
}

# Fills a disk of $1 KiB with visits until one is refused, makes room, and goes on.
fill()
{
    local size=$1 shop=$disk/shop.tresen done=0 status=0 i
    mount -t tmpfs -o size="${size}k" tmpfs "$disk" || wrong 'no tmpfs'
    cp "$work/first.tresen" "$shop" || wrong 'the shop does not fit'
    # Only a little room is left, so that it is soon used up.
    local free=$(($(stat -f -c '%a * %S' "$disk") / 1024))
    head -c $(((free > 64 ? free - 64 - size % 60 : 0) * 1024)) /dev/zero >"$disk/filler"
    for i in $(seq 40); do
        "$TRESEN" visit 1 --id "v$i" --note "$(printf 'x%.0s' {1..900})" --shop "$shop" >/dev/null 2>"$work/err"
        status=$?
        [ $status -eq 0 ] || break
        done=$((done + 1))
    done
    if [ $status -ne 0 ]; then
        refused_well $status "a disk of $size KiB"
        grep -qi 'disk is full\|room' "$work/err" || wrong "a disk of $size KiB: it is not said to be full"
        refused=$((refused + 1))
        # A list does not fit either, and is not half there.
        "$TRESEN" import "$work/many.csv" --shop "$shop" >/dev/null 2>"$work/err" && wrong 'a list went into a full disk'
        refused_well $? 'a list'
        rm -f "$disk/filler"
    fi
    [ "$(visits "$shop")" -eq $done ] || wrong "a disk of $size KiB: $done were said to be saved, $(visits "$shop") are there"
    if [ $status -ne 0 ]; then
        "$TRESEN" visit 1 --id "v$i" --shop "$shop" >/dev/null 2>"$work/err" || wrong "a disk of $size KiB: again, with room"
        done=$((done + 1))
    fi
    "$TRESEN" check --shop "$shop" >/dev/null 2>"$work/err" || wrong "a disk of $size KiB: check is not content"
    [ "$(visits "$shop")" -eq $done ] || wrong "a disk of $size KiB: not all are there in the end"
    umount "$disk"
    disks=$((disks + 1))
    saves=$((saves + done))
}

step=16
[ -z "${TRESEN_TORTURE-}" ] || step=$((400 / TRESEN_TORTURE))
first=$((least + 96))
last=$((first + 1))
[ -z "${TRESEN_TORTURE-}" ] || last=$((first + 4096))
for ((size = first; size < last; size += step)); do
    fill "$size"
done
[ $refused -gt 0 ] || wrong 'no disk was ever full'

# A new shop does not fit: nothing of it is left.
mount -t tmpfs -o size=128k tmpfs "$disk"
"$TRESEN" import "$work/one.csv" --shop "$disk/new.tresen" >/dev/null 2>"$work/err" && wrong 'a shop in too little room'
refused_well $? 'a new shop'
[ -z "$(ls -A "$disk")" ] || wrong "half a shop was left: $(ls -A "$disk")"
umount "$disk"

# No room for another file, though there is some for more in those that are there: no journal can be made.
mount -t tmpfs -o nr_inodes=3 tmpfs "$disk"
cp "$work/first.tresen" "$disk/shop.tresen"
touch "$disk/a"
"$TRESEN" visit 1 --id n1 --shop "$disk/shop.tresen" >/dev/null 2>"$work/err" && wrong 'a save without a journal'
refused_well $? 'no room for a file'
rm "$disk/a"
"$TRESEN" visit 1 --id n1 --shop "$disk/shop.tresen" >/dev/null 2>"$work/err" || wrong 'with room for a file'
umount "$disk"

# What a process may have: the size of files, open files, memory.
shop=$work/limits.tresen
limits=('-f 300' '-n 6' '-v 60000')
[ -z "${TRESEN_TORTURE-}" ] ||
    limits=('-f 0' '-f 100' '-f 300' '-f 1000' '-n 3' '-n 4' '-n 5' '-n 6' '-n 7' '-n 8' '-v 20000' '-v 30000' '-v 60000' '-v 100000')
for limit in "${limits[@]}"; do
    cp "$work/first.tresen" "$shop"
    # What it says goes through a pipe: a file could not take it.
    # shellcheck disable=SC2086
    (ulimit $limit && exec "$TRESEN" import "$work/many.csv" --shop "$shop") 2>&1 >/dev/null | cat >"$work/err"
    status=${PIPESTATUS[0]}
    # Where not even the libraries can be loaded, the loader says so.
    if [ $status -ne 0 ] && [ $status -ne 127 ]; then
        refused_well $status "ulimit $limit"
    fi
    count=$("$TRESEN" export --csv "$work/out.csv" --shop "$shop" >/dev/null 2>&1 && wc -l <"$work/out.csv")
    [ $status -eq 0 ] && want=1501 || want=2
    [ "$count" -eq "$want" ] || wrong "ulimit $limit: $count lines of customers, wanted $want"
    "$TRESEN" check --shop "$shop" >/dev/null 2>"$work/err" || wrong "ulimit $limit: check is not content"
done
[ -z "${TRESEN_TORTURE-}" ] ||
    echo "promise 4: $disks disks of $first to $last KiB, $refused of them became full: $saves saves said to be done and there; ${#limits[@]} limits of a process, no room for files: nothing lost, nothing half"
