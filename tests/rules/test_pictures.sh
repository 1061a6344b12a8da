#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The pictures in doc/pictures are those of the golden screens and themes, and the documents name only pictures that exist.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

sh "$top_srcdir/tools/pictures.sh" "$top_builddir/tools/picture" "$top_srcdir" "$work" || exit 1
if ! diff -rq "$top_srcdir/doc/pictures" "$work"; then
    echo 'The pictures are not those of the golden screens any more: run "make pictures" and look at them.'
    failed=1
fi
for document in README.md doc/handbook.de.md doc/handbook.en.md; do
    folder=$top_srcdir/$(dirname "$document")
    for named in $(grep -oE '[A-Za-z0-9/_-]+\.svg' "$top_srcdir/$document" | sort -u); do
        [ -f "$folder/$named" ] || { echo "$document names $named, which does not exist"; failed=1; }
    done
done
for made in "$top_srcdir"/doc/pictures/*.svg; do
    grep -qF "${made##*/}" "$top_srcdir"/README.md "$top_srcdir"/doc/handbook.*.md ||
        { echo "no document shows ${made##*/}"; failed=1; }
done
exit $failed
