/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program begins: the process is made safe, the language chosen, and the work handed over. */
#include "data/base/i18n.h"
#include "language.h"

#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A shop opened as file 0, 1 or 2 would be written over by a message: these three are always taken. */
static void occupy_standard_files(void)
{
    int file;
    do {
        file = open("/dev/null", O_RDWR);
    } while (file >= 0 && file <= STDERR_FILENO);
    if (file > STDERR_FILENO)
        close(file);
}

/* The folder the running program lies in, or NULL. Free with g_free. */
static char *program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program != NULL ? g_path_get_dirname(program) : NULL;
}

int main(int argc, char **argv)
{
    umask(077);
    occupy_standard_files();
    g_autofree char *other_charset = language_start();
    g_autofree char *folder = program_folder();
    language_bind_texts(folder);

    if (argc > 1 && g_str_equal(argv[1], "--version")) {
        printf("tresen %s\n", TRESEN_VERSION);
        return EXIT_SUCCESS;
    }
    if (other_charset != NULL) {
        fprintf(stderr,
                _("This terminal writes %s, but Tresen needs UTF-8. Choose UTF-8 in the terminal's "
                  "settings and try again.\n"),
                other_charset);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
