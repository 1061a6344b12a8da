/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running a command and taking the time. */
#include "tests/bench/process.h"

#include "tests/bench/figures.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

double process_time(const char *input, FILE *output, char *const command[])
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
