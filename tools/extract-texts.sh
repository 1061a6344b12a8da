#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Collects every text for people from the sources below FOLDER into the template OUTPUT: extract-texts.sh FOLDER OUTPUT
set -eu
folder=$1
case $2 in /*) output=$2 ;; *) output=$PWD/$2 ;; esac

# A folder that is no layer (a build inside the checkout, the tests) speaks to nobody. Whatever xgettext complains of is a text that
# cannot be translated: a macro in its middle (use PRId64, which it knows, not G_GINT64_FORMAT), a broken directive.
cd "$folder"
complaints=$(find ./*.[ch] data notify cli tui -name '*.[ch]' ! -name '*_embedded.c' -o -name '*.def' |
    LC_ALL=C sort | sed 's,^\./,,' |
    xgettext --files-from=- --from-code=UTF-8 --language=C --default-domain=tresen --output="$output" --force-po \
        --package-name=Tresen --add-comments=TRANSLATORS: --add-location=file --sort-by-file --no-wrap \
        --keyword --keyword=_ --keyword=N_ --keyword=gettext --keyword=ngettext:1,2 \
        --flag=_:1:pass-c-format --flag=N_:1:pass-c-format --flag=ngettext:1:pass-c-format \
        --flag=ngettext:2:pass-c-format \
        --flag=g_set_error:4:c-format --flag=g_prefix_error:2:c-format --flag=g_error_new:3:c-format \
        --flag=g_strdup_printf:1:c-format --flag=g_string_printf:2:c-format \
        --flag=g_string_append_printf:2:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format 2>&1) || complaints="xgettext failed. $complaints"
if [ -n "$complaints" ]; then
    printf '%s\n' "$complaints" >&2
    exit 1
fi
sed -i 's/charset=CHARSET/charset=UTF-8/; /^"POT-Creation-Date/d' "$output"
