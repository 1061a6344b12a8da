/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a terminal right: what is sent for it, and doing it when a program that was killed has
 * left it as it was. */
#include "tui/terminal_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <fcntl.h>
#include <string.h>
#include <sys/ttydefaults.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

/* Mouse reports and bracketed paste off, which no terminfo entry knows by one name. */
#define MODES_OFF "\033[?1000l\033[?1006l\033[?2004l"

/* Appends the capability NAME without its delays, nothing if the terminal has none. */
static void append_capability(GString *out, const char *name)
{
    const char *value = tigetstr(name);
    if (!value || value == (char *)-1) {
        return;
    }
    for (; *value; value++) {
        if (value[0] == '$' && value[1] == '<') {
            value = strchr(value, '>');
            if (!value) {
                return;
            }
        } else {
            g_string_append_c(out, *value);
        }
    }
}

char *terminal_reset_bytes(void)
{
    GString *reset = g_string_new(MODES_OFF);
    append_capability(reset, "sgr0");
    append_capability(reset, "rmkx");
    append_capability(reset, "cnorm");
    append_capability(reset, "rmcup");
    return g_string_free(reset, FALSE);
}

/* The modes of a line as a shell expects them; the speed and the like stay. */
static void make_sane(struct termios *modes)
{
    static const cc_t keys[NCCS] = {
        [VINTR] = CINTR,      [VQUIT] = CQUIT,   [VERASE] = CERASE,     [VKILL] = CKILL,
        [VEOF] = CEOF,        [VMIN] = 1,        [VSTART] = CSTART,     [VSTOP] = CSTOP,
        [VSUSP] = CSUSP,      [VLNEXT] = CLNEXT, [VREPRINT] = CREPRINT, [VWERASE] = CWERASE,
        [VDISCARD] = CDISCARD};
    modes->c_iflag &= ~(tcflag_t)(INLCR | IGNCR | ISTRIP | IGNBRK | IXOFF);
    modes->c_iflag |= ICRNL | IXON;
    modes->c_oflag |= OPOST | ONLCR;
    modes->c_lflag |= ISIG | ICANON | IEXTEN | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE;
    modes->c_lflag &= ~(tcflag_t)(ECHONL | NOFLSH | TOSTOP);
    memcpy(modes->c_cc, keys, sizeof keys);
}

bool terminal_reset(GError **error)
{
    int line = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    struct termios modes;
    int status = 0;
    if (line < 0 || tcgetattr(line, &modes) != 0) {
        if (line >= 0) {
            close(line);
        }
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("There is no terminal here to put right. Open the window that looks "
                              "wrong and start it there."));
        return false;
    }
    make_sane(&modes);
    tcsetattr(line, TCSANOW, &modes);
    bool is_known = setupterm(NULL, line, &status) == OK;
    g_autofree char *reset = is_known ? terminal_reset_bytes() : g_strdup(MODES_OFF "\033[m\r\n");
    gsize length = strlen(reset);
    bool is_sent = write(line, reset, length) == (gssize)length;
    if (is_known) {
        del_curterm(cur_term);
    }
    close(line);
    if (!is_sent) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("This terminal takes nothing any more. Close its window and open "
                              "another one."));
    }
    return is_sent;
}
