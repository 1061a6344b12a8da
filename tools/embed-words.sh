#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the C file with the files of words given as arguments (NAME.words), in that order.
set -eu
. "$(dirname "$0")/embed.sh"

embed_head data/lookup/builtinwords.h
rows= count=0
for file; do
    name=${file##*/}
    symbol=text_$(printf %s "${name%.words}" | tr -c 'a-zA-Z0-9' _)
    printf '\nstatic const char %s[] = { /* %s */\n' "$symbol" "$name"
    embed_bytes "$file"
    printf '};\n'
    rows="$rows    {\"$name\", $symbol},
"
    count=$((count + 1))
done

printf '\nconst BuiltinWords builtin_words[] = {\n%s    {NULL, NULL},\n};\n' "$rows"
printf 'const unsigned builtin_words_count = %d;\n' "$count"
