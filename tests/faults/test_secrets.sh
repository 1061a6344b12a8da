#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Promise 27: secrets stay in. Passwords of servers and of backups are in no output, no state file and no process list after
# many commands; and no crash writes the memory into a file.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
export XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state
sessions=2
[ -z "${TRESEN_TORTURE:-}" ] || sessions=$((TRESEN_TORTURE > 0 && TRESEN_TORTURE < 100 ? TRESEN_TORTURE : 100))
[ "$sessions" -le 100 ] || sessions=100
server=geheimesServerwort passphrase=geheimesSicherungswort
shop=$work/shop.tresen
make_shop "$shop"
printf '%s\n' "$passphrase" >"$work/given"
: >"$work/all"
for ((session = 1; session <= sessions; session++)); do
    for words in "--shop $shop find wagner" "--shop $shop backup --encrypt --passphrase-file $work/given" \
        "--shop $shop backup --list" "--shop postgresql://emma:$server@127.0.0.1:1/tresen?connect_timeout=1 today"; do
        # shellcheck disable=SC2086
        G_MESSAGES_DEBUG=all run $words
        cat "$work/out" "$work/err" >>"$work/all"
    done
done
rm "$work/given"
called="all sessions"
for secret in "$server" "$passphrase"; do
    ! grep -rlaF -- "$secret" "$work" || wrong "$secret can be read"
done
[ -z "${TRESEN_TORTURE:-}" ] || printf 'promise 27: %s sessions, 0 places with a password\n' "$sessions"
exit "$failed"
