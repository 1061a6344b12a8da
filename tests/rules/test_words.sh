#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How the program speaks: kind whole sentences to people, and nothing in the sources that promises later.
set -u
cd "$top_srcdir" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

refuse()
{
    local lines
    lines=$(cat)
    if [ -n "$lines" ]; then
        printf '%s:\n%s\n' "$1" "$lines"
        failed=1
    fi
}

bash tools/extract-texts.sh . "$work/tresen.pot" || exit 1
msgcat --no-wrap "$work/tresen.pot" >"$work/texts"
for catalogue in po/*.po; do
    msgattrib --no-obsolete --no-wrap "$catalogue" >>"$work/texts"
done
grep -nE '^"?(msgid|msgstr|").*\b(Error|Fehler|ERROR|FEHLER):' "$work/texts" | refuse 'a message says what happened, not "Error:"'
grep -nE '^(msgid|msgstr).*(\b(errno|SQLSTATE|NULL|FAULT_)|0x%)' "$work/texts" | refuse 'a message has no codes'
grep -nE "^(msgid|msgstr).*(\\.\\.\\.|[^ ]'s? [^']*--|!!)" "$work/texts" | refuse 'typography: one … for three points, no --, no !!'
later='TO''DO|FIX''ME|XX''X|HA''CK'
grep -rnE --include='*.[ch]' --include='*.sh' --include='*.sql' --include='*.theme' "\\b($later)\\b" \
    ./*.[ch] ./*.am ./*.ac quickstart cli data notify tui themes tools tests | refuse 'done now or not promised'
exit $failed
