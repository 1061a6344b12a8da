#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every text of the sources has its translation, none is fuzzy, none is left over. English is the language of the sources.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
command -v xgettext >/dev/null || { echo 'xgettext is missing (Debian: gettext).'; exit 1; }

bash "$top_srcdir/tools/extract-texts.sh" "$top_srcdir" "$work/tresen.pot" || exit 1
for catalogue in "$top_srcdir"/po/*.po; do
    msgfmt --check --output-file=/dev/null "$catalogue" || failed=1
    # Refuses texts that are missing, untranslated or fuzzy; a text the sources no longer have is only a warning to it.
    msgcmp "$catalogue" "$work/tresen.pot" >"$work/said" 2>&1 || failed=1
    head -n 20 "$work/said"
    ! grep -q 'not used' "$work/said" || failed=1
    left=$(msgattrib --only-obsolete --no-wrap "$catalogue" | grep '^#~ msgid')
    [ -z "$left" ] || { printf '%s: left over:\n%s\n' "${catalogue##*/}" "$left"; failed=1; }
done
[ $failed -eq 0 ] || echo 'After make update-po, translate what is new and take out what is left over.'
exit $failed
