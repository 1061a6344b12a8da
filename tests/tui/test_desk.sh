#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What comes due while the program runs is shown on a desktop, and its buttons work: alarm_desk.c on a bus of its own.
set -u
work=$(mktemp -d) || exit 99
. "${top_srcdir:?}/tests/desktop.sh" || exit 99
trap 'desktop_end; rm -rf "$work"' EXIT
[ -e "${top_builddir:?}/.libs/tresen-notify.so" ] || { echo 'Left out: built without libnotify.'; exit 77; }
desktop_is_possible || exit 77
export TRESEN_MODULES=$top_builddir/.libs XDG_DATA_HOME=$work XDG_CONFIG_HOME=$work XDG_STATE_HOME=$work LC_ALL=C.UTF-8
unset LANGUAGE

desktop_bus || exit 99
desktop_service || exit 99
"$top_builddir/tests/tui/alarm_desk" "$desktop_log" "$desktop_pid"
