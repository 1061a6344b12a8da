/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language and the character set of the person at the counter. */
#include "language.h"

#include <glib.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdbool.h>
#include <string.h>

static const char fallback[] = "C.UTF-8";

/* gettext's own count of catalogues; no header declares it. */
extern int _nl_msg_cat_cntr;

/* The name wanted for the category VARIABLE ("LC_MESSAGES"): setlocale's own order. "" when nothing
 * is set. */
static const char *wanted_name(const char *variable)
{
    const char *const variables[] = {"LC_ALL", variable, "LANG"};
    for (guint i = 0; i < G_N_ELEMENTS(variables); i++) {
        const char *name = g_getenv(variables[i]);
        if (name != NULL && *name != '\0') {
            return name;
        }
    }
    return "";
}

static bool is_plain_c(const char *name)
{
    return g_str_equal(name, "C") || g_str_equal(name, "POSIX");
}

/* The character set in "de_DE.ISO-8859-1@euro", or NULL when the name has none. Free with g_free.
 */
static char *charset_in(const char *name)
{
    const char *dot = strchr(name, '.');
    return dot != NULL ? g_strndup(dot + 1, strcspn(dot + 1, "@")) : NULL;
}

static bool is_utf8(const char *charset)
{
    return g_ascii_strcasecmp(charset, "UTF-8") == 0 || g_ascii_strcasecmp(charset, "utf8") == 0;
}

/* Sets CATEGORY as the environment wants it, or to the fallback. True when it became what was
 * wanted. */
static bool set_category(int category, const char *wanted)
{
    if (*wanted != '\0' && !is_plain_c(wanted) && setlocale(category, wanted) != NULL) {
        return true;
    }
    setlocale(category, fallback);
    return false;
}

/* Without a generated locale gettext still follows LANGUAGE, in every locale but plain C. */
static void choose_language(const char *wanted)
{
    const char *language = g_getenv("LANGUAGE");
    if (is_plain_c(wanted)) {
        g_unsetenv("LANGUAGE");
    } else if ((language == NULL || *language == '\0') && *wanted != '\0') {
        g_autofree char *name = g_strndup(wanted, strcspn(wanted, ".@"));
        g_setenv("LANGUAGE", name, TRUE);
    }
}

char *language_start(void)
{
    static const struct {
        int category;
        const char *variable;
    } others[] = {
        {LC_COLLATE, "LC_COLLATE"},
        {LC_MONETARY, "LC_MONETARY"},
        {LC_NUMERIC, "LC_NUMERIC"},
        {LC_TIME, "LC_TIME"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        set_category(others[i].category, wanted_name(others[i].variable));
    }

    const char *messages = wanted_name("LC_MESSAGES");
    if (!set_category(LC_MESSAGES, messages)) {
        choose_language(messages);
    }

    /* Here, before there is any thread, the environment may grow. */
    g_setenv("LANGUAGE", "", FALSE);

    const char *characters = wanted_name("LC_CTYPE");
    g_autofree char *charset = charset_in(characters);
    if (set_category(LC_CTYPE, characters)) {
        g_free(charset);
        charset = g_strdup(nl_langinfo(CODESET));
        if (!is_utf8(charset)) {
            setlocale(LC_CTYPE, fallback);
        }
    }
    return charset != NULL && !is_utf8(charset) ? g_steal_pointer(&charset) : NULL;
}

char *language_of_system(void)
{
    return g_strdup(g_getenv("LANGUAGE"));
}

void language_use(const char *language, const char *system)
{
    g_setenv("LANGUAGE", language != NULL ? language : system, TRUE);
    _nl_msg_cat_cntr++;
}

void language_bind_texts(const char *program_folder)
{
    const char *folder = TRESEN_LOCALEDIR;
    g_autofree char *beside = NULL;
    if (program_folder != NULL) {
        beside = g_build_filename(program_folder, "po", NULL);
        g_autofree char *catalogue =
            g_build_filename(beside, "de", "LC_MESSAGES", "tresen.mo", NULL);
        if (g_file_test(catalogue, G_FILE_TEST_IS_REGULAR)) {
            folder = beside;
        }
    }
    bindtextdomain("tresen", folder);
    bind_textdomain_codeset("tresen", "UTF-8");
    textdomain("tresen");
}
