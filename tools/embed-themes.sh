#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the C file with the themes given as arguments (NAME.theme), in that order; the first is the default.
set -eu
. "$(dirname "$0")/embed.sh"

embed_head tui/theme_builtin.h
rows= count=0
for file; do
    name=${file##*/}
    name=${name%.theme}
    symbol=text_$(printf %s "$name" | tr -c 'a-zA-Z0-9' _)
    printf '\nstatic const char %s[] = { /* %s.theme */\n' "$symbol" "$name"
    embed_bytes "$file"
    printf '};\n'
    rows="$rows    {\"$name\", $symbol},
"
    count=$((count + 1))
done

printf '\nconst BuiltinTheme builtin_themes[] = {\n%s    {NULL, NULL},\n};\n' "$rows"
printf 'const unsigned builtin_themes_count = %d;\n' "$count"
