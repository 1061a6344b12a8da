/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the way of backups: folders, locks, what arrives elsewhere, modules and memory. */
#include "data/backup/backup_private.h"

#include "data/backup/prove.h"
#include "data/backup/vault.h"
#include "data/base/fault.h"
#include "data/db/backup.h"
#include "data/db/backup_file.h"
#include "data/setting.h"
#include "tests/data/fixture.h"
#include "tests/data/place.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define PASSPHRASE "vier rote Törtchen am Fenster"
static const char LATER[] = "2026-03-03T09:00:00Z";

static char *in_folder(const Fixture *fixture, const char *name)
{
    return g_build_filename(fixture->folder, name, NULL);
}

/* Makes a backup in FOLDER that fails with FAULT_. */
static void expect_none(const Fixture *fixture, const char *folder, int fault)
{
    const BackupPlace place = {.folder = folder};
    g_autoptr(GError) error = NULL;
    assert_false(backup_take(fixture->db, &place, BACKUP_BY_HAND, LATER, NULL, NULL, NULL, &error));
    expect_fault(error, fault);
}

static void backup_take__where_no_folder_can_be__says_so(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *below = g_build_filename(fixture->where, "backups", NULL);
    g_autofree char *backups = in_folder(fixture, "backups");
    g_autofree char *own = backup_folder_of(backups, fixture->where);
    g_autofree char *lock = g_build_filename(own, "lock", NULL);
    g_autoptr(GError) error = NULL;
    const BackupPlace none = {0};

    expect_none(fixture, below, FAULT_READ_ONLY);
    /* Nobody leads a backup elsewhere by a link. */
    assert_int_equal(g_mkdir_with_parents(own, 0700), 0);
    assert_int_equal(symlink("/dev/null", lock), 0);
    expect_none(fixture, backups, FAULT_MISSING);
    const BackupPlace place = {.folder = backups};
    assert_false(backup_take_when_due(fixture->where, &place, LATER, NULL, NULL, NULL, &error));
    expect_fault(error, FAULT_MISSING);
    g_clear_error(&error);
    /* Where none are kept, none is made. */
    expect_done(backup_take(fixture->db, &none, BACKUP_BY_HAND, LATER, NULL, NULL, NULL, &error),
                error);
}

static void backup_take_to__where_no_work_can_be_done__says_so(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *below = g_build_filename(fixture->where, "backups", NULL);
    g_autofree char *to = in_folder(fixture, "mine");
    const BackupPlace bad = {.folder = below}, none = {0};
    g_autoptr(GError) error = NULL;

    assert_false(backup_take_to(fixture->db, &bad, to, LATER, NULL, NULL, NULL, &error));
    expect_fault(error, FAULT_READ_ONLY);
    g_clear_error(&error);
    expect_done(db_begin(fixture->db, &error), error);
    assert_false(backup_take_to(fixture->db, &none, to, LATER, NULL, NULL, NULL, &error));
    expect_fault(error, FAULT_INTERNAL);
    g_clear_error(&error);
    db_rollback(fixture->db);
    expect_done(backup_take_to(fixture->db, &none, to, LATER, NULL, NULL, NULL, &error), error);
    expect_done(backup_verify(to, &error), error);
}

static void backup_take__without_settings__makes_none(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *backups = in_folder(fixture, "backups");
    const BackupPlace place = {.folder = backups};
    g_autoptr(GError) error = NULL;
    bool is_set = true;

    expect_done(db_run_script(fixture->db, "ALTER TABLE setting RENAME TO away", &error), error);
    assert_false(backup_take(fixture->db, &place, BACKUP_DAILY, LATER, NULL, NULL, NULL, NULL));
    assert_false(backup_take_when_due(fixture->where, &place, LATER, NULL, NULL, NULL, NULL));
    assert_false(vault_is_set(fixture->db, &is_set, &error));
    assert_false(is_set);
    g_autoptr(GPtrArray) list = backup_list(&place, fixture->where, LATER);
    assert_int_equal(list->len, 0);
}

static bool break_off(BackupStep step, gpointer data)
{
    return step != *(const BackupStep *)data;
}

static void backup_take__broken_off_at_a_step__leaves_what_was_done(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *backups = in_folder(fixture, "backups");
    g_autofree char *stick = in_folder(fixture, "stick");
    g_autofree char *to = in_folder(fixture, "mine");
    const BackupPlace place = {.folder = backups, .second = stick};
    static const BackupStep steps[] = {BACKUP_COPIES, BACKUP_CARRIES};
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    BackupStep step = BACKUP_CARRIES;

    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        step = steps[i];
        assert_false(
            backup_take_to(fixture->db, &place, to, LATER, break_off, &step, NULL, &error));
        expect_fault(error, FAULT_CANCELLED);
        g_clear_error(&error);
        assert_false(g_file_test(to, G_FILE_TEST_EXISTS));
    }
    /* A backup that is there is not broken off by what did not come to the second place. */
    assert_int_equal(g_mkdir(stick, 0700), 0);
    expect_done(
        backup_take(fixture->db, &place, BACKUP_BY_HAND, LATER, break_off, &step, &made, &error),
        error);
    assert_non_null(made.second_trouble);
    g_autoptr(Backup) backup = backup_at(made.path, &error);
    step = BACKUP_PROVES;
    assert_false(backup_prove(backup, NULL, backups, break_off, &step, &error));
    expect_fault(error, FAULT_CANCELLED);
    assert_int_equal(backup->proof, BACKUP_NOT_LOOKED_AT);
    backup_made_clear(&made);
}

static void backup_prove__without_a_proof_beside_it__reads_it_through(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *path = in_folder(fixture, "copy.tresen");
    g_autofree char *proof = in_folder(fixture, "copy.tresen.sha256");
    g_autoptr(GError) error = NULL;
    gsize length;

    expect_done(backup_make(fixture->db, path, &error), error);
    g_unlink(proof);
    g_autoptr(Backup) bare = backup_at(path, &error);
    assert_int_equal(bare->proof, BACKUP_NO_PROOF);
    expect_done(backup_prove(bare, NULL, fixture->folder, NULL, NULL, &error), error);
    assert_int_equal(bare->proof, BACKUP_SOUND);
    g_autofree guint8 *bytes = place_read(path, &length);
    memset(bytes + length / 2, 0x55, 8192);
    place_write(path, bytes, length);
    bare->proof = BACKUP_NO_PROOF;
    assert_false(backup_prove(bare, NULL, fixture->folder, NULL, NULL, &error));
    assert_null(error);
    assert_int_equal(bare->proof, BACKUP_BROKEN);
    assert_non_null(bare->trouble);
}

static void backup_carry__compares__what_arrived(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *target = in_folder(fixture, "copy.tresen");
    g_autofree char *wrong = g_strnfill(64, 'a');
    g_autofree char *before = place_describe(fixture->folder);
    g_autoptr(GError) error = NULL;

    assert_false(backup_carry(fixture->where, target, wrong, &error));
    expect_fault(error, FAULT_DAMAGED);
    g_autofree char *after = place_describe(fixture->folder);
    assert_string_equal(after, before);
}

/* Two programs make the same file: the one that came later counts. */
static void backup_file_place__after_another_began__gives_up(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *aside = in_folder(fixture, "copy.tmp");
    g_autofree char *target = in_folder(fixture, "copy");
    g_autofree char *hash = g_strnfill(64, 'a');
    g_autoptr(GError) error = NULL;

    int first = backup_file_create(aside, &error);
    int second = backup_file_create(aside, &error);
    assert_true(first >= 0 && second >= 0);
    assert_false(backup_file_place(first, aside, target, hash, &error));
    expect_fault(error, FAULT_BUSY);
    g_clear_error(&error);
    backup_file_discard(first, aside);
    assert_true(g_file_test(aside, G_FILE_TEST_EXISTS));
    expect_done(backup_file_place(second, aside, target, hash, &error), error);
    expect_done(backup_file_matches(target, hash, &error), error);
    close(second);
}

/* Shops that were kept for their damage go by the ladder, too, and nothing of them stays. */
static void backup_prune__of_damaged_shops__goes_by_the_ladder(void **state)
{
    const Fixture *fixture = *state;
    static const char *const endings[] = {"", "-journal"};
    guint left[G_N_ELEMENTS(endings)] = {0};

    for (guint day = 1; day <= 28; day++) {
        for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
            g_autofree char *name =
                g_strdup_printf("shop-202602%02uT080000Z-daily.tresen.damaged%s", day, endings[i]);
            g_autofree char *path = in_folder(fixture, name);
            place_write(path, "damaged", 7);
        }
    }
    assert_int_equal(backup_prune(fixture->folder, NULL, FIXTURE_NOW), 0);
    for (guint day = 1; day <= 28; day++) {
        for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
            g_autofree char *name =
                g_strdup_printf("shop-202602%02uT080000Z-daily.tresen.damaged%s", day, endings[i]);
            g_autofree char *path = in_folder(fixture, name);
            left[i] += g_file_test(path, G_FILE_TEST_EXISTS) ? 1 : 0;
        }
    }
    /* The last fourteen days, and the ends of two weeks before: 8 and 1 February. */
    assert_int_equal(left[0], 16);
    assert_int_equal(left[1], 16);
    /* With a clock that nobody can read, nothing goes. */
    assert_int_equal(backup_prune(fixture->folder, NULL, "yesterday"), 0);
}

static void backup_name__of_a_server_s_shop__is_its_database_s(void **state)
{
    (void)state;
    g_autofree char *name =
        backup_name("postgresql://emma@kasse.example/laden", FIXTURE_NOW, BACKUP_BY_HAND, false, 1);
    assert_string_equal(name, "laden-20260301T080000Z-manual.tresen");
    char made[21];
    BackupWhy why;
    assert_true(backup_name_read("laden-2026X301T080000Z-daily.tresen", made, &why, NULL));
    assert_string_equal(made, "");
    assert_int_equal(why, BACKUP_OTHER);
}

/* ---- encryption that cannot be ---- */

/* What cannot be done without a module of this version; nothing is kept open instead. */
static void expect_no_vault(const Fixture *fixture, const char *folder)
{
    const BackupPlace place = {.folder = folder};
    g_autofree char *to = in_folder(fixture, "opened");
    g_autoptr(GError) error = NULL;
    VaultLock lock = {.passes = 1};

    assert_false(vault_available(&error));
    expect_fault(error, FAULT_MISSING);
    g_clear_error(&error);
    assert_false(vault_set(fixture->db, PASSPHRASE, &error));
    expect_fault(error, FAULT_MISSING);
    g_clear_error(&error);
    assert_false(vault_open(fixture->where, to, PASSPHRASE, NULL, &error));
    expect_fault(error, FAULT_MISSING);
    g_clear_error(&error);
    assert_false(vault_seal(fixture->where, to, &lock, &error));
    expect_fault(error, FAULT_MISSING);
    expect_none(fixture, folder, FAULT_MISSING);
    g_autoptr(GPtrArray) list = backup_list(&place, fixture->where, LATER);
    assert_int_equal(list->len, 0);
    assert_false(g_file_test(to, G_FILE_TEST_EXISTS));
}

static void backup_take__of_a_locked_shop_without_its_module__makes_none(void **state)
{
    const Fixture *fixture = *state;
    const char *built = g_getenv("top_builddir");
    g_autofree char *modules = g_strdup(g_getenv("TRESEN_MODULES"));
    g_autofree char *backups = in_folder(fixture, "backups");
    g_autofree char *module = in_folder(fixture, "tresen-vault.so");
    g_autofree char *other =
        g_build_filename(built != NULL ? built : ".", "tests/data/.libs/othervault.so", NULL);
    g_autofree char *whole = g_canonicalize_filename(other, NULL);
    g_autoptr(GError) error = NULL;

    /* A lock as it is in the settings; what it opens with does not matter here. */
    VaultLock lock = {.passes = 3, .memory = 256 * 1024};
    g_autofree char *text = vault_lock_text(&lock);
    expect_done(setting_set(fixture->db, SETTING_VAULT, text, &error), error);
    g_setenv("TRESEN_MODULES", fixture->folder, TRUE);
    place_write(module, "no library", 10);
    expect_no_vault(fixture, backups);
    g_unlink(module);
    assert_int_equal(symlink(whole, module), 0);
    expect_no_vault(fixture, backups);
    if (modules != NULL) {
        g_setenv("TRESEN_MODULES", modules, TRUE);
    } else {
        g_unsetenv("TRESEN_MODULES");
    }
}

/* Lets this process have only so much more memory. */
static void limit_memory(guint64 more)
{
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents("/proc/self/statm", &text, NULL, NULL));
    guint64 pages = g_ascii_strtoull(text, NULL, 10);
    rlim_t most = pages * (guint64)sysconf(_SC_PAGESIZE) + more;
    assert_int_equal(setrlimit(RLIMIT_AS, &(struct rlimit){most, RLIM_INFINITY}), 0);
}

enum { MIB = 1024 * 1024 };

/* Sets a passphrase where there is memory for the cheaper of two costs, and then for none. */
static bool work_with_little(const char *where)
{
    g_autoptr(GError) error = NULL, fault = NULL;
    g_autofree char *text = NULL;
    g_autoptr(Db) db = db_open(where, DB_READ_WRITE, &error);
    bool ok = db != NULL;
    limit_memory(128 * MIB);
    ok = ok && vault_set(db, PASSPHRASE, &error) &&
         setting_get(db, SETTING_VAULT, NULL, &text, &error) &&
         g_str_has_prefix(text, "1 4 65536 ");
    limit_memory(16 * MIB);
    ok = ok && !vault_set(db, PASSPHRASE, &fault) && g_error_matches(fault, FAULT, FAULT_REFUSED);
    return ok;
}

/* Afterwards this process has all its memory again. */
static void open_with_little(const char *path, const char *to)
{
    g_autoptr(GError) fault = NULL, error = NULL;
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_AS, &before), 0);
    limit_memory(128 * MIB);
    bool opened = vault_open(path, to, PASSPHRASE, NULL, &fault);
    assert_int_equal(setrlimit(RLIMIT_AS, &before), 0);
    assert_false(opened);
    expect_fault(fault, FAULT_REFUSED);
    assert_false(g_file_test(to, G_FILE_TEST_EXISTS));
    expect_done(vault_open(path, to, PASSPHRASE, NULL, &error), error);
}

static void vault__with_too_little_memory__does_with_less_or_says_so(void **state)
{
    /* Skipping jumps: nothing may be held yet. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
    skip();
#endif
    if (!vault_available(NULL)) {
        skip();
    }
    Fixture *fixture = *state;
    g_autofree char *backups = in_folder(fixture, "backups");
    g_autofree char *to = in_folder(fixture, "opened");
    const BackupPlace place = {.folder = backups};
    BackupMade made = {0};
    g_autoptr(GError) error = NULL;

    expect_done(vault_set(fixture->db, PASSPHRASE, &error), error);
    expect_done(backup_take(fixture->db, &place, BACKUP_BY_HAND, LATER, NULL, NULL, &made, &error),
                error);
    g_clear_pointer(&fixture->db, db_close);
    pid_t child = place_fork();
    if (child == 0) {
        place_leave(work_with_little(fixture->where));
    }
    assert_true(place_ended_well(child));
    open_with_little(made.path, to);
    backup_made_clear(&made);
}

static void vault_seal__of_what_is_not_there__says_so(void **state)
{
    if (!vault_available(NULL)) {
        skip();
    }
    const Fixture *fixture = *state;
    g_autofree char *gone = in_folder(fixture, "gone");
    g_autofree char *target = in_folder(fixture, "copy.vault");
    VaultLock lock = {.passes = 1};
    g_autoptr(GError) error = NULL;

    assert_false(vault_seal(gone, target, &lock, &error));
    expect_fault(error, FAULT_MISSING);
    assert_false(g_file_test(target, G_FILE_TEST_EXISTS));
}

/* Of a server no backups are made by themselves, but a copy to take home can be. */
static void backup_take_to__of_a_server__makes_a_file_that_opens(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *backups = in_folder(fixture, "backups");
    g_autofree char *to = in_folder(fixture, "home.tresen");
    const BackupPlace place = {.folder = backups};
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};

    expect_done(backup_take(fixture->db, &place, BACKUP_DAILY, LATER, NULL, NULL, &made, &error),
                error);
    expect_done(backup_take_when_due(fixture->where, &place, LATER, NULL, NULL, &made, &error),
                error);
    assert_null(made.path);
    expect_done(backup_take_to(fixture->db, &place, to, LATER, NULL, NULL, &made, &error), error);
    assert_string_equal(made.path, to);
    expect_done(backup_verify(to, &error), error);
    backup_made_clear(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(backup_take__where_no_folder_can_be__says_so),
        cmocka_unit_test(backup_take_to__where_no_work_can_be_done__says_so),
        cmocka_unit_test(backup_take__without_settings__makes_none),
        cmocka_unit_test(backup_take__broken_off_at_a_step__leaves_what_was_done),
        cmocka_unit_test(backup_prove__without_a_proof_beside_it__reads_it_through),
        cmocka_unit_test(backup_carry__compares__what_arrived),
        cmocka_unit_test(backup_file_place__after_another_began__gives_up),
        cmocka_unit_test(backup_prune__of_damaged_shops__goes_by_the_ladder),
        cmocka_unit_test(backup_name__of_a_server_s_shop__is_its_database_s),
        cmocka_unit_test(backup_take__of_a_locked_shop_without_its_module__makes_none),
        cmocka_unit_test(vault__with_too_little_memory__does_with_less_or_says_so),
        cmocka_unit_test(vault_seal__of_what_is_not_there__says_so),
    };
    const struct CMUnitTest on_server[] = {
        cmocka_unit_test(backup_take_to__of_a_server__makes_a_file_that_opens),
    };
    return fixture_on_sqlite("backuptrouble", tests, G_N_ELEMENTS(tests)) +
           fixture_on_postgres("backuptrouble", on_server, G_N_ELEMENTS(on_server));
}
