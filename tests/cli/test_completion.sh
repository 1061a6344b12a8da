#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the shells complete, what the manual tells and what --help tells are the same commands and options.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
compopt() { :; }
# shellcheck source=/dev/null
. "$top_srcdir/completion/bash/tresen"
zsh_file=$top_srcdir/completion/zsh/_tresen
manual=$top_srcdir/doc/tresen.1

# differ WHAT WANTED GOT
differ()
{
    [ "$2" = "$3" ] || { printf '%s: wanted\n%s\ngot\n%s\n' "$1" "$2" "$3"; failed=1; }
}
# completed WORDS…: what bash offers for the last of them.
completed()
{
    COMP_WORDS=(tresen "$@")
    COMP_CWORD=$#
    COMPREPLY=()
    _tresen tresen "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf '%s\n' "${COMPREPLY[@]}" | sort
}
sorted() { LC_ALL=C.UTF-8 sort -u; }

run --help
commands=$(sed -n '/^Commands/,/^Options/s/^  \([a-z]*\) .*/\1/p' "$work/out")
[ "$(wc -w <<<"$commands")" -eq 23 ] || wrong 'wanted twenty-three commands'
differ 'bash, commands' "$(sorted <<<"$commands")" "$(completed '' | grep -v '^--')"
differ 'zsh, commands' "$(sorted <<<"$commands")" \
    "$(sed -n '/commands=(/,/)/s/^ *'\''\([a-z]*\):.*/\1/p' "$zsh_file" | sorted)"
differ 'zsh, what the commands do' "$(sed -n '/^Commands/,/^Options/s/^  \([a-z]*\) .*  \(.*\)/\1:\2/p' "$work/out" | sorted)" \
    "$(sed -n '/commands=(/,/)/s/^ *'\''\([a-z]*:.*\)'\''$/\1/p' "$zsh_file" | sorted)"
everywhere=$(sed -n '/^Options/,$s/^  --\([a-z-]*\).*/\1/p' "$work/out" | sorted)
differ 'zsh, options of every command' "$everywhere" \
    "$(sed -n '/everywhere=(/,/^ *)$/p' "$zsh_file" | grep -oE -- "--[a-z-]+\[" | tr -d '[-' | sorted)"

for command in $commands; do
    run "$command" --help
    options=$(sed -n '/^Options:/,/^Options of/s/^  --\([a-z-]*\).*/\1/p' "$work/out" | sorted)
    differ "bash, options of $command" "$(printf '%s\n' $options $everywhere | sorted)" \
        "$(completed "$command" -- | sed 's/^--//' | sorted)"
    differ "zsh, options of $command" "$options" \
        "$(awk -v name="$command)" '$1 == name { on = 1 } on { print } on && /;;/ { exit }' "$zsh_file" |
            grep -oE -- "['\"][*]?--[a-z-]+\[" | sed "s/^..*--//; s/\[//" | sorted)"
    grep -q "^\.Cm $command\b" "$manual" || { echo "the manual does not name $command"; failed=1; }
    synopsis=$(awk -v name="$command" '$1 == ".Cm" && $2 == name { on = 1 } on && (/^\.Nm/ || /^\.Sh/) { exit } on { print }' "$manual")
    differ "manual, options of $command" "$options" \
        "$(grep -oE 'Fl -[a-z-]+' <<<"$synopsis" | sed 's/Fl -//' | sorted)"
done
differ 'bash, a list to import' "$work/out" "$(completed import "$work/ou")"
! command -v zsh >/dev/null || zsh -n "$zsh_file" || failed=1
! command -v mandoc >/dev/null || mandoc -T lint -W error "$manual" || failed=1
exit $failed
