/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a test tells the library that makes calls fail, and what the library tells it: a file that
 * both have mapped. Its path is in $TRESEN_FAILING of a process that has the library preloaded. */
#pragma once

#include <stdint.h>

typedef enum {
    FAILING_WRITE, /* write, pwrite, fflush */
    FAILING_READ,  /* read, pread */
    FAILING_SYNC,  /* fsync, fdatasync */
    FAILING_TRUNCATE,
    FAILING_UNLINK,
    FAILING_RENAME,
    FAILING_OPEN,
    FAILING_MKDIR,
    FAILING_MEMORY, /* malloc, calloc, realloc, aligned_alloc … */
    FAILING_KINDS
} FailingKind;

/* Calls of a kind are counted over all processes that share the plan. Files are those of the disk
 * below FOLDER; standard input, output and errors never fail. */
typedef struct {
    uint32_t kind;
    uint32_t first, last;         /* these calls of the kind fail, from 1; first 0: none does */
    uint32_t every;               /* each so many-th call of any kind but memory; 0: none */
    int32_t reason;               /* what errno says; EINTR: of these only every other one fails */
    uint32_t failed;              /* how many did */
    uint32_t seen[FAILING_KINDS]; /* how many there were */
    uint32_t calls;               /* of all kinds but memory */
    char folder[256];
} FailingPlan;
