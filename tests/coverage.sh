#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What of data/ the tests reach, for "make coverage": tests/coverage.sh SOURCE-FOLDER, in a folder that was configured
# with --enable-coverage and in which "make check" has run. Prints lines and branches in all, the files with the most
# lines that were not reached, and each such line of the files in which there must be none. Fails below 90 % of lines,
# 80 % of branches, or 100 % of lines in those files.
set -u
source=${1:?}
lines_wanted=90 branches_wanted=80
# The sanitiser, money, dates, migrations and backups.
whole='^(tui/text|tui/text_cells|data/base/(character|day[a-z]*|filebytes|instant|moment|money|moneyread|outlet|timeofday|utf8)|data/db/(migrate|backup|backup_file)|data/backup/[a-z]*)[.]c$'
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# One line a source file: FILE LINES REACHED BRANCHES TAKEN.
find data tui/*text* -name '*.gcda' | while IFS= read -r counts; do
    gcov --branch-probabilities --no-output "$counts" 2>/dev/null
done | awk -v source="$source/" '
    function part(text, of) { sub(/.*:/, "", text); split(text, of, "% of "); return of[1] * of[2] / 100 }
    /^File / { file = $2; gsub(/\047/, "", file); lines = 0 }
    index(file, source) != 1 && file !~ /^(data|tui)\// { next }
    /^Lines executed/ { reached = part($0, of); lines = of[2]; branches = taken = 0 }
    /^Taken at least once/ { taken = part($0, of); branches = of[2] }
    /^(Calls executed|No calls)/ && lines > 0 {
        sub(source, "", file)
        if (file ~ /^(data\/.*|tui\/text[_a-z]*)\.c$/)
            printf "%s %d %.0f %d %.0f\n", file, lines, reached, branches, taken
        lines = 0
    }' >"$work/files"

# A file that is compiled twice (for a module) counts where it was reached more.
sort -k1,1 -k3,3nr "$work/files" | awk '!seen[$1]++' >"$work/once"

awk '{ missing = $2 - $3; if (missing > 0) printf "%5d of %5d lines not reached  %s\n", missing, $2, $1 }' "$work/once" |
    sort -rn | head -n 25

failed=0
while read -r file _; do
    object=$(find . -name "*-$(basename "${file%.c}").gcda" -path "*/$(dirname "$file")/*" | head -n 1)
    gcov --stdout "$object" 2>/dev/null | awk -v file="$file" '
        /:Source:/ { ours = substr($0, length($0) - length(file) + 1) == file }
        ours && /^ +(#####|=====):/' >"$work/lines"
    [ -s "$work/lines" ] || continue
    printf '\n%s is to be reached as a whole:\n' "$file"
    cat "$work/lines"
    failed=1
done < <(awk -v whole="$whole" '$3 < $2 && $1 ~ whole' "$work/once")

awk -v lines_wanted=$lines_wanted -v branches_wanted=$branches_wanted '
    $1 ~ /^data\// { lines += $2; reached += $3; branches += $4; taken += $5 }
    END {
        printf "\ndata/: %.1f %% of %d lines, %.1f %% of %d branches\n", 100 * reached / lines, lines,
            100 * taken / branches, branches
        exit 100 * reached / lines < lines_wanted || 100 * taken / branches < branches_wanted
    }' "$work/once" || failed=1
exit $failed
