/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forty scripts, and how the program is held to its word. */
#include "tests/faults/scripts.h"

#include "tests/faults/scale.h"

#include <string.h>

#define SHOP " --shop @/shop.tresen"
#define NEW " --shop @/new.tresen"

const Script scripts[] = {
    {"visit 1042 --amount 12,50 --id t1" SHOP, NULL},
    {"visit 7 --amount 3,20 --article Brezel --article Torte --id t2" SHOP, NULL},
    {"visit 311 --amount 4,00 --return --id t3" SHOP, NULL},
    {"visit 29 --id t4 --note 'wie immer'" SHOP "; visit 29 --id t4" SHOP, NULL},
    {"visit 30 --id t5 --date 2026-02-01 --channel phone" SHOP "; visit 31 --id t6" SHOP, NULL},
    {"visit 32 --id t7 --branch Markt --amount 900,00 --for Kurt --occasion Taufe" SHOP, NULL},
    {"feedback 1042 --csat 5 'sehr gut'" SHOP, NULL},
    {"feedback 'Die Tür klemmt' --kind opinion" SHOP, NULL},
    {"feedback 7 --kind wish 'Dinkelbrot'" SHOP, NULL},
    {"feedback 311 --nps 3 --ces 2" SHOP "; feedback 311 --nps 9" SHOP, NULL},
    {"feedback 32 --product 5 --advice 4 --kind survey" SHOP, NULL},
    {"complaint 1042 'falsche Inschrift' --cause forgotten" SHOP, NULL},
    {"complaint 7 'Nuss im Kuchen' --cause allergen --severity high --until +3" SHOP, NULL},
    {"complaint 30 'zu spät' --remedy Gutschein --clerk Lina --channel phone" SHOP, NULL},
    {"complaint 31 kalt" SHOP "; complaint 31 hart" SHOP, NULL},
    {"promise 1042 'Muster zeigen' --until +2" SHOP, NULL},
    {"promise 7 'zurückrufen' --until friday --clerk Lina" SHOP, NULL},
    {"remind 1042 'tomorrow call back'" SHOP, NULL},
    {"remind '+14 ask again'" SHOP, NULL},
    {"remind 'every monday count the till' --branch Markt" SHOP, NULL},
    {"remind 7 'today bring cake'" SHOP "; done r1" SHOP, NULL},
    {"promise 30 Brot --until +1" SHOP "; done p1" SHOP, NULL},
    {"lost 311 --reason price --how says --competitor 'Bäcker Nord'" SHOP, NULL},
    {"lost 32 --reason moved --ask +7 --clerk Lina" SHOP "; lost 32 --back" SHOP, NULL},
    {"lost 31 --value 120,00" SHOP "; visit 31 --id back" SHOP, NULL},
    {"import @/list.csv" SHOP, NULL},
    {"import @/long.csv" SHOP, NULL},
    {"import @/list.csv --dry-run" SHOP "; import @/list.csv" SHOP, NULL},
    {"import @/long.csv" NEW, "new.tresen"},
    {"import @/orders.csv --orders" SHOP, NULL},
    {"import @/long.csv" SHOP "; import @/orders.csv --orders" SHOP, NULL},
    {"export --csv @/out.csv" SHOP, "out.csv"},
    {"export --ics @/out.ics" SHOP, "out.ics"},
    {"visit 30 --id t8" SHOP "; export --csv @/out.csv" SHOP, "out.csv"},
    {"check" SHOP, NULL},
    {"check --rebuild" SHOP, NULL},
    {"today" SHOP "; due" SHOP, NULL},
    {"find hilde" SHOP "; find xyz" SHOP, NULL},
    {"show 1042" SHOP "; timeline 1042" SHOP, NULL},
    {"report visits" SHOP "; birthdays" SHOP, NULL},
};
const unsigned scripts_count = G_N_ELEMENTS(scripts);

static bool is_shop(const char *file)
{
    return g_str_has_suffix(file, ".tresen");
}

/* What is in the file SCRIPT writes: of a shop what it says. "" when it is not there. */
static char *read_made(const Trial *trial, const Script *script)
{
    g_autofree char *path = g_build_filename(trial->folder, script->file, NULL);
    char *text = NULL;
    if (is_shop(script->file)) {
        return trial_content(path);
    }
    return g_file_get_contents(path, &text, NULL, NULL) ? text : g_strdup("");
}

static bool is_refusal(const char *line, int status)
{
    /* Nobody is found, and it is said so: that is an answer. */
    return status != 0 && !(status == 1 && g_str_has_prefix(line, "find xyz"));
}

ScriptRun *script_run(Trial *trial, const Script *script)
{
    ScriptRun *run = g_new0(ScriptRun, 1);
    trial_reset(trial);
    run->lines = g_strsplit(script->lines, "; ", -1);
    run->contents = g_ptr_array_new_with_free_func(g_free);
    run->said = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(run->contents, trial_content(trial->shop));
    for (guint i = 0; run->lines[i] != NULL; i++) {
        g_auto(TrialEnd) end = trial_run(trial, run->lines[i]);
        if (is_refusal(run->lines[i], end.status)) {
            fail_msg("“%s” ended with %d (signal %d) though nothing failed: %s", run->lines[i],
                     end.status, end.signal, end.err->str);
        }
        g_ptr_array_add(run->contents, trial_content(trial->shop));
        g_ptr_array_add(run->said, g_strdup(end.out->str));
    }
    memcpy(run->seen, trial->plan->seen, sizeof run->seen);
    run->made = script->file != NULL ? read_made(trial, script) : NULL;
    return run;
}

void script_run_free(ScriptRun *run)
{
    g_strfreev(run->lines);
    g_ptr_array_unref(run->contents);
    g_ptr_array_unref(run->said);
    g_free(run->made);
    g_free(run);
}

/* ---- with a fault ---- */

static const char *const kinds[FAILING_KINDS] = {
    "write", "read", "fsync", "ftruncate", "unlink", "rename", "open", "mkdir", "malloc",
};

G_GNUC_PRINTF(4, 5)
static void blame(const Script *script, ScriptFault fault, const TrialEnd *end, const char *format,
                  ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *what = g_strdup_vprintf(format, values);
    va_end(values);
    fail_msg("“%s” with %s %u to %u (or each %uth call) failing with “%s” (seed %u): %s\n"
             "exit status %d, signal %d, it said: %s%s",
             script->lines, kinds[fault.kind], fault.first, fault.last, fault.every,
             g_strerror(fault.reason), scale_seed(), what, end->status, end->signal, end->out->str,
             end->err->str);
}

/* What the program says when it refuses is a whole sentence. */
static bool has_sentence(const TrialEnd *end)
{
    g_autofree char *text = g_strstrip(g_strdup(end->err->str));
    return g_str_has_suffix(text, ".") || g_str_has_suffix(text, ")") ||
           g_str_has_suffix(text, "?");
}

/* Whether LINE only reads, so that what it prints is the same each time. */
static bool only_reads(const char *line)
{
    static const char *const words[] = {"find ", "show ", "timeline ", "report ", "birthdays "};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (g_str_has_prefix(line, words[i])) {
            return true;
        }
    }
    return false;
}

/* Runs the lines until one is refused; how many were done. */
static guint run_lines(const Trial *trial, const Script *script, const ScriptRun *clean,
                       ScriptFault fault, TrialEnd *end)
{
    for (guint i = 0; clean->lines[i] != NULL; i++) {
        trial_end_clear(end);
        *end = trial_run(trial, clean->lines[i]);
        if (end->status < 0 || end->is_hanging) {
            blame(script, fault, end, end->is_hanging ? "it hung" : "it died");
        }
        if (is_refusal(clean->lines[i], end->status)) {
            if (!has_sentence(end)) {
                blame(script, fault, end, "there was no sentence");
            }
            return i;
        }
        if (only_reads(clean->lines[i]) &&
            strcmp(end->out->str, g_ptr_array_index(clean->said, i)) != 0) {
            blame(script, fault, end, "it printed something else than without the fault");
        }
    }
    return g_strv_length(clean->lines);
}

/* The shop says what it says after DONE lines or, where the next one was cut off, after one more.
 */
static void expect_content(const Trial *trial, const Script *script, const ScriptRun *clean,
                           ScriptFault fault, guint done, const TrialEnd *end)
{
    g_autofree char *content = trial_content(trial->shop);
    const char *wanted = g_ptr_array_index(clean->contents, done);
    bool is_same = strcmp(content, wanted) == 0;
    if (clean->lines[done] != NULL) {
        is_same = is_same || strcmp(content, g_ptr_array_index(clean->contents, done + 1)) == 0;
    }
    if (!is_same) {
        blame(script, fault, end, "after %u of its commands the shop says %s\nand not %s", done,
              content, wanted);
    }
}

static void expect_made(const Trial *trial, const Script *script, const ScriptRun *clean,
                        ScriptFault fault, bool is_done, const TrialEnd *end)
{
    g_autofree char *made = read_made(trial, script);
    bool is_whole = strcmp(made, clean->made) == 0;
    if (!is_whole && (is_done || *made != '\0')) {
        blame(script, fault, end, "the file is not whole: %s", made);
    }
}

bool script_try(Trial *trial, const Script *script, const ScriptRun *clean, ScriptFault fault,
                uint32_t *failed)
{
    g_auto(TrialEnd) end = {0};
    trial_reset(trial);
    failing_plan_refuse(trial->plan, fault.kind, fault.first, fault.last, fault.reason);
    trial->plan->every = fault.every;
    guint done = run_lines(trial, script, clean, fault, &end);
    bool is_done = clean->lines[done] == NULL;
    *failed = trial->plan->failed;
    expect_content(trial, script, clean, fault, done, &end);
    if (script->file != NULL) {
        expect_made(trial, script, clean, fault, is_done, &end);
    }
    return is_done;
}
