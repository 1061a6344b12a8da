/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What clerks write of people, and where people live: thousands of different words. */
#pragma once

#include "data/demo/chance.h"

typedef struct BenchRemarks BenchRemarks;

/* Free with bench_remarks_free. */
BenchRemarks *bench_remarks_new(void);
void bench_remarks_free(BenchRemarks *remarks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BenchRemarks, bench_remarks_free)

/* A fact; *KIND gets the static code of its kind. Free with g_free. */
char *bench_remarks_fact(const BenchRemarks *remarks, Chance *chance, const char **kind);
/* What a regular is called whose name nobody knows: "Studentin mit Cello, gelber Mantel". Free with
 * g_free. */
char *bench_remarks_description(Chance *chance);
/* A company. Free with g_free. */
char *bench_remarks_company(Chance *chance, const char *family);
/* A street with the number of the house. Free with g_free. */
char *bench_remarks_street(const BenchRemarks *remarks, Chance *chance);
/* A town, as often as people come from there, with one of its postcodes. Free *POSTCODE with
 * g_free; the town is static. */
const char *bench_remarks_town(const BenchRemarks *remarks, Chance *chance, char **postcode);
