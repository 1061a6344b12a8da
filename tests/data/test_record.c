/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: every table through its description. */
#include "tests/data/people.h"

#include "data/base/fault.h"
#include "data/customer/consent.h"
#include "data/customer/contact.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/customer/relation.h"
#include "data/db/fields.h"
#include "data/records.h"

#include <string.h>

static Customer *new_customer(const char *number, const char *description)
{
    Customer *customer = record_new(&customer_type);
    record_set_text(&customer->number, number);
    record_set_text(&customer->description, description);
    return customer;
}

/* A customer that is in the shop, to be freed with record_free. */
static Customer *stored_customer(Db *db, const char *number, const char *description)
{
    g_autoptr(GError) error = NULL;
    Customer *customer = new_customer(number, description);
    Deed *deed = people_begin(db);
    expect_done(record_insert(deed, customer, &error), error);
    people_commit(deed);
    return customer;
}

static Customer *loaded(Db *db, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Customer *customer = record_load(db, &customer_type, id, &error);
    expect_done(customer != NULL, error);
    return customer;
}

static void records__describe_all_columns__of_their_tables(void **state)
{
    static const char sqlite[] = "SELECT count(*) FROM pragma_table_info($1)";
    static const char postgres[] = "SELECT count(*) FROM information_schema.columns WHERE "
                                   "table_schema = current_schema() AND table_name = $1";
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; records[i] != NULL; i++) {
        g_autoptr(GError) error = NULL;
        gint64 columns = 0;
        expect_done(db_get_int(db, db_engine(db) == DB_SQLITE ? sqlite : postgres,
                               DB_VALUES(db_text(records[i]->table)), &columns, NULL, &error),
                    error);
        assert_int_equal(columns, field_count(records[i]));
        g_autoptr(GPtrArray) rows =
            record_list(db, records[i], "WHERE id = 0", DB_NO_VALUES, &error);
        expect_done(rows != NULL, error);
        assert_ptr_equal(records_find(records[i]->table), records[i]);
        assert_int_equal(records_rank(records[i]), i);
    }
    assert_null(records_find("deed"));
}

static void record_insert__sets_the_head__when_stored(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    Who who = people_who(people_add_clerk(db, "Lina"));
    g_autoptr(Deed) deed = deed_begin(db, &who, "a test", &error);
    Customer *customer = new_customer("7", "Dame mit Hut");
    expect_done(record_insert(deed, customer, &error), error);
    expect_done(deed_commit(deed, NULL, &error), error);
    Customer *row = loaded(db, customer->head.id);
    assert_int_equal(row->head.version, 1);
    assert_string_equal(row->head.created_at, FIXTURE_NOW);
    assert_string_equal(row->head.updated_at, FIXTURE_NOW);
    assert_int_equal(row->head.created_by, who.clerk_id);
    assert_int_equal(row->head.updated_by, who.clerk_id);
    assert_string_equal(row->description, "Dame mit Hut");
    assert_null(row->company);
    record_free(row);
    record_free(customer);
}

static void record_insert__refuses__when_something_required_is_missing(void **state)
{
    static const RecordType *const types[] = {&customer_type, &contact_type,   &relation_type,
                                              &fact_type,     &fact_kind_type, &consent_type};
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Deed) deed = people_begin(db);
        gpointer record = record_new(types[i]);
        assert_false(record_insert(deed, record, &error));
        expect_fault(error, FAULT_REFUSED);
        record_free(record);
    }
}

static void record_insert__says_taken__when_a_unique_value_is_in_use(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    record_free(stored_customer(db, "7", "one"));
    g_autoptr(GError) error = NULL;
    g_autoptr(Deed) deed = people_begin(db);
    Customer *second = new_customer("7", "two");
    assert_false(record_insert(deed, second, &error));
    expect_fault(error, FAULT_TAKEN);
    record_free(second);
}

static void record_insert__refuses__a_code_that_is_none(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    g_autoptr(Deed) deed = people_begin(db);
    Customer *customer = new_customer("7", "one");
    record_set_text(&customer->address_form, "ihr");
    assert_false(record_insert(deed, customer, &error));
    expect_fault(error, FAULT_REFUSED);
    record_free(customer);
}

static void record_load__says_missing__when_there_is_no_row(void **state)
{
    g_autoptr(GError) error = NULL;
    assert_null(record_load(((Fixture *)*state)->db, &customer_type, 4711, &error));
    expect_fault(error, FAULT_MISSING);
}

static void record_update__raises_the_version__when_something_differs(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    Customer *customer = stored_customer(db, "7", "one");
    record_set_text(&customer->description, "two");
    Deed *deed = people_begin(db);
    expect_done(record_update(deed, customer, &error), error);
    people_commit(deed);
    Customer *row = loaded(db, customer->head.id);
    assert_string_equal(row->description, "two");
    assert_int_equal(row->head.version, 2);
    assert_int_equal(customer->head.version, 2);
    record_free(row);
    record_free(customer);
}

static void record_update__leaves_no_trace__when_nothing_differs(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    Customer *customer = stored_customer(db, "7", "one");
    Deed *deed = people_begin(db);
    g_free(customer->company);
    customer->company = g_strdup(""); /* the same as not there */
    expect_done(record_update(deed, customer, &error), error);
    assert_int_equal(people_commit(deed), 0);
    assert_int_equal(customer->head.version, 1);
    record_free(customer);
}

static void record_update__is_a_conflict__when_the_row_has_changed(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    Customer *mine = stored_customer(db, "7", "one");
    Customer *yours = record_copy(mine);
    record_set_text(&yours->description, "yours");
    Deed *deed = people_begin(db);
    expect_done(record_update(deed, yours, &error), error);
    people_commit(deed);
    record_set_text(&mine->description, "mine");
    deed = people_begin(db);
    assert_false(record_update(deed, mine, &error));
    expect_fault(error, FAULT_CONFLICT);
    deed_free(deed);
    Customer *row = loaded(db, mine->head.id);
    assert_string_equal(row->description, "yours");
    record_free(row);
    record_free(yours);
    record_free(mine);
}

typedef struct {
    Db *db;
    Customer *customer;
    GError *error;
    bool saved;
} OtherCounter;

static gpointer save_at_other_counter(gpointer data)
{
    OtherCounter *counter = data;
    Who nobody = people_who(0);
    g_autoptr(Deed) deed = deed_begin(counter->db, &nobody, "a test", &counter->error);
    counter->saved = deed != NULL && record_update(deed, counter->customer, &counter->error);
    return NULL;
}

/* On a server both counters read the same version, and one waits for the other's row. */
static void record_update__is_a_conflict__when_another_counter_was_quicker(void **state)
{
    static const char waiting[] = "SELECT count(*) FROM pg_stat_activity "
                                  "WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))";
    Fixture *fixture = *state;
    if (db_engine(fixture->db) == DB_SQLITE) {
        skip();
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Db) other = db_open(fixture->where, DB_READ_WRITE, &error);
    expect_done(other != NULL, error);
    Customer *mine = stored_customer(fixture->db, "7", "one");
    OtherCounter counter = {.db = other, .customer = record_copy(mine)};
    record_set_text(&mine->description, "mine");
    record_set_text(&counter.customer->description, "yours");
    Deed *deed = people_begin(fixture->db);
    expect_done(record_update(deed, mine, &error), error);
    GThread *thread = g_thread_new("other counter", save_at_other_counter, &counter);
    while (people_number(fixture->db, waiting, DB_NO_VALUES) == 0) {
        g_usleep(1000);
    }
    people_commit(deed);
    g_thread_join(thread);
    assert_false(counter.saved);
    expect_fault(counter.error, FAULT_CONFLICT);
    g_error_free(counter.error);
    record_free(counter.customer);
    record_free(mine);
}

static void record_update__says_missing__when_the_row_is_gone(void **state)
{
    Db *db = ((Fixture *)*state)->db;
    g_autoptr(GError) error = NULL;
    Customer *customer = stored_customer(db, "7", "one");
    Deed *deed = people_begin(db);
    expect_done(record_remove(deed, &customer_type, customer->head.id, &error), error);
    people_commit(deed);
    deed = people_begin(db);
    assert_false(record_update(deed, customer, &error));
    expect_fault(error, FAULT_MISSING);
    deed_free(deed);
    g_clear_error(&error);
    deed = people_begin(db);
    assert_false(record_remove(deed, &customer_type, customer->head.id, &error));
    expect_fault(error, FAULT_MISSING);
    deed_free(deed);
    record_free(customer);
}

static char *long_text(void)
{
    GString *text = g_string_new(NULL);
    while (text->len < 1024 * 1024) {
        g_string_append(text, "Torte für zwölf \"ohne\" Marzipan\\ ");
    }
    return g_string_free(text, FALSE);
}

/* Through the row, the before-image and back. */
static void record_restore__brings_back_every_text__as_it_was(void **state)
{
    g_autofree char *much = long_text();
    const char *texts[] = {
        "plain",
        "\"quotes\" 'single' `back`",
        "C:\\new\\table",
        "\x01\x02\x07\x08\x0b\x0c\x1b\x1f\x7f",
        "line\nbreak\r\n\ttab",
        "\xc2\x80\xc2\x85\xc2\x9f",
        "Zoë Łódź Ирина 東京 ไทย عربى",
        "\xf0\x9f\x8e\x82\xf0\x9f\x87\xa9\xf0\x9f\x87\xaa",
        "\xe2\x80\xa8\xe2\x80\xa9\xef\xbb\xbf\xef\xbf\xbd",
        "\xe2\x80\xae"
        "backwards",
        "{\"number\": \"8\"}",
        "0",
        "null",
        " blanks ",
        "$1 %s {{id}} ; --",
        much,
    };
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GError) error = NULL;
        Customer *customer = stored_customer(db, "7", texts[i]);
        Who nobody = people_who(0);
        Deed *deed = people_begin(db);
        expect_done(record_remove(deed, &customer_type, customer->head.id, &error), error);
        gint64 removal = people_commit(deed), undo = 0;
        expect_done(deed_undo(db, &nobody, removal, &undo, &error), error);
        Customer *row = loaded(db, customer->head.id);
        assert_string_equal(row->description, texts[i]);
        assert_string_equal(row->head.created_at, FIXTURE_NOW);
        assert_true(row->head.version > customer->head.version);
        record_free(row);
        expect_done(deed_undo(db, &nobody, undo, NULL, &error), error);
        record_free(customer);
    }
}

static void record_restore__brings_back_numbers__at_their_limits(void **state)
{
    static const gint64 numbers[] = {0, 1, G_MAXINT64, G_MAXINT64 - 1, ((gint64)1 << 53) + 1};
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *number = g_strdup_printf("%u", i);
        Customer *customer = new_customer(number, "x");
        customer->visits_before = numbers[i];
        Who nobody = people_who(0);
        Deed *deed = people_begin(db);
        expect_done(record_insert(deed, customer, &error), error);
        people_commit(deed);
        deed = people_begin(db);
        expect_done(record_remove(deed, &customer_type, customer->head.id, &error), error);
        expect_done(deed_undo(db, &nobody, people_commit(deed), NULL, &error), error);
        Customer *row = loaded(db, customer->head.id);
        assert_true(row->visits_before == numbers[i]);
        record_free(row);
        record_free(customer);
    }
}

static void record_restore__refuses__what_is_no_image(void **state)
{
    static const char *const images[] = {"", "null", "[]", "{", "\"text\"", "{\"number\":}"};
    Db *db = ((Fixture *)*state)->db;
    for (guint i = 0; i < G_N_ELEMENTS(images); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(record_restore(db, &customer_type, images[i], &error));
        expect_fault(error, FAULT_DAMAGED);
    }
}

static void record_copy__owns_its_texts__when_the_first_changes(void **state)
{
    (void)state;
    Customer *customer = new_customer("7", "one");
    Customer *copy = record_copy(customer);
    record_set_text(&customer->description, "two");
    assert_string_equal(copy->description, "one");
    assert_string_equal(copy->number, "7");
    record_free(customer);
    record_free(copy);
}

static void record_set_text__stores_nothing__when_the_text_is_empty(void **state)
{
    (void)state;
    char *text = g_strdup("before");
    record_set_text(&text, text);
    assert_string_equal(text, "before");
    record_set_text(&text, "");
    assert_null(text);
    record_set_text(&text, NULL);
    assert_null(text);
}

static void record_owner__is_the_customer__for_all_that_belongs_to_one(void **state)
{
    (void)state;
    Customer *customer = record_new(&customer_type);
    Contact *contact = record_new(&contact_type);
    FactKind *kind = record_new(&fact_kind_type);
    customer->head.id = 5;
    contact->head.id = 6;
    contact->customer_id = 7;
    kind->head.id = 8;
    assert_int_equal(record_owner(customer), 5);
    assert_int_equal(record_owner(contact), 7);
    assert_int_equal(record_owner(kind), 0);
    record_free(customer);
    record_free(contact);
    record_free(kind);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records__describe_all_columns__of_their_tables),
        cmocka_unit_test(record_insert__sets_the_head__when_stored),
        cmocka_unit_test(record_insert__refuses__when_something_required_is_missing),
        cmocka_unit_test(record_insert__says_taken__when_a_unique_value_is_in_use),
        cmocka_unit_test(record_insert__refuses__a_code_that_is_none),
        cmocka_unit_test(record_load__says_missing__when_there_is_no_row),
        cmocka_unit_test(record_update__raises_the_version__when_something_differs),
        cmocka_unit_test(record_update__leaves_no_trace__when_nothing_differs),
        cmocka_unit_test(record_update__is_a_conflict__when_the_row_has_changed),
        cmocka_unit_test(record_update__is_a_conflict__when_another_counter_was_quicker),
        cmocka_unit_test(record_update__says_missing__when_the_row_is_gone),
        cmocka_unit_test(record_restore__brings_back_every_text__as_it_was),
        cmocka_unit_test(record_restore__brings_back_numbers__at_their_limits),
        cmocka_unit_test(record_restore__refuses__what_is_no_image),
        cmocka_unit_test(record_copy__owns_its_texts__when_the_first_changes),
        cmocka_unit_test(record_set_text__stores_nothing__when_the_text_is_empty),
        cmocka_unit_test(record_owner__is_the_customer__for_all_that_belongs_to_one),
    };
    return fixture_for_each_engine("record", tests, G_N_ELEMENTS(tests));
}
