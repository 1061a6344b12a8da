/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing by rank: the first of a list often, the last hardly ever. */
#pragma once

#include "data/demo/chance.h"

typedef struct Zipf Zipf;

/* A list of COUNT entries (above 0), of which the one at place r (from 0) is drawn with a weight of
 * 1 / (r + 1 + FLAT)^SLOPE: the law of Zipf and Mandelbrot. Free with zipf_free. */
Zipf *zipf_new(guint count, double slope, double flat);
void zipf_free(Zipf *zipf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Zipf, zipf_free)

/* A place of the list, from 0. */
guint zipf_draw(const Zipf *zipf, Chance *chance);
