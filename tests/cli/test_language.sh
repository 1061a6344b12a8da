#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The language follows the environment, with and without generated locales; a foreign character set is noticed.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset LC_ALL LC_CTYPE LC_MESSAGES LC_NUMERIC LC_TIME LC_MONETARY LC_COLLATE LANG LANGUAGE LOCPATH
failed=0

# A catalogue of one text for each of two languages: "probe" is "deutsch" in German and "francais" in French.
for language in de:deutsch fr:francais; do
    mkdir -p "$work/po/${language%:*}/LC_MESSAGES"
    printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\nmsgid "probe"\nmsgstr "%s"\n' \
        "${language#*:}" | msgfmt -o "$work/po/${language%:*}/LC_MESSAGES/tresen.mo" - || exit 1
done

# expect WHAT "OTHER CHARSET TEXT" VARIABLE=VALUE…: runs the probe with only these variables and compares.
expect()
{
    local what=$1 wanted=$2 got
    shift 2
    got=$(env "$@" "$top_builddir/tests/cli/language_probe" "$work")
    if [ "${got% *}" != "$wanted" ]; then
        echo "$what: wanted '$wanted', got '${got% *}'"
        failed=1
    fi
}

# No locale of this machine is visible but the ones built into the C library.
none=LOCPATH=$work
expect 'nothing set' '- UTF-8 probe' $none
expect 'C' '- UTF-8 probe' $none LC_ALL=C
expect 'C with LANGUAGE' '- UTF-8 probe' $none LC_ALL=C LANGUAGE=de
expect 'POSIX' '- UTF-8 probe' $none LANG=POSIX
expect 'C.UTF-8' '- UTF-8 probe' LC_ALL=C.UTF-8
expect 'C.UTF-8 with LANGUAGE' '- UTF-8 deutsch' LC_ALL=C.UTF-8 LANGUAGE=de
expect 'German not generated' '- UTF-8 deutsch' $none LANG=de_DE.UTF-8
expect 'German of Austria, small letters' '- UTF-8 deutsch' $none LANG=de_AT.utf8
expect 'German without a character set' '- UTF-8 deutsch' $none LANG=de_DE
expect 'LC_MESSAGES before LANG' '- UTF-8 francais' $none LANG=de_DE.UTF-8 LC_MESSAGES=fr_FR.UTF-8
expect 'LC_ALL before LC_MESSAGES' '- UTF-8 deutsch' $none LC_ALL=de_DE.UTF-8 LC_MESSAGES=fr_FR.UTF-8
expect 'empty is as good as not set' '- UTF-8 deutsch' $none LC_ALL= LC_MESSAGES= LANG=de_DE.UTF-8
expect 'LANGUAGE before LANG' '- UTF-8 francais' $none LANG=de_DE.UTF-8 LANGUAGE=fr
expect 'English messages on a German machine' '- UTF-8 probe' $none LANG=de_DE.UTF-8 LC_MESSAGES=C
expect 'a locale that is no locale' '- UTF-8 probe' $none LANG=nonsense
expect 'Latin-1 not generated' 'ISO-8859-1 UTF-8 deutsch' $none LANG=de_DE.ISO-8859-1
expect 'Latin-9 with a modifier' 'ISO-8859-15 UTF-8 deutsch' $none LANG=de_DE.ISO-8859-15@euro
expect 'only the characters are Latin-1' 'ISO-8859-1 UTF-8 deutsch' $none LANG=de_DE.UTF-8 LC_CTYPE=de_DE.ISO-8859-1

# Generated ones, where the machine can make them.
if command -v localedef >/dev/null && [ -e /usr/share/i18n/locales/de_DE ]; then
    mkdir "$work/locales"
    localedef -i de_DE -f UTF-8 "$work/locales/de_DE.UTF-8" 2>"$work/localedef.log"
    localedef -i de_DE -f ISO-8859-1 "$work/locales/de_DE.ISO-8859-1" 2>>"$work/localedef.log"
    made=LOCPATH=$work/locales
    expect 'German generated' '- UTF-8 deutsch' $made LANG=de_DE.UTF-8
    expect 'Latin-1 generated' 'ISO-8859-1 UTF-8 deutsch' $made LANG=de_DE.ISO-8859-1
    expect 'generated, LANGUAGE wins' '- UTF-8 francais' $made LANG=de_DE.UTF-8 LANGUAGE=fr
    comma=$(env $made LANG=de_DE.UTF-8 "$top_builddir/tests/cli/language_probe" "$work")
    [ "${comma##* }" = , ] || { echo "German decimal sign: wanted ',', got '${comma##* }'"; failed=1; }
fi

# Without a catalogue beside the program the installed one is asked for: never a crash, at worst English.
rm -r "$work/po"
expect 'no catalogue' '- UTF-8 probe' $none LANG=de_DE.UTF-8
exit $failed
