/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a command takes as a process: stopwatch NAME RUNS INPUT COMMAND…. Its input is the file
 * INPUT ("-": none). Its output goes into a file nobody reads: into /dev/null grep would not write
 * more than the first line. */
#include "tests/bench/figures.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Milliseconds from the start of the process to its end; below 0 when it cannot be started or was
 * not found. */
static double run(const char *input, FILE *output, char **command)
{
    posix_spawn_file_actions_t files;
    pid_t pid;
    int status = 0;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, input, O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, fileno(output), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    bool is_empty = ftruncate(fileno(output), 0) == 0 && lseek(fileno(output), 0, SEEK_SET) == 0;
    double begin = figures_now();
    bool started = is_empty && posix_spawnp(&pid, command[0], &files, NULL, command, environ) == 0;
    while (started && waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    double took = figures_now() - begin;
    posix_spawn_file_actions_destroy(&files);
    /* 1 is how all of them say that nothing was found. */
    return started && WIFEXITED(status) && WEXITSTATUS(status) <= 1 ? took : -1;
}

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
        double took = run(input, output, argv + 4);
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
