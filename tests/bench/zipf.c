/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing by rank. */
#include "tests/bench/zipf.h"

#include <math.h>

struct Zipf {
    guint count;
    double *sums; /* the weights up to and with each place */
};

Zipf *zipf_new(guint count, double slope, double flat)
{
    Zipf *zipf = g_new0(Zipf, 1);
    double sum = 0;
    zipf->count = count;
    zipf->sums = g_new(double, count);
    for (guint i = 0; i < count; i++) {
        sum += pow(i + 1 + flat, -slope);
        zipf->sums[i] = sum;
    }
    return zipf;
}

void zipf_free(Zipf *zipf)
{
    if (zipf != NULL) {
        g_free(zipf->sums);
        g_free(zipf);
    }
}

guint zipf_draw(const Zipf *zipf, Chance *chance)
{
    double at =
        chance_below(chance, G_MAXUINT32) / (double)G_MAXUINT32 * zipf->sums[zipf->count - 1];
    guint low = 0, high = zipf->count - 1;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (zipf->sums[middle] > at) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
