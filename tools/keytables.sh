#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the key tables into man page and handbooks, between the lines that say "keys begin" and "keys end":
#   keytables.sh KEYTABLE SOURCES          rewrites the parts that are stale
#   keytables.sh KEYTABLE SOURCES --check  says which are stale, and fails; changes nothing
# A text that is not there, or has no such lines, is left alone.
set -eu
keytable=$1 sources=$2 mode=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stale=0

# place LANGUAGE FORM TEXT: the part of TEXT below SOURCES, made in LANGUAGE.
place()
{
    text=$sources/$3
    if [ ! -f "$text" ] || ! grep -q 'keys begin' "$text"; then
        return
    fi
    # A locale that need not be generated: keytable hands its language to gettext.
    env -u LC_ALL -u LC_MESSAGES LANG="$1" LANGUAGE="${1%%_*}" "$keytable" "$2" >"$work/part"
    awk -v part="$work/part" '
        /keys end/ { inside = 0 }
        !inside { print }
        /keys begin/ { inside = 1; while ((getline line < part) > 0) print line }' "$text" >"$work/text"
    if cmp -s "$work/text" "$text"; then
        return
    fi
    if [ "$mode" = --check ]; then
        printf '%s: the keys are not those of the program ("make update-docs" puts them right)\n' "$3"
        diff -u "$text" "$work/text" | sed -n '3,20p'
        stale=1
    else
        cat "$work/text" >"$text"
    fi
}

place en_GB.UTF-8 --man doc/tresen.1
place en_GB.UTF-8 --markdown doc/handbook.en.md
place de_DE.UTF-8 --markdown doc/handbook.de.md
exit $stale
