/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phone numbers and e-mail addresses that belong to nobody. */
#pragma once

#include <glib.h>

/* Numbers the Bundesnetzagentur keeps free for films and books ("Rufnummern für
 * Medienproduktionen", Mitteilung 148/2021): 0171 39200 00 to 99, 0176 040690 00 to 99, and 040
 * 66969 000 to 999. The PLACE-th (from 0) one: no two places below 200 (mobile) or 1000 (landline)
 * give the same number; later ones are extensions of the landlines. Free with g_free. */
char *contacts_mobile(guint place);
char *contacts_landline(guint place);

/* An address at example.de, .org or .net, which are nobody's, made of the name (either part may be
 * NULL, not both). PLACE tells namesakes apart. Free with g_free. */
char *contacts_email(const char *given, const char *family, guint place);
