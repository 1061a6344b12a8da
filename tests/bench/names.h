/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of a whole region: tens of thousands of family names, thousands of given names, each as
 * often as such names are. */
#pragma once

#include "data/demo/chance.h"

typedef struct BenchNames BenchNames;

/* All names, the same ones each time. Free with bench_names_free. */
BenchNames *bench_names_new(void);
void bench_names_free(BenchNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BenchNames, bench_names_free)

typedef struct {
    char *given, *family;
    const char *title; /* static; mostly NULL */
} BenchName;

/* The name of somebody born in the year BORN. Clear with bench_name_clear. */
BenchName bench_name_draw(const BenchNames *names, Chance *chance, int born);
void bench_name_clear(BenchName *name);
/* A given name for somebody born in the year BORN, as a partner or child may have it. Free with
 * g_free. */
char *bench_name_given(const BenchNames *names, Chance *chance, int born, bool is_woman);
