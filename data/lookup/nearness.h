/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How near a customer's word is to the one that was typed. */
#pragma once

/* The nearest first. */
typedef enum {
    NEAR_EXACT,  /* the customer's number is what was typed */
    NEAR_WHOLE,  /* the word itself, or another that means the same; the end of a phone number */
    NEAR_BEGIN,  /* words that begin so; a piece of a phone number */
    NEAR_SOUND,  /* sounds alike */
    NEAR_TYPO,   /* one typing error */
    NEAR_TYPOS,  /* two of them */
    NEAR_INSIDE, /* inside a word */
    NEAR_COUNT
} Nearness;

/* A word or two for people, translated: "sounds alike"; NULL for what is not only alike. Static. */
const char *nearness_words(Nearness nearness);
/* The word for programs: "exact", "whole", "begin", "sound", "typo", "typos", "inside". Static. */
const char *nearness_code(Nearness nearness);
