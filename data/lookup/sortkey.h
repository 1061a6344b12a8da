/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where customers stand in a list by name. Keys are compared byte by byte, so that every engine
 * sorts alike. */
#pragma once

#include "data/customer/customer.h"

/* The key of CUSTOMER, never "": the family name, then the given name, without either the company,
 * else the description, else the number; folded as fold_spelled does it (ä sorts as a, ß as ss,
 * DIN 5007-1). Words inside a name are parted by "-", the names by a blank, which comes before
 * everything else: "Ott, Zoe" before "Ott Maier, Anna". A name with neither letter nor digit counts
 * as none; who has nothing else comes last. At most 200 bytes. Free with g_free. */
char *sortkey_of(const Customer *customer);

/* The beginnings of keys that TYPED can mean, the likelier first: "Ott, A" is one, "ott a" may be a
 * family and a given name or the beginning of two family names. None for what has neither letter
 * nor digit. Free with g_strfreev. */
char **sortkey_typed(const char *typed);
