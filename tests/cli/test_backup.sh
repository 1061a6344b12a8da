#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# backup and restore: made, listed, proved, encrypted, brought back; nothing is lost on the way.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/emma.tresen
make_shop "$shop"
store=$HOME/.local/state/tresen/backups

run backup --list --shop "$shop"; ends 1; prints_nothing; says 'no backup of this shop yet'
run restore --shop "$shop"; ends 1; prints_nothing; says 'no backup of this shop here'
(umask 0; run backup --shop "$shop"; ends 0); prints "$store/emma-"; says_nothing
run backup --list --shop "$shop"; ends 0; prints 'made by hand'; prints '2026-03-01 09:00'; says_nothing
[ -z "$(find "$store" -type f -perm /077)" ] || wrong 'others may read the backups'
[ -z "$(find "$store" -name '*.tmp*')" ] || wrong 'something unfinished is left'
run backup --due --shop "$shop"; ends 0; prints_nothing
run backup 1 --shop "$shop"; ends 2; says 'only asked with --verify'

# Something is done, and the backup brought back.
run find wagner --json --shop "$shop"; before=$(cat "$work/out")
run remind 1042 tomorrow call back --shop "$shop"; ends 0
export TRESEN_NOW=2026-03-02T10:00:00
run restore 1 --shop "$shop" </dev/null; ends 1; prints 'Reminders'; says '1 change since then would be gone'; says '--yes'
run due --shop "$shop"; prints 'call back'
run restore 1 --yes --shop "$shop"; ends 0; prints 'The shop is again as it was at 2026-03-01 09:00.'; says 'it is kept in'
run due --shop "$shop"; prints_not 'call back'
run find wagner --json --shop "$shop"; [ "$(cat "$work/out")" = "$before" ] || wrong 'another answer than before'
run backup --list --shop "$shop"; prints 'before a backup was brought back'
run restore 1 --yes --shop "$shop"; ends 0
run due --shop "$shop"; prints 'call back'
run check --shop "$shop"; ends 0

# Proving: all, one, and one that was changed.
run backup --verify --shop "$shop"; ends 0; says_nothing
[ "$(grep -c '^whole: ' "$work/out")" -ge 3 ] || wrong 'not all were proved'
broken=$(find "$store" -name '*manual.tresen')
printf 'x' | dd of="$broken" bs=1 seek=5000 conv=notrunc 2>/dev/null
run backup --verify "$broken" --shop "$shop"; ends 1; prints_nothing; says 'has changed since it was made'
run restore "$broken" --yes --shop "$shop"; ends 1; says 'has changed since it was made'
run restore 99 --shop "$shop"; ends 1; says 'There is no backup 99'
printf 'a photo' >"$work/photo.jpg"
run restore "$work/photo.jpg" --shop "$shop"; ends 1; says 'is no backup of a shop'

# To another place.
mkdir "$work/stick"
run backup --to "$work/stick" --shop "$shop"; ends 0; prints "$work/stick/emma-"
run backup --to "$work/mine.tresen" --shop "$shop"; ends 0
run backup --to "$work/mine.tresen" --shop "$shop"; ends 1; says 'already something at'
run find wagner --json --shop "$work/mine.tresen"; ends 0

# The second place.
mkdir -p "$HOME/.config/tresen"
printf '[backup]\nsecond=%s\n' "$work/usb" >"$HOME/.config/tresen/tresen.conf"
run backup --shop "$shop"; ends 1; prints "$store/emma-"; says 'is not there just now'
mkdir "$work/usb"
run backup --shop "$shop"; ends 0; says_nothing
[ "$(find "$work/usb" -name '*.tresen' | wc -l)" -eq 1 ] || wrong 'no copy at the second place'
run backup --list --shop "$shop"; prints 'at the second place, too'

# Damaged, then gone: it comes back, and nothing is thrown away.
head -c 20000 "$shop" >"$work/half" && cat "$work/half" >"$shop"
run restore 1 --yes --shop "$shop"; ends 0; says 'is damaged'; says 'kept as it is'
run check --shop "$shop"; ends 0
cmp "$(find "$store" -name '*.damaged')" "$work/half" || wrong 'the damaged file was not kept'
rm "$shop"
run restore 1 --yes --shop "$shop"; ends 0
run find wagner --json --shop "$shop"; ends 0

# An import keeps the shop before, a rehearsal does not.
printf 'Name;Phone\nPlum;0170 1234567\n' >"$work/list.csv"
run import "$work/list.csv" --dry-run --shop "$shop"; ends 0
run backup --list --shop "$shop"; prints_not 'before an import'
run import "$work/list.csv" --shop "$shop"; ends 0
run backup --list --shop "$shop"; prints 'before an import'

# Encrypted, where the module is there.
if [ -e "${TRESEN_MODULES:-$top_builddir/.libs}/tresen-vault.so" ]; then
    printf 'four red tarts in a window\n' >"$work/secret"
    printf 'short\n' >"$work/short"
    run backup --encrypt --passphrase-file "$work/short" --shop "$shop"; ends 1; says 'at least 10'
    run backup --encrypt --passphrase-file "$work/none" --shop "$shop"; ends 1; says 'no passphrase in the first line'
    run backup --encrypt --shop "$shop" </dev/null; [ "$status" -ne 0 ] || wrong 'set without a passphrase'
    run backup --encrypt --passphrase-file "$work/secret" --shop "$shop"; ends 0; prints 'very good'
    says 'Without this passphrase nobody can ever bring back'
    export TRESEN_NOW=2026-03-03T10:00:00
    run backup --shop "$shop"; ends 0; prints '.vault'
    vault=$(cat "$work/out")
    ! grep -qi wagner "$vault" || wrong 'it can be read'
    run backup --list --shop "$shop"; prints 'encrypted'
    run backup --verify "$vault" --passphrase-file "$work/secret" --shop "$shop"; ends 0
    run backup --verify --shop "$shop"; ends 1; prints "whole: ${vault##*/}"
    run restore "$vault" --yes --passphrase-file "$work/short" --shop "$shop"; ends 1; says 'That is not the passphrase'
    run restore 1 --yes --passphrase-file - --shop "$shop" <"$work/secret"; ends 0
    run restore "$vault" --yes --passphrase-file <(cat "$work/secret") --shop "$shop"; ends 0
    rm "$shop"
    run restore "$vault" --yes --passphrase-file "$work/secret" --shop "$shop"; ends 0
    run backup --shop "$shop"; ends 0; prints '.vault'
    run backup --no-encrypt --shop "$shop"; ends 0
    run backup --shop "$shop"; ends 0; prints_not '.vault'
    ! grep -rq 'four red tarts' "$HOME" "$shop" || wrong 'the passphrase lies somewhere'
fi
exit "$failed"
