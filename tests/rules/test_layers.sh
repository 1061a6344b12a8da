#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The rules of the house that a script can see: who may include what, how long a file may be, the licence line.
set -u
# So that what reads from a pipe can say that the test has failed.
shopt -s lastpipe
cd "$top_srcdir" || exit 1
failed=0

# refuse WHAT, with offending lines on standard input: prints them.
refuse()
{
    local lines
    lines=$(cat)
    if [ -n "$lines" ]; then
        printf '%s:\n%s\n' "$1" "$lines"
        failed=1
    fi
}
# includes PATTERN PATH…: the #include lines below PATH that match.
includes()
{
    local pattern=$1
    shift
    grep -rnE --include='*.[ch]' "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]$pattern" "$@"
}

program=(./*.[ch] cli data notify tui)
includes '(sqlite3|libpq-fe)\.h' "${program[@]}" | grep -v '^data/db/' | refuse 'database libraries belong to data/db/'
includes '(ncurses|ncursesw/)?(curses|term|ncurses)\.h' "${program[@]}" | grep -v '^tui/' | refuse 'curses belongs to tui/'
includes '(libnotify/)?notify\.h>' "${program[@]}" | grep -v '^notify/' | refuse 'libnotify belongs to notify/'
includes '(libical/)?ical\.h>' "${program[@]}" | grep -v '^data/list/icsmodule.c' | refuse 'libical belongs to data/list/icsmodule.c'
includes '(notify|cli|tui)/' data | refuse 'data/ knows no layer above it'
includes '(cli|tui)/' notify | refuse 'notify/ knows no layer above it'
includes 'tui/' cli | refuse 'cli/ knows nothing of the screen'
includes 'cli/' tui | refuse 'tui/ knows nothing of the commands'
includes '\.\.?/' "${program[@]}" tests | refuse 'headers are named by their path from the source root'
grep -rnE --include='*.[ch]' '\b(time\((NULL|&)|(g_get_real_time|g_date_time_new_now(_local|_utc)?|gettimeofday|clock_gettime)\()' data |
    refuse 'data/ asks no clock: now and today are parameters'
grep -rnE --include='*.[ch]' '\b(printf|g_print|puts|g_printerr|putchar)\(|\(std(out|err)\b' data |
    refuse 'data/ never prints'

find "${program[@]}" tests -name '*.[ch]' ! -name '*_embedded.c' -exec awk '
    FNR == 1 && $0 != "/* SPDX-License-Identifier: GPL-3.0-or-later */" { print FILENAME ": no licence line at the top" }
    FNR == 451 { print FILENAME ": more than 450 lines" }' {} + | refuse 'each file is short and says its licence'
find "${program[@]}" tests -name '*.h' -exec grep -L '^#pragma once$' {} + | refuse 'headers begin with #pragma once'
exit $failed
