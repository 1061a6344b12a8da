/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damages a shop's file in the ways disks, people and malice do. */
#pragma once

#include <glib.h>

/* A copy of the *LENGTH BYTES of a SQLite file, changed at random in one to four places: bits,
 * bytes, fields of the header and of pages, numbers of cells, the schema, whole pages swapped,
 * copied, blanked, the end cut off or added to. *LENGTH gets the new length. Free with g_free. */
guint8 *mutate(const guint8 *bytes, gsize *length, GRand *chance);
