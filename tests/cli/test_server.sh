#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tresen-server-setup: a server as it should be, and all that a counter does under the rights it gets there.
. "${top_srcdir:?}/tests/cli/harness.sh" || exit 99
[ -e "$top_builddir/.libs/tresen-postgresql.so" ] || { echo 'This Tresen has no part for PostgreSQL.'; exit 77; }
if [ -z "${TRESEN_TEST_PG-}" ]; then
    command -v pg_virtualenv >/dev/null || { echo 'There is no PostgreSQL here.'; exit 77; }
    rm -rf "$work"
    # shellcheck disable=SC2016
    exec pg_virtualenv -t bash -c 'TRESEN_TEST_PG="host=$PGHOST port=$PGPORT user=$PGUSER password=$PGPASSWORD" \
        exec bash "$0"' "$0"
fi
for pair in $TRESEN_TEST_PG; do
    case $pair in
    host=*) export PGHOST=${pair#*=} ;;
    port=*) export PGPORT=${pair#*=} ;;
    user=*) keeper=${pair#*=} ;;
    password=*) keeper_password=${pair#*=} ;;
    esac
done
unset PGUSER PGPASSWORD PGDATABASE
export PGSSLMODE=disable PGPASSFILE=$work/pgpass TRESEN
setup=$top_srcdir/packaging/tresen-server-setup psql=$(command -v psql)
name=tsa$$ other=tsb$$ at=$PGHOST:$PGPORT

# keep SQL [DATABASE]: as who looks after the server; as_role ROLE SQL [DATABASE].
keep() { PGUSER=$keeper PGPASSWORD=$keeper_password "$psql" -XAtq -v ON_ERROR_STOP=1 -d "${2-postgres}" -c "$1"; }
as_role() { "$psql" -XAtq -w -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -U "$1" -d "${3-$name}" -c "$2"; }
[ "$(keep 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')" = t ] || { echo 'No superuser here.'; exit 77; }
clean_up()
{
    local role
    keep "DROP DATABASE IF EXISTS $name WITH (FORCE)"
    keep "DROP DATABASE IF EXISTS $other WITH (FORCE)"
    for role in $(keep "SELECT rolname FROM pg_roles WHERE rolname ~ '^($name|$other)_'"); do keep "DROP ROLE $role"; done
}
trap 'clean_up; rm -rf "$work"' EXIT
[ "$PGPORT" != 5432 ] || at=$PGHOST
place() { printf 'postgresql://%s@%s/%s?sslmode=disable' "$1" "$at" "${1%_*}"; }

# set_up ARGUMENTS…: the script, as $admin, with every call of psql written down.
mkdir "$work/bin" "$work/pw"
printf '#!/bin/sh\nprintf "%%s\\n" "$*" >>"%s"\nexec "%s" "$@"\n' "$work/calls" "$psql" >"$work/bin/psql"
chmod +x "$work/bin/psql"
admin=$keeper admin_password=$keeper_password
set_up()
{
    called="tresen-server-setup $*"
    PGUSER=$admin PGPASSWORD=$admin_password PATH=$work/bin:$PATH \
        "$setup" --database "$name" --passwords "$work/pw" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}
# keep_passwords: as the text at the end says.
keep_passwords() { cat "$work"/pw/*.pgpass >"$PGPASSFILE" && chmod 600 "$PGPASSFILE" && rm "$work"/pw/*; }
# same WANTED GOT WHAT
same() { [ "$1" = "$2" ] || wrong "$3: $(diff <(echo "$1") <(echo "$2"))"; }

# ---- what is refused -------------------------------------------------------------------------

set_up --help; ends 0; says_nothing; prints '--add-counter NAME'
same "$(grep -oE -- '--[a-z-]+' "$work/out" | sort -u)" \
    "$(printf '%s\n' --help --host --port --username --database $(grep -oE 'Fl -[a-z-]+' "$top_srcdir/doc/tresen-server-setup.8" |
        sed 's/Fl /-/') | sort -u)" 'the options of the manual'
set_up --grand; ends 2; prints_nothing; says '"--grand" is not known.'
set_up --add-counter; ends 2; says 'something is missing.'
set_up --add-counter "x'; DROP"; ends 2; says 'may have small letters'
set_up --add-counter owner; ends 2; says 'is there for something else.'
set_up --upgrade=yes; ends 2; says 'takes no value.'
set_up --address "x'; DROP"; ends 2; says 'is not the name of a server'
set_up --database pg_x; ends 2; says 'belong to the server'
set_up --passwords "$work/none"; ends 1; says 'There is no folder'
set_up --port 1; ends 1; says 'does not let this in'
keep "CREATE DATABASE $other TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"
set_up --database "$other"; ends 1; says 'does not store text as UTF-8'
keep "DROP DATABASE $other"; keep "CREATE DATABASE $other TEMPLATE template0 ENCODING 'UTF8'"
keep 'CREATE TABLE public.migration (x int)' "$other"
set_up --database "$other"; ends 1; says 'There is a shop in the schema public'
keep "DROP DATABASE $other"; keep "CREATE ROLE ${name}_owner CREATEROLE"
set_up; ends 1; says 'may do more than a shop needs'
same 0 "$(keep "SELECT count(*) FROM pg_database WHERE datname = '$name'")" 'databases of what was refused'
keep "ALTER ROLE ${name}_owner NOCREATEROLE LOGIN"
keep "CREATE ROLE ${name}_b_owner"; keep "CREATE DATABASE $other OWNER ${name}_b_owner"
set_up --remove-counter b_owner; ends 1; says "is no counter's"
set_up --add-counter b_owner; ends 1; says "is no counter's"
keep "DROP DATABASE $other"; keep "DROP ROLE ${name}_b_owner"
admin=${name}_owner admin_password=x
keep "ALTER ROLE ${name}_owner PASSWORD 'x'"
set_up; ends 1; says 'may not make roles'
keep "DROP ROLE ${name}_owner"
admin=$keeper admin_password=$keeper_password

# A server that lets in and warns, as after an upgrade of its system, has let in.
keep "CREATE DATABASE $other TEMPLATE template0"
keep "UPDATE pg_database SET datcollversion = '0' WHERE datname = '$other'"
set_up --maintenance "$other"; ends 0; grep -q WARNING "$work/err" || wrong 'there was no warning'
keep "DROP DATABASE $other"; keep "DROP DATABASE $name"; keep "DROP ROLE ${name}_owner, ${name}_program"; rm "$work"/pw/*

# ---- a server, once and again ----------------------------------------------------------------

: >"$work/calls"
set_up --add-counter one --add-counter two; ends 0; says_nothing
prints "tresen --shop '$(place "${name}_one")'"; prints "tresen move --to '$(place "${name}_owner")'"
for role in owner one two; do
    file=$work/pw/${name}_$role.pgpass
    same 600 "$(stat -c %a "$file")" 'the mode of a password file'
    secret=$(cut -d: -f5 "$file")
    same 32 "${#secret}" 'the length of a password'
    ! grep -qF "$secret" "$work/calls" "$work/out" || wrong 'a password can be seen'
done
grep -q password "$work/calls" || wrong 'no password was set through psql'
same 3 "$(keep "SELECT count(*) FROM pg_authid WHERE rolname LIKE '$name%' AND rolpassword LIKE 'SCRAM-SHA-256\$%'")" hashes

# picture_of DATABASE: all that was set up in it, whatever it is called.
picture_of()
{
    keep "SELECT 'role', rolname, rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolinherit, rolconnlimit
            FROM pg_roles WHERE rolname LIKE '$1\_%' ORDER BY 2;
        SELECT 'member', roleid::regrole, member::regrole FROM pg_auth_members
            WHERE roleid::regrole::text LIKE '$1\_%' ORDER BY 2, 3;
        SELECT 'setting', setrole = 0, setconfig FROM pg_db_role_setting AS s JOIN pg_database AS d
            ON d.oid = s.setdatabase WHERE datname = '$1' ORDER BY 2;
        SELECT 'schema', nspname, nspowner::regrole, nspacl FROM pg_namespace
            WHERE nspname IN ('tresen', 'public') ORDER BY 2;
        SELECT 'default', defaclrole::regrole, defaclobjtype, defaclacl FROM pg_default_acl ORDER BY 3;
        SELECT 'table', relname, relowner::regrole, relacl FROM pg_class
            WHERE relnamespace = 'tresen'::regnamespace ORDER BY 2;
        SELECT 'database', encoding, datcollate, datctype, datacl FROM pg_database WHERE datname = '$1'" "$1" |
        sed "s/$1/shop/g"
}
before=$(picture_of "$name")
[ "$(wc -l <<<"$before")" -ge 12 ] || wrong "little was set up: $before"
set_up --add-counter one; ends 0; prints_not 'The password of'
same "$before" "$(picture_of "$name")" 'a second run changes'
old=$(cat "$work/pw/${name}_one.pgpass")
set_up --add-counter one --new-password; ends 1; says 'There is a file'
same "$old" "$(cat "$work/pw/${name}_one.pgpass")" 'the file that was there'
keep_passwords

# Its SQL alone does the same.
set_up --dry-run --database "$other" --add-counter one --add-counter two; ends 0; says_nothing
sed '/^-- Then/,$d' "$work/out" >"$work/first"
sed -n '/^-- Then/,$p' "$work/out" >"$work/then"
keep "$(cat "$work/first")"
keep "$(cat "$work/then")" "$other" || wrong 'its SQL fails'
same "$before" "$(picture_of "$other")" 'the SQL alone makes'
keep "DROP DATABASE $other"
for role in one two program owner; do keep "DROP ROLE ${other}_$role"; done

# ---- the shop comes, by the owner only -------------------------------------------------------

shop=$work/shop owner=$(place "${name}_owner") one=$(place "${name}_one")
make_shop "$shop"
run find wagner --json --shop "$shop"; found=$(cat "$work/out")
run find wagner --shop "$one"; ends 1; says 'There is no shop'
run move --to "$one" --shop "$shop"; ends 1; says "The role “${name}_one” may not make tables"
run move --to "$owner" --shop "$shop"; ends 0; prints 'all of them compared'

# Every table as it should be; the record of the schema is read.
same 'SELECT' "$(keep "SELECT string_agg(privilege_type, ' ') FROM information_schema.role_table_grants
    WHERE grantee = '${name}_program' AND table_name = 'migration'" "$name")" 'rights in migration'
same '' "$(keep "SELECT relname FROM pg_class AS c WHERE relnamespace = 'tresen'::regnamespace AND relkind = 'r'
    AND (relowner <> '${name}_owner'::regrole OR relname <> 'migration'
        AND relacl::text <> format('{%1\$s=arwdDxt/%1\$s,%2\$s=arwd/%1\$s}', '${name}_owner', '${name}_program'))" "$name")" \
    'tables with other rights'

# ---- all a counter does ----------------------------------------------------------------------

run find wagner --json --shop "$one"; ends 0
same "$found" "$(cat "$work/out")" 'what is found there'
for call in 'show 1042' today due 'visit 1042 --amount 12,50 --article Brezel' 'feedback 1042 wunderbar --csat 5' \
    'complaint 1042 Inschrift falsch' 'remind 1042 tomorrow call back' 'promise 1042 Muster --until friday' 'timeline 1042' \
    'report visits' 'lost 1042 --reason price' 'lost 1042 --back' birthdays "export --csv $work/all.csv" check 'check --rebuild' \
    check; do
    # shellcheck disable=SC2086
    run $call --shop "$one"; ends 0
done
printf 'Vorname;Nachname;Telefon\nGerda;Neu;0171 5550101\n' >"$work/list.csv"
run import "$work/list.csv" --shop "$one"; ends 0
run find gerda neu --shop "$(place "${name}_two")"; ends 0; prints Gerda

# What the modules do, with no more rights than the program's.
for unit in record customer visit deed draft; do
    [ -x "$top_builddir/tests/data/test_$unit" ] || continue
    called="test_$unit"
    TRESEN_TEST_PG="$TRESEN_TEST_PG sslmode=disable" TRESEN_TEST_PG_ROLE=${name}_program \
        "$top_builddir/tests/data/test_$unit" >"$work/out" 2>"$work/err" || wrong "$(grep -h ERROR: "$work/out" "$work/err")"
done

# And no more. 42501 is "insufficient privilege".
while IFS= read -r sql; do
    called=$sql
    as_role "${name}_one" "$sql" >"$work/out" 2>"$work/err" && wrong 'a counter may do this'
    grep -q 42501 "$work/err" || wrong 'it was not the rights'
done <<'SQL'
CREATE TABLE planted (x int)
CREATE TABLE public.planted (x int)
CREATE TEMPORARY TABLE planted (x int)
CREATE SCHEMA planted
CREATE FUNCTION planted() RETURNS int LANGUAGE sql RETURN 1
CREATE EXTENSION pgcrypto
DROP TABLE clerk
ALTER TABLE clerk ADD COLUMN planted int
ALTER TABLE clerk DISABLE TRIGGER ALL
TRUNCATE draft
CREATE INDEX planted ON clerk (name)
CREATE TRIGGER planted BEFORE INSERT ON clerk EXECUTE FUNCTION suppress_redundant_updates_trigger()
COMMENT ON TABLE clerk IS 'planted'
DROP SCHEMA tresen CASCADE
INSERT INTO migration VALUES (99, 'planted', '')
UPDATE migration SET version = 99
DELETE FROM migration
SELECT setval(pg_get_serial_sequence('deed', 'id'), 1)
CREATE ROLE planted
CREATE DATABASE planted
ALTER SYSTEM SET work_mem = '1GB'
COPY clerk TO PROGRAM 'cat'
COPY clerk TO '/tmp/planted'
SELECT pg_read_file('PG_VERSION')
SELECT rolpassword FROM pg_authid
SQL
for role in owner two; do
    called="SET ROLE $role"
    as_role "${name}_one" "SET ROLE ${name}_$role" 2>"$work/err" && wrong 'a counter becomes somebody else'
done
keep "CREATE ROLE ${name}_stranger LOGIN PASSWORD 'x'"
called='a stranger'
PGPASSWORD=x as_role "${name}_stranger" 'SELECT 1' 2>"$work/err" >"$work/out" && wrong 'comes in'
grep -q 'permission denied for database' "$work/err" || wrong 'comes in'
same '30min 5min 2min tresen' "$(as_role "${name}_one" "SELECT concat_ws(' ', current_setting('statement_timeout'),
    current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'),
    current_setting('search_path'))")" 'the limits'

# What somebody else made there comes to the owner.
keep 'CREATE TABLE tresen.stray (x int)' "$name"
set_up; ends 0
same "${name}_owner" "$(keep "SELECT relowner::regrole FROM pg_class WHERE relname = 'stray'" "$name")" 'whose table'
keep 'DROP TABLE tresen.stray' "$name"

# ---- passwords and counters change -----------------------------------------------------------

set_up --add-counter one --new-password; ends 0; prints "The password of ${name}_one"
run find wagner --shop "$one"; ends 1
sed -i "/${name}_one/d" "$PGPASSFILE"; cat "$work"/pw/* >>"$PGPASSFILE"; rm "$work"/pw/*
run find wagner --shop "$one"; ends 0
as_role "${name}_two" 'SELECT pg_sleep(600)' >/dev/null 2>&1 &
session=$!
until [ -n "$(keep "SELECT 1 FROM pg_stat_activity WHERE usename = '${name}_two' AND state = 'active'")" ]; do sleep 0.1; done
set_up --remove-counter two; ends 0; prints 'The counter two is shut out.'
! wait "$session" || wrong 'its session went on'
same '' "$(keep "SELECT 1 FROM pg_roles WHERE rolname = '${name}_two'")" 'its role'
set_up --remove-counter two; ends 0

# A backup as the handbook has it, onto a server that was set up anew.
export PGUSER=$keeper PGPASSWORD=$keeper_password
pg_dump -Fc -f "$work/dump" "$name" 2>"$work/err" || wrong 'no backup'
before=$(picture_of "$name")
keep "DROP DATABASE $name"
set_up; ends 0
pg_restore -d "$name" --clean --if-exists "$work/dump" 2>"$work/err" || wrong 'the backup does not come back'
unset PGUSER PGPASSWORD
same "$before" "$(picture_of "$name")" 'what came back has other rights'
run check --shop "$one"; ends 0
run find gerda neu --shop "$one"; ends 0; prints Gerda

# Back to a file, by a counter; what stays behind can be read.
run move --to "$work/back" --shop "$one"; ends 0
run check --shop "$work/back"; ends 0
run visit 1042 --shop "$one"; ends 1; says 'was moved to'

# ---- a hosted service: no superuser; and a shop of an earlier version ------------------------

keep "CREATE ROLE ${other}_admin LOGIN CREATEROLE CREATEDB PASSWORD 'secret'"
admin=${other}_admin admin_password=secret
set_up --database "$other" --add-counter one; ends 0; says_nothing
keep_passwords
set_up --database "$other" --add-counter one; ends 0; says_nothing
newest=$(printf '%s\n' "$top_srcdir"/data/db/migrations/*.sql | sed 's|.*/||; s/_.*//' | sort | tail -n 1)
for file in "$top_srcdir"/data/db/migrations/*.sql; do
    step=${file##*/}
    case $step in
    "$newest"_* | *.sqlite.sql) continue ;;
    esac
    sed 's/{{id}}/BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY/g; s/{{int}}/BIGINT/g; s/{{table}}//g; s/{{server}}//g' "$file" >"$work/sql"
    as_role "${other}_owner" "$(cat "$work/sql"); INSERT INTO migration VALUES (${step%%_*}, '', '')" "$other" ||
        wrong "the earlier shop stops at $step"
done
one=$(place "${other}_one")
run find wagner --shop "$one"; ends 1; says "only the role “${other}_owner” may do"; says 'tresen-server-setup --upgrade'
set_up --database "$other" --upgrade; ends 0; prints 'The shop is whole'
run check --shop "$one"; ends 0
same 'SELECT' "$(keep "SELECT string_agg(privilege_type, ' ') FROM information_schema.role_table_grants
    WHERE grantee = '${other}_program' AND table_name = 'migration'" "$other")" 'rights in migration'

# The owner does only this, and needs nobody.
admin=${other}_owner admin_password=$(grep "${other}_owner" "$PGPASSFILE" | cut -d: -f5)
set_up --database "$other" --upgrade; ends 0; prints 'The shop is whole'; prints_not 'The server is ready'

# Whatever stands in what libpq is told.
PGSSLROOTCERT=$work/"a 'file\\" set_up --database "$other" --upgrade; ends 0; prints 'The shop is whole'

# A newer shop is left alone.
as_role "${other}_owner" "INSERT INTO migration VALUES (9999, 'later', '')" "$other"
run find wagner --shop "$one"; ends 1; says 'newer version of Tresen'
exit $failed
