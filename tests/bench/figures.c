/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times and what is told of them. */
#include "tests/bench/figures.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* About a millisecond's worth. */
enum { NOISE_STEPS = 700000 };

double figures_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

double figures_noise(void)
{
    double begin = figures_now();
    for (volatile guint i = 0; i < NOISE_STEPS; i++) {
    }
    return figures_now() - begin;
}

GArray *figures_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(double));
}

void figures_add(GArray *numbers, double number)
{
    g_array_append_val(numbers, number);
}

void figures_lower(GArray *numbers, guint place, double number)
{
    if (place >= numbers->len) {
        figures_add(numbers, number);
    } else if (number < g_array_index(numbers, double, place)) {
        g_array_index(numbers, double, place) = number;
    }
}

static int compare(gconstpointer a, gconstpointer b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

double figures_at(GArray *numbers, double share)
{
    if (numbers->len == 0) {
        return 0;
    }
    g_array_sort(numbers, compare);
    guint place = (guint)MAX(ceil(share * numbers->len), 1.0) - 1;
    return g_array_index(numbers, double, MIN(place, numbers->len - 1));
}

void figures_tell(const char *name, double number)
{
    printf("%s %.3f\n", name, number);
}

static void tell_part(const char *name, const char *part, double number)
{
    g_autofree char *whole = g_strconcat(name, ".", part, NULL);
    figures_tell(whole, number);
}

void figures_tell_all(const char *name, GArray *numbers)
{
    tell_part(name, "median", figures_at(numbers, 0.5));
    tell_part(name, "p99", figures_at(numbers, 0.99));
    tell_part(name, "worst", figures_at(numbers, 1));
    tell_part(name, "count", numbers->len);
}

void figures_need(bool done, const char *program, const GError *error)
{
    if (!done) {
        fprintf(stderr, "%s: %s\n", program, error != NULL ? error->message : "it cannot be done");
        exit(EXIT_FAILURE);
    }
}
