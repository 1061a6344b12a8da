#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What is given as a shop and is none: a sentence, exit 1, nothing touched, nothing made. One that can only be read is read.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
places=$work/places
mkdir "$places" "$places/folder"
make_shop "$places/shop"
printf 'Vorname;Nachname\nHilde;Wagner\n' >"$work/list.csv"

printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\1\0' >"$places/picture"
head -c 3000 /dev/urandom >>"$places/picture"
printf 'Dear diary, this is no shop.\n' >"$places/text"
: >"$places/empty"
size=$(stat -c %s "$places/shop")
head -c $((size / 2)) "$places/shop" >"$places/half"
head -c 16 "$places/shop" >"$places/beginning"
{ head -c 100 "$places/shop"; head -c $((size - 100)) /dev/zero; } >"$places/hollow"
# A database of another program: not our number in the header (offset 68).
{ head -c 68 "$places/shop"; printf 'abcd'; tail -c +73 "$places/shop"; } >"$places/foreign"
ln -s "$places/nowhere" "$places/dangling"
mkfifo "$places/pipe"

before=$(picture "$places")
# refused WORD ARGUMENTS…: exit 1, a sentence with WORD, everything as it was.
refused()
{
    local word=$1
    shift
    run "$@"; ends 1; prints_nothing; says "$word"
    [ "$(picture "$places")" = "$before" ] || { wrong 'something was touched or made'; before=$(picture "$places"); }
    [ -z "$(ls -A "$HOME")" ] || wrong 'something was made in the home'
}
for name in picture text empty half beginning hollow foreign folder dangling pipe; do
    for command in 'find x' 'show 1' today birthdays check "export --csv $work/out.csv" "import $work/list.csv" "import --dry-run $work/list.csv"; do
        # shellcheck disable=SC2086
        refused "$places" $command --shop "$places/$name"
    done
done
for command in 'find x' 'show 1' today birthdays check "export --csv $work/out.csv"; do
    # shellcheck disable=SC2086
    refused 'There is no shop' $command --shop "$places/missing"
    # shellcheck disable=SC2086
    refused 'no folder for it' $command --shop "$places/no/such/folder/shop"
    # shellcheck disable=SC2086
    refused 'There is no shop' $command
done
refused 'There is no folder' import "$work/list.csv" --shop "$places/no/such/folder/shop"
refused '' find x --shop /dev/null
refused '' find x --shop "$places/shop/below"
[ ! -e "$work/out.csv" ] || { echo 'a list was written'; failed=1; }

# One that can only be read: by its own mode, by its folder's.
mkdir "$work/locked"
cp "$places/shop" "$work/locked/shop"
chmod 644 "$work/locked/shop"
chmod 755 "$work" "$work/locked"
before_locked=$(picture "$work/locked")
run_as_other()
{
    called="tresen $* (as somebody else)"
    as_other env HOME="$work/home" "$TRESEN" "$@" >"$work/out" 2>"$work/err"
    status=$?
}
[ "$(id -u)" -eq 0 ] || chmod 444 "$work/locked/shop"
if as_other test -x "$TRESEN"; then
    run_as_other find wagner --shop "$work/locked/shop"; ends 0; prints 'Wagner, Hilde'; says 'can only be read'
    run_as_other today --json --shop "$work/locked/shop"; ends 0; json '$.birthdays[*].number' '"1042" "7"'; says 'can only be read'
    run_as_other check --shop "$work/locked/shop"; ends 0; says 'can only be read'
    cp "$work/list.csv" "$work/locked/list.csv"
    chmod 644 "$work/locked/list.csv"
    run_as_other import "$work/locked/list.csv" --shop "$work/locked/shop"; ends 1; says 'can only be read'
    rm "$work/locked/list.csv"
    [ "$(picture "$work/locked")" = "$before_locked" ] || { echo 'a shop that can only be read was touched'; failed=1; }
    chmod 600 "$work/locked/shop"
    [ "$(id -u)" -ne 0 ] || { run_as_other find x --shop "$work/locked/shop"; ends 1; says 'not allowed'; }
fi
exit $failed
