/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords inside the connection string of a server, found without connecting: a string that is
 * kept, shown or seen by others goes through here first. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* WHERE, a libpq connection string as db_is_server knows them (postgresql://…, or words like
 * host=…), without `password` and `sslpassword`; everything else stays as it was written. A text
 * that is no such string is returned as it is. The grammar is libpq's, from
 * https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING. *PASSWORD, unless NULL,
 * gets the password as it is meant (not that of a key), NULL where there is none. Free both with
 * g_free. */
char *server_string_strip(const char *where, char **password);

/* Whether a password stands in WHERE. */
bool server_string_has_password(const char *where);

/* What the database of WHERE, a string of a server, is called there: "tresen"; where the string
 * does not say, the name of the service, else "tresen". Free with g_free. */
char *server_string_name(const char *where);
/* WHERE in few words for people, without user, password and options: "laden.example/tresen"; a text
 * that is no such string as it is. Free with g_free. */
char *server_string_brief(const char *where);

/* Makes the passwords that may stand in WORD, one of the words of a command line ("--shop=…"
 * too), unreadable where they are, in place: what looks like the string of a server with a
 * password, also one written wrong, is blotted out whole. Returns whether there was something to
 * do. */
bool server_string_blot(char *word);
