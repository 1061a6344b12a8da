/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passphrase for a command. */
#include "cli/secret.h"

#include "cli/call.h"
#include "cli/print.h"
#include "data/backup/vault.h"
#include "data/base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { LONGEST = 4096, CTRL_C = 3, TRIES = 3 };

/* The bytes up to the end of the line FILE has next into TEXT, LONGEST of them at most. False on a
 * fault, or when it is longer. */
static bool read_line(int file, char *text)
{
    gsize length = 0;
    for (;;) {
        char letter;
        gssize got = read(file, &letter, 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0 || length + 1 >= LONGEST) {
            return false;
        }
        if (got == 0 || letter == '\n') {
            text[length] = '\0';
            return true;
        }
        text[length++] = letter;
    }
}

/* The next line of FILE without what ends it. Free with passphrase_free; NULL when there is
 * none. */
static char *take_line(int file)
{
    char text[LONGEST];
    char *line = NULL;
    if (read_line(file, text)) {
        text[strcspn(text, "\r")] = '\0';
        line = *text != '\0' ? g_strdup(text) : NULL;
    }
    explicit_bzero(text, sizeof text);
    return line;
}

static char *read_from(const char *path)
{
    bool is_input = strcmp(path, "-") == 0;
    int file = is_input ? STDIN_FILENO : g_open(path, O_RDONLY | O_CLOEXEC, 0);
    char *line = file >= 0 ? take_line(file) : NULL;
    if (file >= 0 && !is_input) {
        close(file);
    }
    if (line == NULL) {
        g_autofree char *sentence = g_strdup_printf(
            _("There is no passphrase in the first line of %s."), is_input ? _("the input") : path);
        print_sentence(sentence);
    }
    return line;
}

static void show(int terminal, const char *text)
{
    /* Where nothing can be shown, nothing can be typed either. */
    if (write(terminal, text, strlen(text)) < 0) {
        g_debug("the terminal takes no prompt: %s", g_strerror(errno));
    }
}

/* What is typed at TERMINAL after PROMPT, unseen. The signals that end the program wait meanwhile,
 * or it would leave a terminal that shows nothing any more. NULL: broken off. */
static char *type(int terminal, const char *prompt)
{
    struct termios before, quiet;
    sigset_t ending, earlier;
    if (tcgetattr(terminal, &before) != 0) {
        return NULL;
    }
    quiet = before;
    quiet.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
    quiet.c_lflag |= ICANON | ECHONL;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGHUP);
    sigaddset(&ending, SIGINT);
    sigprocmask(SIG_BLOCK, &ending, &earlier);
    tcsetattr(terminal, TCSAFLUSH, &quiet);
    show(terminal, prompt);
    char *line = take_line(terminal);
    tcsetattr(terminal, TCSAFLUSH, &before);
    sigprocmask(SIG_SETMASK, &earlier, NULL);
    if (line != NULL && strchr(line, CTRL_C) != NULL) {
        g_clear_pointer(&line, passphrase_free);
    }
    return line;
}

/* What was typed, typed the same way again unless AGAIN is NULL. */
static char *type_twice(int terminal, const char *prompt, const char *again)
{
    for (guint i = 0; i < TRIES; i++) {
        char *first = type(terminal, prompt);
        if (first == NULL || again == NULL) {
            return first;
        }
        char *second = type(terminal, again);
        bool is_same = g_strcmp0(first, second) == 0;
        bool is_over = second == NULL;
        passphrase_free(second);
        if (is_same) {
            return first;
        }
        passphrase_free(first);
        if (is_over) {
            return NULL;
        }
        print_sentence(_("These were two different ones. Please type it again."));
    }
    return NULL;
}

char *secret_ask(const Call *call, const char *prompt, const char *again)
{
    const char *path = call_option(call, "passphrase-file");
    if (path != NULL) {
        return read_from(path);
    }
    int terminal = g_open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY, 0);
    if (terminal < 0) {
        print_sentence(_("The passphrase is typed at a terminal, and there is none. "
                         "“--passphrase-file FILE” reads it from a file."));
        return NULL;
    }
    char *line = type_twice(terminal, prompt, again);
    close(terminal);
    if (line == NULL) {
        print_sentence(_("No passphrase was typed, so nothing was done."));
    }
    return line;
}
