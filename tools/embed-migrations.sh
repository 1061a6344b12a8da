#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the C file with the migrations given as arguments: NNNN_name.sql for both engines,
# NNNN_name.sqlite.sql and NNNN_name.postgresql.sql where the text differs. Refuses gaps and lone siblings.
set -eu
. "$(dirname "$0")/embed.sh"

refuse()
{
    echo "embed-migrations: $1" >&2
    exit 1
}

[ $# -gt 0 ] || refuse 'no migrations given'
files=$(for file; do printf '%s %s\n' "${file##*/}" "$file"; done | LC_ALL=C sort | cut -d' ' -f2-)

embed_head data/db/migrations.h
expected=1 sibling="" rows=""
for file in $files; do
    name=${file##*/}
    number=${name%%_*} rest=${name#*_}
    rest=${rest%.sql}
    engine=
    case $rest in
    *.sqlite) engine=sqlite ;;
    *.postgresql) engine=postgresql ;;
    *.*) refuse "$name: the engine is sqlite or postgresql" ;;
    esac
    title=${rest%%.*}
    case $number in [0-9][0-9][0-9][0-9]) ;; *) refuse "$name: the name begins with four digits" ;; esac
    version=$(expr "$number" + 0) || refuse "$name: the first number is 0001"
    if [ -n "$sibling" ]; then
        [ "$engine" = sqlite ] && [ "$sibling" = "$version" ] || refuse "$name: $sibling lacks its text for sqlite"
    fi
    [ "$version" -eq "$expected" ] || refuse "$name: number $expected is missing or stands twice"
    case $engine in
    postgresql) sibling=$version ;;
    sqlite)
        [ -n "$sibling" ] || refuse "$name: its text for postgresql is missing"
        sibling="" expected=$((expected + 1))
        ;;
    *) expected=$((expected + 1)) ;;
    esac
    symbol=text_${number}${engine:+_$engine}
    printf '\nstatic const char %s[] = { /* %s */\n' "$symbol" "$name"
    embed_bytes "$file"
    printf '};\n'
    if [ -n "$engine" ]; then quoted="\"$engine\""; else quoted=NULL; fi
    rows="$rows    {$version, \"$title\", $quoted, $symbol},
"
done
[ -z "$sibling" ] || refuse "number $sibling lacks its text for sqlite"

printf '\nconst Migration migrations[] = {\n%s};\n' "$rows"
printf 'const unsigned migrations_count = sizeof migrations / sizeof migrations[0];\n'
