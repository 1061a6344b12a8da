/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shop with backups in a folder, and what is done with them, in a process whose calls can be made
 * to fail. */
#pragma once

#include "data/backup/place.h"
#include "tests/data/fixture.h"
#include "tests/faults/failingplan.h"

/* What a trial begins with. */
typedef enum { BENCH_OPEN, BENCH_LOCKED, BENCH_KINDS } BenchKind;
/* What is made of the shop's file before. */
typedef enum { BENCH_WHOLE, BENCH_DAMAGED, BENCH_TORN, BENCH_GONE } BenchShop;

typedef struct {
    char *kept;  /* the folder that trials are copied from */
    char *then;  /* the content of the shop that the backup has */
    char *first; /* that backup */
} BenchStart;

typedef struct {
    BenchStart starts[BENCH_KINDS];
    char *folder; /* of the trial */
    char *where;  /* the shop in it */
    char *backups, *stick;
    char *hash;        /* of the shop's file as the trial began; NULL: it was gone */
    const char *first; /* the backup there is */
    BackupPlace place;
    FailingPlan *plan;
} Bench;

/* Something that is done on it. */
typedef struct {
    const char *name;
    BenchKind kind;
    BenchShop shop;
    bool replaces; /* the shop is to be what the backup has afterwards */
    bool writes;   /* it changes the shop otherwise */
    bool (*work)(Bench *bench, GError **error);
} BenchDeed;

extern const BenchDeed bench_deeds[];
extern const guint bench_deeds_count;

/* Starts the program anew with the library preloaded, unless it is; WORDS are main's. False where
 * that cannot be, or where backups cannot be encrypted. */
bool bench_preload(char **words);

/* For cmocka: makes a Bench in *STATE, and frees it. */
int bench_begin(void **state);
int bench_end(void **state);

/* Makes the trial's folder what DEED begins with; nothing fails. */
void bench_reset(Bench *bench, const BenchDeed *deed);
/* From now on the calls FIRST to LAST of KIND are refused with REASON. */
void bench_fail(Bench *bench, FailingKind kind, guint first, guint last, int reason);
/* Nothing is refused any more; how many calls were. */
guint bench_calm(Bench *bench);

/* What is wrong after DEED, which is done or ended with FAULT; NULL: nothing. Free with g_free. */
char *bench_judge(Bench *bench, const BenchDeed *deed, bool done, const GError *fault);
