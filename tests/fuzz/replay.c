/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parsers, fed with the seeds, with all that was found before, and with what is nearly that.
 * "replay NAME FILE…" feeds one parser with files. */
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/mutate.h"

#include "tests/faults/scale.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    LONGEST = 256 * 1024, /* of an input that is kept for the parent */
    MUTANT_MOST = 4096,   /* longer ones take time and find no more */
    PATIENCE = 20,        /* seconds for one input; the sanitizers and other tests slow it down */
    QUICK = 250,          /* milliseconds of mutants for each parser */
    FULL = 120 * 1000,
    MUTANTS_QUICK = 20000 /* at most */
};

/* What the child is at, for the parent to tell when it ends badly. */
typedef struct {
    guint64 count;
    gsize length;
    guint8 bytes[LONGEST];
} Blackboard;

static void feed(const FuzzParser *parser, Blackboard *board, const guint8 *bytes, gsize length)
{
    board->count++;
    board->length = MIN(length, LONGEST);
    if (length > 0) {
        memcpy(board->bytes, bytes, board->length);
    }
    alarm(PATIENCE);
    parser->run(bytes, length);
    alarm(0);
}

static int by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The paths of all files of tests/fuzz/KIND/NAME, by name. */
static GPtrArray *files_of(const char *kind, const char *name)
{
    g_autofree char *folder =
        g_build_filename(g_getenv("top_srcdir"), "tests", "fuzz", kind, name, NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    const char *file;
    while (dir != NULL && (file = g_dir_read_name(dir)) != NULL) {
        g_ptr_array_add(paths, g_build_filename(folder, file, NULL));
    }
    g_ptr_array_sort(paths, by_name);
    return paths;
}

/* Adds the bytes of the file at PATH to INPUTS. */
static bool load(GPtrArray *inputs, const char *path)
{
    char *bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &bytes, &length, NULL)) {
        fprintf(stderr, "%s cannot be read.\n", path);
        return false;
    }
    g_ptr_array_add(inputs, g_byte_array_new_take((guint8 *)bytes, length));
    return true;
}

static GPtrArray *inputs_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)g_byte_array_unref);
}

static void feed_all(const FuzzParser *parser, Blackboard *board, const GPtrArray *inputs)
{
    feed(parser, board, (const guint8 *)"", 0);
    for (guint i = 0; i < inputs->len; i++) {
        const GByteArray *input = g_ptr_array_index(inputs, i);
        feed(parser, board, input->data, input->len);
    }
}

/* INPUTS has some. */
static void feed_mutants(const FuzzParser *parser, Blackboard *board, const GPtrArray *inputs)
{
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    gint64 end = g_get_monotonic_time() + scale(QUICK, FULL) * G_GINT64_CONSTANT(1000);
    for (guint i = 0; g_get_monotonic_time() < end && (scale_is_full() || i < MUTANTS_QUICK); i++) {
        const GByteArray *base =
            g_ptr_array_index(inputs, (guint)g_rand_int_range(chance, 0, (gint32)inputs->len));
        const GByteArray *other =
            g_ptr_array_index(inputs, (guint)g_rand_int_range(chance, 0, (gint32)inputs->len));
        g_autoptr(GByteArray) mutant = g_byte_array_new();
        g_byte_array_append(mutant, base->data, MIN(base->len, MUTANT_MOST));
        fuzz_mutate(mutant, other, MUTANT_MOST, chance);
        feed(parser, board, mutant->data, mutant->len);
    }
}

/* Keeps the input of BOARD, on which PARSER ended, and says what to do with it. */
static void tell_failure(const FuzzParser *parser, const Blackboard *board, int status)
{
    g_autofree char *hash =
        g_compute_checksum_for_data(G_CHECKSUM_SHA1, board->bytes, board->length);
    g_autofree char *path = g_strdup_printf("fuzz-%s-%.12s", parser->name, hash);
    g_file_set_contents(path, (const char *)board->bytes, (gssize)board->length, NULL);
    fprintf(stderr,
            "%s: ended by %s %d at input %" G_GUINT64_FORMAT " (seed %u), which is in %s now; when "
            "the fault is mended, put it into tests/fuzz/found/%s.\n",
            parser->name, WIFSIGNALED(status) ? "signal" : "status",
            WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status), board->count,
            scale_seed(), path, parser->name);
}

static _Noreturn void play(const FuzzParser *parser, Blackboard *board, const GPtrArray *inputs,
                           bool with_mutants)
{
    feed_all(parser, board, inputs);
    if (with_mutants) {
        feed_mutants(parser, board, inputs);
    }
    exit(EXIT_SUCCESS);
}

/* Plays INPUTS in a process of its own, so that whatever ends it is seen. */
static bool play_apart(const FuzzParser *parser, const GPtrArray *inputs, bool with_mutants)
{
    Blackboard *board =
        mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (board == MAP_FAILED) {
        return false;
    }
    int status = -1;
    pid_t child = fork();
    if (child == 0) {
        play(parser, board, inputs, with_mutants);
    }
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    bool well = child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
    if (!well) {
        tell_failure(parser, board, status);
    }
    scale_tell(32, "%s: %" G_GUINT64_FORMAT " inputs, %s", parser->name, board->count,
               well ? "nothing found" : "ENDED BADLY");
    munmap(board, sizeof *board);
    return well;
}

static bool play_kept(const FuzzParser *parser)
{
    static const char *const kinds[] = {"seeds", "found"};
    g_autoptr(GPtrArray) inputs = inputs_new();
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(GPtrArray) paths = files_of(kinds[i], parser->name);
        for (guint j = 0; j < paths->len; j++) {
            if (!load(inputs, g_ptr_array_index(paths, j))) {
                return false;
            }
        }
    }
    if (inputs->len == 0) {
        fprintf(stderr, "%s has no seeds.\n", parser->name);
        return false;
    }
    return play_apart(parser, inputs, true);
}

static bool play_files(const char *name, char *const *paths)
{
    const FuzzParser *parser = fuzz_parser(name);
    g_autoptr(GPtrArray) inputs = inputs_new();
    if (parser == NULL) {
        fprintf(stderr, "There is no parser “%s”.\n", name);
        return false;
    }
    for (; *paths != NULL; paths++) {
        if (!load(inputs, *paths)) {
            return false;
        }
    }
    return inputs->len > 0 ? play_apart(parser, inputs, false) : play_kept(parser);
}

int main(int argc, char **argv)
{
    bool well = true;
    if (argc > 1) {
        return play_files(argv[1], argv + 2) ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    for (const FuzzParser *parser = fuzz_parsers; parser->name != NULL; parser++) {
        well = play_kept(parser) && well;
    }
    return well ? EXIT_SUCCESS : EXIT_FAILURE;
}
