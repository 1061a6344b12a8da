/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a key takes to be answered on the screen while the line to the server is well, silent
 * and down. line PROGRAM SHOP HOST PORT: SHOP is a connection string without host and port. */
#include "tests/bench/figures.h"
#include "tests/bench/pty.h"
#include "tests/data/cutproxy.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 24, COLS = 80, KEYS = 60, WORD = 6 };

#define QUIET 20.0
#define QUIET_AT_START 300.0
#define PATIENCE 5000.0

/* Whether the box, in the third row, shows what was typed. */
static bool shows(const Term *screen, gconstpointer typed)
{
    g_autofree char *row = term_row(screen, 2);
    return strstr(row, typed) != NULL;
}

/* Types KEYS letters and takes each one's back: milliseconds from each to the last byte of the
 * picture with it. */
static GArray *type(Pty *pty)
{
    static const char letters[WORD + 1] = "wagner";
    GArray *all = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GString) box = g_string_new(NULL);
    for (guint i = 0; i < KEYS; i++) {
        bool is_letter = i % (2 * WORD) < WORD;
        char key = is_letter ? letters[i % WORD] : '\177';
        g_string_set_size(box, is_letter ? box->len : box->len - 1);
        if (is_letter) {
            g_string_append_c(box, key);
        }
        g_autofree char *wanted = g_strdup_printf("› %s", box->str);
        double sent = figures_now();
        pty_send(pty, &key, 1);
        if (!pty_settle(pty, QUIET, PATIENCE, shows, wanted)) {
            fprintf(stderr, "A key was not answered.\n");
            exit(EXIT_FAILURE);
        }
        double took = MAX(pty->last - sent, 0);
        g_array_append_val(all, took);
    }
    return all;
}

static int by_size(gconstpointer a, gconstpointer b)
{
    double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

static void report(const char *what, Pty *pty)
{
    g_autoptr(GArray) all = type(pty);
    g_array_sort(all, by_size);
    double middle = g_array_index(all, double, all->len / 2);
    double most = g_array_index(all, double, all->len - 1);
    printf("%-8s median %6.1f ms, longest %6.1f ms\n", what, middle, most);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fprintf(stderr, "line PROGRAM SHOP HOST PORT\n");
        return EXIT_FAILURE;
    }
    g_autoptr(CutProxy) proxy = cut_proxy_new(argv[3], argv[4]);
    g_autofree char *shop = g_strdup_printf("%s host=127.0.0.1 port=%d sslmode=disable", argv[2],
                                            cut_proxy_port(proxy));
    char option[] = "--shop";
    char *const call[] = {argv[1], option, shop, NULL};
    g_autoptr(Pty) pty = pty_start(call, ROWS, COLS);
    if (pty == NULL || !pty_settle(pty, QUIET_AT_START, PATIENCE, shows, "› ")) {
        fprintf(stderr, "The program does not start.\n");
        return EXIT_FAILURE;
    }
    printf("A key to its picture, %d keys each:\n", KEYS);
    report("well", pty);
    cut_proxy_hold(proxy, true);
    report("silent", pty);
    cut_proxy_down(proxy, true);
    cut_proxy_hold(proxy, false);
    report("down", pty);
    cut_proxy_down(proxy, false);
    report("back", pty);
    return EXIT_SUCCESS;
}
