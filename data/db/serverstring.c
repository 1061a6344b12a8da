/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords inside the connection string of a server. */
#include "data/db/serverstring.h"

#include "data/db/db.h"

#include <string.h>

static bool is_secret(const char *key)
{
    return strcmp(key, "password") == 0 || strcmp(key, "sslpassword") == 0;
}

/* What was taken out of a string. */
typedef struct {
    bool any;
    char *password; /* NULL: none, or only that of a key */
} Secrets;

/* Takes VALUE over as what KEY is meant to be. */
static void note(Secrets *secrets, const char *key, char *value)
{
    secrets->any = true;
    if (strcmp(key, "password") != 0) {
        g_free(value);
        return;
    }
    g_free(secrets->password);
    secrets->password = value;
}

/* The LENGTH bytes at TEXT with what stands behind "%" put in its place. */
static char *decode(const char *text, gsize length)
{
    g_autofree char *copy = g_strndup(text, length);
    char *plain = g_uri_unescape_string(copy, NULL);
    return plain != NULL ? plain : g_steal_pointer(&copy);
}

/* ---- postgresql://user:password@host/name?password=… ---- */

/* Adds the parameters behind the "?" to KEPT, but for those that are secret. */
static void strip_query(GString *kept, const char *query, Secrets *secrets)
{
    g_auto(GStrv) parts = g_strsplit(query, "&", -1);
    char before = '?';
    for (char **part = parts; *part != NULL; part++) {
        gsize length = strcspn(*part, "=");
        g_autofree char *key = decode(*part, length);
        if (!is_secret(key)) {
            g_string_append_printf(kept, "%c%s", before, *part);
            before = '&';
        } else if ((*part)[length] == '=') {
            note(secrets, key, decode(*part + length + 1, strlen(*part + length + 1)));
        }
    }
}

static char *strip_uri(const char *where, Secrets *secrets)
{
    const char *rest = strstr(where, "://") + strlen("://");
    GString *kept = g_string_new_len(where, rest - where);
    gsize people = strcspn(rest, "@/");
    if (rest[people] == '@') {
        gsize user = strcspn(rest, ":@");
        g_string_append_len(kept, rest, (gssize)user);
        if (user < people) {
            note(secrets, "password", decode(rest + user + 1, people - user - 1));
        }
        rest += people;
    }
    gsize path = strcspn(rest, "?");
    g_string_append_len(kept, rest, (gssize)path);
    if (rest[path] == '?') {
        strip_query(kept, rest + path + 1, secrets);
    }
    return g_string_free(kept, FALSE);
}

/* ---- host=… password='…' ---- */

static const char blanks[] = " \t\n\v\f\r";

/* The value that begins at TEXT, read into a new string; *END is behind it. */
static char *read_value(const char *text, const char **end)
{
    GString *value = g_string_new(NULL);
    bool is_quoted = *text == '\'';
    for (text += is_quoted ? 1 : 0; *text != '\0'; text++) {
        if (*text == '\\' && text[1] != '\0') {
            text++;
        } else if (is_quoted ? *text == '\'' : strchr(blanks, *text) != NULL) {
            break;
        }
        g_string_append_c(value, *text);
    }
    *end = is_quoted && *text == '\'' ? text + 1 : text;
    return g_string_free(value, FALSE);
}

/* One of the words of a string. */
typedef struct {
    char *key, *value;
    const char *begin, *end;
} Word;

static void word_clear(Word *word)
{
    g_free(word->key);
    g_free(word->value);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Word, word_clear)

/* The word at *TEXT, which then is behind it; false at the end. */
static bool next_word(const char **text, Word *word)
{
    word_clear(word);
    *word = (Word){.begin = *text + strspn(*text, blanks)};
    if (*word->begin == '\0') {
        return false;
    }
    gsize length = strcspn(word->begin, "= \t\n\v\f\r");
    const char *value = word->begin + length;
    value += strspn(value, blanks);
    value += *value == '=' ? 1 : 0;
    value += strspn(value, blanks);
    word->key = g_strndup(word->begin, length);
    word->value = read_value(value, &word->end);
    *text = word->end;
    return true;
}

static char *strip_words(const char *where, Secrets *secrets)
{
    GString *kept = g_string_new(NULL);
    g_auto(Word) word = {0};
    while (next_word(&where, &word)) {
        if (is_secret(word.key)) {
            note(secrets, word.key, g_steal_pointer(&word.value));
        } else {
            g_string_append_printf(kept, "%s%.*s", kept->len > 0 ? " " : "",
                                   (int)(word.end - word.begin), word.begin);
        }
    }
    return g_string_free(kept, FALSE);
}

/* The value of KEY in WHERE, NULL where there is none. */
static char *find_word(const char *where, const char *key)
{
    char *found = NULL;
    g_auto(Word) word = {0};
    while (next_word(&where, &word)) {
        if (strcmp(word.key, key) == 0) {
            g_free(found);
            found = g_steal_pointer(&word.value);
        }
    }
    return found;
}

/* ---- both ---- */

/* As db_is_server takes it for one: whatever the scheme. */
static bool is_uri(const char *where)
{
    return g_str_has_prefix(where + strcspn(where, ":="), "://");
}

static char *strip_once(const char *where, Secrets *secrets)
{
    if (!db_is_server(where)) {
        return g_strdup(where);
    }
    return is_uri(where) ? strip_uri(where, secrets) : strip_words(where, secrets);
}

static char *strip(const char *where, Secrets *secrets)
{
    char *kept = strip_once(where, secrets);
    /* What is left may read otherwise without what was between: "x://h?password=/&y:z@". */
    for (bool changed = strcmp(kept, where) != 0; changed;) {
        Secrets rest = {0};
        char *again = strip_once(kept, &rest);
        changed = strcmp(again, kept) != 0;
        secrets->any = secrets->any || rest.any;
        g_free(rest.password);
        g_free(kept);
        kept = again;
    }
    return kept;
}

char *server_string_strip(const char *where, char **password)
{
    Secrets secrets = {0};
    char *kept = strip(where, &secrets);
    if (password != NULL) {
        *password = g_steal_pointer(&secrets.password);
    }
    g_free(secrets.password);
    return kept;
}

bool server_string_has_password(const char *where)
{
    Secrets secrets = {0};
    g_free(strip(where, &secrets));
    g_free(secrets.password);
    return secrets.any;
}

char *server_string_brief(const char *where)
{
    if (!db_is_server(where)) {
        return g_strdup(where);
    }
    if (is_uri(where)) {
        g_autofree char *plain = server_string_strip(where, NULL);
        const char *rest = strstr(plain, "://") + strlen("://");
        rest += rest[strcspn(rest, "@/")] == '@' ? strcspn(rest, "@") + 1 : 0;
        return g_strndup(rest, strcspn(rest, "?"));
    }
    g_autofree char *host = find_word(where, "host");
    g_autofree char *address = find_word(where, "hostaddr");
    g_autofree char *service = find_word(where, "service");
    g_autofree char *name = find_word(where, "dbname");
    const char *server = host != NULL ? host : address != NULL ? address : service;
    return g_strconcat(server != NULL ? server : "", name != NULL ? "/" : "",
                       name != NULL ? name : "", NULL);
}

char *server_string_name(const char *where)
{
    g_autofree char *brief = server_string_brief(where);
    const char *slash = strrchr(brief, '/');
    const char *name = slash != NULL ? slash + 1 : is_uri(where) ? "" : brief;
    return g_strdup(*name != '\0' ? name : "tresen");
}

/* More than libpq would take for one: a password with a "/" in it, for example. */
static bool may_hold_password(const char *where)
{
    const char *scheme = strstr(where, "://");
    const char *people = scheme != NULL ? scheme + strlen("://") : NULL;
    const char *host = people != NULL ? strrchr(people, '@') : NULL;
    const char *query = people != NULL ? strchr(people, '?') : NULL;
    return strstr(where, "pass") != NULL || (query != NULL && strchr(query, '%') != NULL) ||
           (host != NULL && memchr(people, ':', (gsize)(host - people)) != NULL);
}

bool server_string_blot(char *word)
{
    char *where = word;
    if (g_str_has_prefix(word, "--") && strchr(word, '=') != NULL) {
        where = strchr(word, '=') + 1;
    }
    if (!db_is_server(where) || !may_hold_password(where)) {
        return false;
    }
    memset(where, '*', strlen(where));
    return true;
}
