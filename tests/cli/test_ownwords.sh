#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Short forms and words that mean the same: those built in, and the person's own file.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
shop=$work/shop
make_shop "$shop"
words=$HOME/.config/tresen/words
mkdir -p "${words%/*}"

# Built in: the student has a "Dackel".
run find teckel --json --shop "$shop"; ends 0; says_nothing; json '$[0].number' '"7"'
run find 'die mit dem teckel' --json --shop "$shop"; ends 0; json '$[0].number' '"7"'
run find zamperl --json --shop "$shop"; ends 1

# One's own words; Windows' line ends and an older character set are understood.
printf '# Mein Laden\r\nDackel = Zamperl, Hund-\xe4hnlich\r\nZamperl = Dackel # so heißt er hier\r\n' >"$words"
run find zamperl --json --shop "$shop"; ends 0; json '$[0].number' '"7"'
says 'words, line 2: “Hund-ähnlich” is more than one word.'

printf 'Dackel = Zamperl\nskip: unser, unsere\n- Dackel = Teckel\n' >"$words"
run find zamperl --json --shop "$shop"; ends 0; says_nothing; json '$[0].number' '"7"'
run find 'unser dackel' --json --shop "$shop"; ends 0; says_nothing; json '$[0].number' '"7"'

# Many faults: the first ones are told, and the rest holds.
{
    echo 'Dackel = Zamperl'
    printf 'allein\n%.0s' {1..10}
} >"$words"
run find zamperl --json --shop "$shop"; ends 0; json '$[0].number' '"7"'
says 'words, line 2: This line has neither “=” nor “:”.'
says 'words, line 5: '
says 'And 6 more lines.'

# What cannot be read takes nothing away.
rm "$words" && mkdir "$words"
run find teckel --json --shop "$shop"; ends 0; json '$[0].number' '"7"'
says "The file $words cannot be read: "
exit $failed
