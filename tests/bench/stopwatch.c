/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a command takes as a process: stopwatch NAME RUNS INPUT COMMAND…. Its input is the file
 * INPUT ("-": none). Its output goes into a file nobody reads: into /dev/null grep would not write
 * more than the first line. */
#include "tests/bench/figures.h"
#include "tests/bench/process.h"

#include <stdlib.h>

int main(int argc, char **argv)
{
    if (argc < 5) {
        fputs("usage: stopwatch NAME RUNS INPUT COMMAND…\n", stderr);
        return EXIT_FAILURE;
    }
    guint runs = (guint)strtoul(argv[2], NULL, 10);
    const char *input = strcmp(argv[3], "-") == 0 ? "/dev/null" : argv[3];
    g_autoptr(GArray) times = figures_new();
    FILE *output = tmpfile();
    figures_need(output != NULL, "stopwatch", NULL);
    for (guint i = 0; i <= runs; i++) {
        double took = process_time(input, output, argv + 4);
        if (took < 0) {
            fprintf(stderr, "stopwatch: %s did not run as it should\n", argv[4]);
            return EXIT_FAILURE;
        }
        /* The first one reads from the disk what the others find in memory. */
        if (i > 0) {
            figures_add(times, took);
        }
    }
    fclose(output);
    figures_tell(argv[1], figures_at(times, 0.5));
    return EXIT_SUCCESS;
}
