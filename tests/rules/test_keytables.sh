#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Man page and handbooks tell the keys the program has; and a part that is stale is noticed and put right.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
keytable=$top_builddir/tools/keytable
tables()
{
    sh "$top_srcdir/tools/keytables.sh" "$keytable" "$@"
}
fail()
{
    printf '%s\n' "$*"
    exit 1
}

tables "$top_srcdir" --check || exit 1
grep -q 'keys begin' "$top_srcdir/doc/tresen.1" || fail 'the man page has no place for the keys'

# Texts with an old part, and one handbook that is not there.
mkdir "$work/doc"
printf 'before\n.\\" keys begin\nold\n.\\" keys end\nafter\n' >"$work/doc/tresen.1"
printf 'davor\n<!-- keys begin -->\n<!-- keys end -->\ndanach\n' >"$work/doc/handbook.de.md"
tables "$work" --check >/dev/null && fail 'stale parts are not noticed'
grep -q '^old$' "$work/doc/tresen.1" || fail 'looking has changed a text'
tables "$work" || fail 'the parts cannot be put right'
tables "$work" --check || fail 'what was put right is stale'
[ ! -e "$work/doc/handbook.en.md" ] || fail 'a handbook came from nowhere'
[ "$(sed -n '1p;$p' "$work/doc/tresen.1" | tr '\n' ' ')" = 'before after ' ] || fail 'the text around the keys has changed'
grep -q '^old$' "$work/doc/tresen.1" && fail 'the old part is still there'
grep -q '^\.It "\\&F1, Ctrl-G"$' "$work/doc/tresen.1" || fail 'the man page has no F1'
grep -q '^| F1, Strg-G | Hilfe | ' "$work/doc/handbook.de.md" || fail 'the German handbook is not German'
exit 0
