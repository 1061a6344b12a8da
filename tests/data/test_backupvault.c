/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encrypted backups: opened by their passphrase and by nothing else, and no change goes unnoticed.
 */
#include "data/backup/vault.h"

#include "data/backup/backup_private.h"
#include "data/backup/prove.h"
#include "data/backup/vaultheader.h"
#include "data/base/fault.h"
#include "data/db/backup.h"
#include "data/db/backup_file.h"
#include "data/setting.h"
#include "tests/data/fixture.h"
#include "tests/data/people.h"
#include "tests/data/place.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define PASSPHRASE "vier rote Törtchen am Fenster"

static const char SECRET[] = "Zwetschgenkuchengeheimnis";

/* A shop with a secret word, whose backups are encrypted, and one backup of it. */
typedef struct {
    Fixture *fixture;
    char *folder;
    BackupMade made;
} Locked;

static Locked lock_shop(void **state)
{
    Locked locked = {.fixture = *state,
                     .folder = g_build_filename(((Fixture *)*state)->folder, "backups", NULL)};
    const BackupPlace place = {.folder = locked.folder};
    g_autoptr(GError) error = NULL;
    expect_done(setting_set(locked.fixture->db, SETTING_SHOP_NAME, SECRET, &error), error);
    expect_done(vault_set(locked.fixture->db, PASSPHRASE, &error), error);
    expect_done(backup_take(locked.fixture->db, &place, BACKUP_BY_HAND, FIXTURE_NOW, NULL, NULL,
                            &locked.made, &error),
                error);
    return locked;
}

static void lock_clear(Locked *locked)
{
    backup_made_clear(&locked->made);
    g_free(locked->folder);
}

/* Opens the backup at PATH with PASSPHRASE into a file of the fixture; the fault, or -1. */
static int open_it(const Locked *locked, const char *path, const char *passphrase)
{
    g_autofree char *to = g_build_filename(locked->fixture->folder, "opened", NULL);
    g_autoptr(GError) error = NULL;
    bool ok = vault_open(path, to, passphrase, NULL, &error);
    if (!ok) {
        expect_fault(error, error->code);
        assert_false(g_file_test(to, G_FILE_TEST_EXISTS));
    }
    return ok ? -1 : error->code;
}

static bool has_bytes(const char *path, const char *word)
{
    gsize length;
    g_autofree guint8 *bytes = place_read(path, &length);
    return memmem(bytes, length, word, strlen(word)) != NULL;
}

static void vault_set__encrypts_backups__and_keeps_nothing_open(void **state)
{
    Locked locked = lock_shop(state);
    g_autoptr(GError) error = NULL;
    g_autofree char *to = g_build_filename(locked.fixture->folder, "opened", NULL);
    g_autofree char *own = g_path_get_dirname(locked.made.path);
    struct stat info;
    bool is_set = false;
    assert_true(g_str_has_suffix(locked.made.path, ".vault"));
    assert_false(has_bytes(locked.made.path, SECRET));
    assert_true(has_bytes(locked.fixture->where, SECRET));
    assert_int_equal(stat(locked.made.path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
    g_autoptr(GDir) entries = g_dir_open(own, 0, NULL);
    for (const char *name = g_dir_read_name(entries); name != NULL;
         name = g_dir_read_name(entries)) {
        g_autofree char *path = g_build_filename(own, name, NULL);
        assert_false(has_bytes(path, SECRET));
    }
    /* Neither the passphrase nor a secret key lies anywhere. */
    assert_false(has_bytes(locked.fixture->where, "Törtchen"));
    expect_done(vault_is_set(locked.fixture->db, &is_set, &error), error);
    assert_true(is_set);
    expect_done(vault_open(locked.made.path, to, PASSPHRASE, NULL, &error), error);
    assert_true(has_bytes(to, SECRET));
    expect_done(backup_is_whole(to, to, &error), error);
    lock_clear(&locked);
}

static void vault_open__with_another_passphrase__says_so(void **state)
{
    Locked locked = lock_shop(state);
    static const char *const wrong[] = {"vier rote Törtchen am fenster", "",
                                        "vier rote Törtchen am Fenster "};
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        assert_int_equal(open_it(&locked, locked.made.path, wrong[i]), FAULT_REFUSED);
    }
    /* The same letters in another form of Unicode are the same passphrase. */
    assert_int_equal(open_it(&locked, locked.made.path, "vier rote To\xcc\x88rtchen am Fenster"),
                     -1);
    lock_clear(&locked);
}

static void vault_open__after_any_change__says_damaged(void **state)
{
    Locked locked = lock_shop(state);
    g_autofree char *path = g_build_filename(locked.fixture->folder, "changed.vault", NULL);
    gsize length;
    g_autofree guint8 *bytes = place_read(locked.made.path, &length);
    const gsize ends[] = {length - 1, length / 2, VAULT_HEADER, VAULT_HEADER - 1, 9};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_unlink(path);
        place_write(path, bytes, ends[i]);
        assert_int_equal(open_it(&locked, path, PASSPHRASE), FAULT_DAMAGED);
    }
    const gsize flips[] = {VAULT_HEADER - 1, VAULT_HEADER - 30, VAULT_HEADER, length - 1};
    for (guint i = 0; i < G_N_ELEMENTS(flips); i++) {
        bytes[flips[i]] ^= 4;
        g_unlink(path);
        place_write(path, bytes, length);
        assert_int_equal(open_it(&locked, path, PASSPHRASE), FAULT_DAMAGED);
        bytes[flips[i]] ^= 4;
    }
    g_autofree guint8 *longer = g_malloc0(length + 1);
    memcpy(longer, bytes, length);
    g_unlink(path);
    place_write(path, longer, length + 1);
    assert_int_equal(open_it(&locked, path, PASSPHRASE), FAULT_DAMAGED);
    lock_clear(&locked);
}

static void vault_open__of_another_file__says_so(void **state)
{
    Locked locked = lock_shop(state);
    g_autofree char *gone = g_build_filename(locked.fixture->folder, "gone", NULL);
    assert_int_equal(open_it(&locked, locked.fixture->where, PASSPHRASE), FAULT_FOREIGN);
    assert_int_equal(open_it(&locked, gone, PASSPHRASE), FAULT_MISSING);
    lock_clear(&locked);
}

static void vault_set__of_a_bad_passphrase__is_refused(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *endless = g_strnfill(PASSPHRASE_MOST + 1, 'x');
    const char *const bad[] = {"", "kurz", "123456789", "ägtmsäöüz", endless};
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) error = NULL;
        bool is_set = true;
        assert_false(vault_set(fixture->db, bad[i], &error));
        expect_fault(error, FAULT_REFUSED);
        g_clear_error(&error);
        expect_done(vault_is_set(fixture->db, &is_set, &error), error);
        assert_false(is_set);
    }
}

static void vault_set__of_the_shortest_and_the_longest__takes_it(void **state)
{
    const Fixture *fixture = *state;
    /* Characters, not bytes. */
    g_autofree char *longest = g_strnfill(PASSPHRASE_MOST - 1, 'x');
    g_autofree char *with_accent = g_strconcat("ä", longest, NULL);
    const char *const good[] = {"ägtmsäöüzk", with_accent};
    for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
        g_autoptr(GError) error = NULL;
        expect_done(vault_set(fixture->db, good[i], &error), error);
    }
}

static void vault_remove__makes_open_backups__from_then_on(void **state)
{
    Locked locked = lock_shop(state);
    const BackupPlace place = {.folder = locked.folder};
    g_autoptr(GError) error = NULL;
    BackupMade made = {0};
    expect_done(vault_remove(locked.fixture->db, &error), error);
    expect_done(backup_take(locked.fixture->db, &place, BACKUP_BY_HAND, FIXTURE_NOW, NULL, NULL,
                            &made, &error),
                error);
    assert_true(g_str_has_suffix(made.path, ".tresen"));
    assert_int_equal(open_it(&locked, locked.made.path, PASSPHRASE), -1);
    backup_made_clear(&made);
    lock_clear(&locked);
}

static void backup_take__with_an_unreadable_lock__makes_no_open_copy(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *folder = g_build_filename(fixture->folder, "backups", NULL);
    const BackupPlace place = {.folder = folder};
#define SALT "000102030405060708090a0b0c0d0e0f"
#define KEY SALT SALT
    /* Each has one fault. */
    static const char *const odd[] = {
        "x",
        "2 3 262144 " SALT " " KEY,
        "1 0 262144 " SALT " " KEY,
        "1 21 262144 " SALT " " KEY,
        "1 3 8191 " SALT " " KEY,
        "1 3 262144 " SALT "00 " KEY,
        "1 3 262144 000102030405060708090a0b0c0d0e0g " KEY,
        "1 3 262144 " SALT " " KEY "00",
        "1 3 262144 " SALT " " SALT "g00102030405060708090a0b0c0d0e0f",
        "1 3 262144 " SALT " " KEY " ",
    };
    for (guint i = 0; i < G_N_ELEMENTS(odd); i++) {
        g_autoptr(GError) error = NULL;
        expect_done(setting_set(fixture->db, SETTING_VAULT, odd[i], &error), error);
        assert_false(backup_take(fixture->db, &place, BACKUP_BY_HAND, FIXTURE_NOW, NULL, NULL, NULL,
                                 &error));
        expect_fault(error, FAULT_DAMAGED);
    }
    g_autoptr(GPtrArray) list = backup_list(&place, fixture->where, FIXTURE_NOW);
    assert_int_equal(list->len, 0);
    /* And without one it is a lock. */
    g_autoptr(GError) error = NULL;
    VaultLock lock;
    bool is_set = false;
    expect_done(setting_set(fixture->db, SETTING_VAULT, "1 3 262144 " SALT " " KEY, &error), error);
    expect_done(vault_lock_of(fixture->db, &lock, &is_set, &error), error);
    assert_true(is_set);
    assert_int_equal(lock.salt[15], 0x0f);
    assert_int_equal(lock.public_key[31], 0x0f);
}

static void backup_prove__of_an_encrypted_one__reads_it_with_its_passphrase(void **state)
{
    Locked locked = lock_shop(state);
    g_autoptr(GError) error = NULL;
    g_autoptr(Backup) backup = backup_at(locked.made.path, &error);
    assert_true(backup->is_locked);
    expect_done(backup_prove(backup, NULL, locked.folder, NULL, NULL, &error), error);
    expect_done(backup_prove(backup, PASSPHRASE, locked.folder, NULL, NULL, &error), error);
    assert_int_equal(backup->proof, BACKUP_SOUND);
    backup->proof = BACKUP_NOT_LOOKED_AT;
    assert_false(backup_prove(backup, "not this one at all", locked.folder, NULL, NULL, &error));
    expect_fault(error, FAULT_REFUSED);
    assert_int_equal(backup->proof, BACKUP_NOT_LOOKED_AT);
    g_clear_error(&error);
    /* Without its proof beside it, nobody can tell without the passphrase. */
    g_autofree char *proof = g_strconcat(locked.made.path, ".sha256", NULL);
    g_unlink(proof);
    g_autoptr(Backup) bare = backup_at(locked.made.path, &error);
    assert_int_equal(bare->proof, BACKUP_NO_PROOF);
    assert_false(backup_prove(bare, NULL, locked.folder, NULL, NULL, &error));
    expect_fault(error, FAULT_REFUSED);
    g_clear_error(&error);
    expect_done(backup_prove(bare, PASSPHRASE, locked.folder, NULL, NULL, &error), error);
    lock_clear(&locked);
}

enum { BULK = 1 << 20, ROOM = BULK / 4 };

/* vault_seal where no file can become larger than ROOM bytes. */
static bool seal_in_little_room(const char *from, const char *target, const VaultLock *lock,
                                GError **error)
{
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    void (*usual)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){ROOM, before.rlim_max}), 0);
    bool sealed = vault_seal(from, target, lock, error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, usual);
    return sealed;
}

/* What does not compress, so that it is written while it is read. */
static void vault_seal__where_the_room_ends_in_the_middle__leaves_nothing(void **state)
{
    const Fixture *fixture = *state;
    g_autofree char *from = g_build_filename(fixture->folder, "bulk", NULL);
    g_autofree char *target = g_build_filename(fixture->folder, "bulk.vault", NULL);
    g_autofree char *opened = g_build_filename(fixture->folder, "opened", NULL);
    g_autofree guint8 *bytes = g_malloc(BULK);
    g_autoptr(GRand) chance = g_rand_new_with_seed(1);
    g_autoptr(GError) error = NULL;
    VaultLock lock;
    gsize length;

    for (guint i = 0; i < BULK; i++) {
        bytes[i] = (guint8)g_rand_int_range(chance, 0, 256);
    }
    place_write(from, bytes, BULK);
    assert_int_equal(vault_driver(NULL)->lock(PASSPHRASE, 1, 8 * 1024, &lock), VAULT_DONE);
    g_autofree char *before = place_describe(fixture->folder);
    assert_false(seal_in_little_room(from, target, &lock, &error));
    expect_fault(error, FAULT_FULL);
    g_clear_error(&error);
    g_autofree char *after = place_describe(fixture->folder);
    assert_string_equal(after, before);

    expect_done(vault_seal(from, target, &lock, &error), error);
    expect_done(vault_open(target, opened, PASSPHRASE, NULL, &error), error);
    g_autofree guint8 *again = place_read(opened, &length);
    assert_int_equal(length, BULK);
    assert_memory_equal(again, bytes, BULK);
}

/* FROM is a folder, which opens and cannot be read; a pipe cannot be synced. */
static void vault_driver__with_a_file_that_fails__tells_which(void **state)
{
    const Fixture *fixture = *state;
    const VaultDriver *driver = vault_driver(NULL);
    g_autofree char *plain_path = g_build_filename(fixture->folder, "plain", NULL);
    g_autofree char *vault_path = g_build_filename(fixture->folder, "vault", NULL);
    g_autoptr(GError) error = NULL;
    guint8 bytes[VAULT_HEADER];
    VaultHeader header;
    VaultLock lock;
    int ends[2];

    place_write(plain_path, SECRET, sizeof SECRET);
    int plain = g_open(plain_path, O_RDONLY | O_CLOEXEC, 0);
    int folder = g_open(fixture->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    int vault = backup_file_create(vault_path, &error);
    assert_true(plain >= 0 && folder >= 0 && vault >= 0 && pipe(ends) == 0);
    assert_int_equal(driver->lock(PASSPHRASE, 1, 8 * 1024, &lock), VAULT_DONE);
    assert_int_equal(driver->seal(plain, ends[1], &lock, vault_header_write), VAULT_OUTPUT);
    assert_int_equal(lseek(plain, 0, SEEK_SET), 0);
    assert_int_equal(driver->seal(plain, vault, &lock, vault_header_write), VAULT_DONE);
    assert_int_equal(pread(vault, bytes, sizeof bytes, 0), sizeof bytes);
    expect_done(vault_header_read(bytes, sizeof bytes, vault_path, &header, &error), error);
    assert_int_equal(driver->open(folder, vault, PASSPHRASE, &header, bytes), VAULT_INPUT);
    assert_int_equal(driver->seal(folder, vault, &lock, vault_header_write), VAULT_INPUT);
    close(plain);
    close(folder);
    close(vault);
    close(ends[0]);
    close(ends[1]);
}

static void vault_header__is_read__as_it_was_written(void **state)
{
    (void)state;
    VaultHeader header, read;
    guint8 bytes[VAULT_HEADER];
    for (guint i = 0; i < sizeof header; i++) {
        ((guint8 *)&header)[i] = (guint8)(i * 7 + 1);
    }
    header.lock.passes = 3;
    header.lock.memory = 256 * 1024;
    vault_header_write(&header, bytes);
    g_autoptr(GError) error = NULL;
    expect_done(vault_header_read(bytes, sizeof bytes, "x", &read, &error), error);
    assert_memory_equal(&read, &header, sizeof header);

    static const struct {
        guint at;
        guint8 value;
        int fault;
    } changes[] = {
        {0, 'X', FAULT_FOREIGN},  {8, 1, FAULT_NEWER},    {9, 2, FAULT_NEWER},
        {9, 0, FAULT_DAMAGED},    {13, 0, FAULT_DAMAGED}, {13, 21, FAULT_DAMAGED},
        {14, 255, FAULT_DAMAGED}, {15, 0, FAULT_DAMAGED}, {15, 255, FAULT_DAMAGED},
    };
    for (guint i = 0; i < G_N_ELEMENTS(changes); i++) {
        g_autoptr(GError) fault = NULL;
        guint8 other[VAULT_HEADER];
        memcpy(other, bytes, sizeof other);
        other[changes[i].at] = changes[i].value;
        assert_false(vault_header_read(other, sizeof other, "x", &read, &fault));
        expect_fault(fault, changes[i].fault);
    }
    for (guint length = 0; length < VAULT_HEADER; length++) {
        g_autoptr(GError) fault = NULL;
        assert_false(vault_header_read(bytes, length, "x", &read, &fault));
        expect_fault(fault, length < 8 ? FAULT_FOREIGN : FAULT_DAMAGED);
    }
}

static void vault_lock_is_sane__within_what_a_key_may_cost(void **state)
{
    (void)state;
    static const struct {
        guint32 passes, memory;
        bool is_sane;
    } cases[] = {
        {1, 8 * 1024, true},   {20, 1024 * 1024, true},  {0, 8 * 1024, false},
        {21, 8 * 1024, false}, {1, 8 * 1024 - 1, false}, {1, 1024 * 1024 + 1, false},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const VaultLock lock = {.passes = cases[i].passes, .memory = cases[i].memory};
        assert_int_equal(vault_lock_is_sane(&lock), cases[i].is_sane);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vault_set__encrypts_backups__and_keeps_nothing_open),
        cmocka_unit_test(vault_open__with_another_passphrase__says_so),
        cmocka_unit_test(vault_open__after_any_change__says_damaged),
        cmocka_unit_test(vault_open__of_another_file__says_so),
        cmocka_unit_test(vault_set__of_a_bad_passphrase__is_refused),
        cmocka_unit_test(vault_set__of_the_shortest_and_the_longest__takes_it),
        cmocka_unit_test(vault_remove__makes_open_backups__from_then_on),
        cmocka_unit_test(backup_take__with_an_unreadable_lock__makes_no_open_copy),
        cmocka_unit_test(backup_prove__of_an_encrypted_one__reads_it_with_its_passphrase),
        cmocka_unit_test(vault_seal__where_the_room_ends_in_the_middle__leaves_nothing),
        cmocka_unit_test(vault_driver__with_a_file_that_fails__tells_which),
        cmocka_unit_test(vault_header__is_read__as_it_was_written),
        cmocka_unit_test(vault_lock_is_sane__within_what_a_key_may_cost),
    };
    g_autoptr(GError) error = NULL;
    if (!vault_available(&error)) {
        g_print("%s\n", error->message);
        return 77;
    }
    return fixture_on_sqlite("backupvault", tests, G_N_ELEMENTS(tests));
}
