/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The migrations of data/db/migrations/, embedded at build time. */
#pragma once

/* One step of the schema. The text has three tokens for what no common DDL can say: {{id}} the
 * column type of an identity key, {{int}} a 64-bit integer, {{table}} the suffix of a CREATE
 * TABLE. */
typedef struct {
    int version;        /* 1, 2, 3 … without gaps */
    const char *name;   /* "customer" of 0002_customer.sql */
    const char *engine; /* NULL: both; "sqlite", "postgresql": the sibling for that engine only */
    const char *sql;
} Migration;

/* Ordered by version. */
extern const Migration migrations[];
extern const unsigned migrations_count;
