/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks a server what its roles may do, before a step of the schema would fail half way. */
#include "data/db/rights.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

/* The owner, where that is somebody else. */
static const char other_owner[] =
    "SELECT pg_get_userbyid(c.relowner)::text FROM pg_class AS c "
    "WHERE c.oid = to_regclass('migration') AND NOT pg_has_role(c.relowner, 'USAGE')";
/* Who asks, where they may not make tables. */
static const char no_builder[] = "SELECT current_user::text WHERE current_schema() IS NULL "
                                 "OR NOT has_schema_privilege(current_schema(), 'CREATE')";
/* What is given by default comes with the table. The grantee 0 is everybody. */
static const char close_record[] =
    "SELECT string_agg('REVOKE ALL ON migration FROM ' || who || '; "
    "GRANT SELECT ON migration TO ' || who, '; ') FROM ("
    "SELECT DISTINCT CASE a.grantee WHEN 0 THEN 'PUBLIC' "
    "ELSE quote_ident(pg_get_userbyid(a.grantee)::text) END AS who "
    "FROM pg_class AS c, aclexplode(c.relacl) AS a WHERE c.oid = to_regclass('migration') "
    "AND a.grantee <> c.relowner AND a.privilege_type <> 'SELECT') AS others";

static bool refuse_upgrade(Db *db, const char *owner, GError **error)
{
    g_set_error(error, FAULT, FAULT_READ_ONLY,
                _("The shop %s is from an earlier version and has to be brought up to date, which "
                  "only the role “%s” may do. Ask the person who looks after the server to run "
                  "“tresen-server-setup --upgrade”, then start again. Nothing was changed."),
                db_where_told(db), owner);
    return false;
}

static bool refuse_tables(Db *db, const char *role, GError **error)
{
    g_set_error(error, FAULT, FAULT_REFUSED,
                _("The role “%s” may not make tables in the database %s, so no shop can be made "
                  "there. Use the role of its owner (tresen-server-setup prints how), or ask the "
                  "person who looks after the server."),
                role, db_where_told(db));
    return false;
}

bool rights_admit_change(Db *db, int version, GError **error)
{
    g_autofree char *name = NULL;
    if (db_engine(db) == DB_SQLITE) {
        return true;
    }
    if (!db_get_text(db, version > 0 ? other_owner : no_builder, DB_NO_VALUES, &name, error)) {
        return false;
    }
    return name == NULL || (version > 0 ? refuse_upgrade : refuse_tables)(db, name, error);
}

bool rights_close_record(Db *db, GError **error)
{
    g_autofree char *script = NULL;
    if (db_engine(db) == DB_SQLITE) {
        return true;
    }
    return db_get_text(db, close_record, DB_NO_VALUES, &script, error) &&
           (script == NULL || db_run_script(db, script, error));
}
