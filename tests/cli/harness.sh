# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts of tests/cli/ share; to be sourced. Each gets a folder of its own in $work, homes below it, and a clock that stands
# still; at its end it exits with $failed.                                                       -*- shell-script -*-
set -u
: "${top_srcdir:?}" "${top_builddir:?}" "${TRESEN:?}"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export HOME=$work/home TRESEN_NOW=2026-03-01T09:00:00
unset XDG_DATA_HOME XDG_STATE_HOME DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR
mkdir "$HOME"
failed=0

# run ARGUMENTS…: calls the program; output in $work/out, messages in $work/err, exit status in $status.
run()
{
    called="tresen $*"
    "$TRESEN" "$@" >"$work/out" 2>"$work/err"
    status=$?
}

# wrong TEXT: the last call did something else than it should.
wrong()
{
    printf '%s: %s\n' "$called" "$1"
    sed 's/^/  out: /' "$work/out" | head -n 6
    sed 's/^/  err: /' "$work/err" | head -n 6
    failed=1
}

# ends STATUS: how the last call ended; a sanitizer's report ends with 1 as well, and is never right.
ends()
{
    [ "$status" -eq "$1" ] || wrong "wanted exit $1, got $status"
    ! grep -qE '(Address|Leak)Sanitizer|runtime error:' "$work/err" || wrong 'a sanitizer complains'
}
prints() { grep -qF -- "$1" "$work/out" || wrong "should print: $1"; }
prints_not() { ! grep -qF -- "$1" "$work/out" || wrong "should not print: $1"; }
prints_nothing() { [ ! -s "$work/out" ] || wrong 'should print nothing'; }
# prints_all, with the whole expected output on standard input.
prints_all() { diff - "$work/out" >"$work/diff" || wrong "prints something else: $(cat "$work/diff")"; }
# says TEXT: one whole sentence or more on standard error, with TEXT in it.
says()
{
    grep -qF -- "$1" "$work/err" || wrong "should say: $1"
    grep -qE '([.?)]|…)$' "$work/err" || wrong 'should say a whole sentence'
}
says_nothing() { [ ! -s "$work/err" ] || wrong 'should say nothing'; }
# json PATH VALUES: the output is JSON, and PATH selects these values (compact, blanks between).
json()
{
    local got
    got=$("$top_builddir/tests/cli/json_probe" "$1" <"$work/out" 2>&1 | tr '\n' ' ')
    [ "${got% }" = "$2" ] || wrong "JSON at $1: wanted '$2', got '${got% }'"
}
# picture FOLDER: the names, sizes, modes and contents of all below it, to see whether something changed.
picture() { (cd "$1" && find . -printf '%p %y %s %m\n' | LC_ALL=C sort && find . -type f -exec cksum {} + 2>/dev/null | LC_ALL=C sort); }
# make_shop FILE: the shop of tests/cli/make_shop.c.
make_shop() { "$top_builddir/tests/cli/make_shop" "$1" || exit 99; }
# A command that runs another one as somebody who may not write everywhere; empty when nothing is needed.
as_other()
{
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    else
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    fi
}
