/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the terminal, its size, showing, and giving it back. */
#include "tui/terminal_private.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/outlet.h"
#include "tui/clipboard.h"
#include "tui/rescue.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
/* Keeps the window's title aside, and puts it back. */
#define TITLE_KEEP "\033[22;2t"
#define TITLE_BACK "\033[23;2t"

/* Whether a terminal of TYPE can show a screen; *RESET (free with g_free) is what gives it back
 * then. Writes nothing to it. */
static bool check_type(const char *type, int descriptor, char **reset, GError **error)
{
    int status = 0;
    if (!type || !*type) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED,
                            _("The kind of this terminal is unknown, because TERM is not set. "
                              "Set it, for example with: export TERM=xterm-256color"));
        return false;
    }
    if (strlen(type) > 64 || setupterm(type, descriptor, &status) != OK) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("This system knows no terminal called \"%.64s\". "
                      "Set another kind, for example with: export TERM=xterm-256color"),
                    type);
        return false;
    }
    const char *place = tigetstr("cup");
    const char *clear = tigetstr("clear");
    bool can = place && place != (char *)-1 && clear && clear != (char *)-1 &&
               tigetflag("gn") <= 0 && tigetflag("hc") <= 0;
    *reset = can ? terminal_reset_bytes() : NULL;
    del_curterm(cur_term);
    if (!can) {
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("A terminal of the kind \"%s\" cannot show a full screen. "
                      "Open Tresen in an ordinary terminal window."),
                    type);
    }
    return can;
}

/* Sees that characters are UTF-8. *ASCII: the terminal itself may not be able to show them. */
static bool check_locale(bool *ascii, GError **error)
{
    *ascii = false;
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) {
        return true;
    }
    *ascii = true;
    if (setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "en_US.UTF-8")) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("This system has no locale with UTF-8, which names like Müller need. "
                          "Install one, or start Tresen with: LC_ALL=C.UTF-8 tresen"));
    return false;
}

static bool check_streams(GError **error)
{
    if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("Tresen's screen needs a terminal window for its keys and its picture. "
                          "Start it there without \"|\", \"<\" and \">\"."));
    return false;
}

/* Sends what curses has no call for. */
static void send_control(const Terminal *terminal, const char *control)
{
    if (terminal->is_real) {
        fputs(control, terminal->out);
        fflush(terminal->out);
    }
}

void terminal_bell(Terminal *terminal)
{
    if (!terminal->is_left) {
        send_control(terminal, "\a");
    }
}

void terminal_set_title(Terminal *terminal, const char *title)
{
    if (!terminal->has_windows || terminal->is_left) {
        return;
    }
    if (title == NULL) {
        send_control(terminal, terminal->has_title ? TITLE_BACK : "");
    } else {
        g_autofree char *clean = outlet_text(OUTLET_LINE, title);
        g_autofree char *control =
            g_strdup_printf("%s\033]2;%s\a", terminal->has_title ? "" : TITLE_KEEP, clean);
        send_control(terminal, control);
    }
    terminal->has_title = title != NULL;
}

void terminal_copy(Terminal *terminal, const char *text)
{
    g_autofree char *control = clipboard_sequence(text);
    if (!terminal->is_left) {
        send_control(terminal, control);
    }
}

/* newterm, without its handling of SIGTSTP: that would ignore a stop that comes while it draws.
 * It leaves the signal alone for good when it finds it taken. */
static SCREEN *start_curses(const char *type, FILE *out, FILE *in)
{
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    struct sigaction before;
    sigaction(SIGTSTP, &ignored, &before);
    SCREEN *screen = newterm(type, out, in);
    sigaction(SIGTSTP, &before, NULL);
    if (screen) {
        /* Until it has once been left and come back, ncurses 6.4 writes to the terminal at each
         * move of the cursor, forty times a picture; afterwards once. Before there are colours,
         * because coming back takes away what somebody else made of them. */
        endwin();
        doupdate();
        /* A picture is always painted whole, whatever is typed meanwhile. */
        typeahead(-1);
    }
    return screen;
}

Terminal *terminal_open(const TerminalSetup *setup, GError **error)
{
    const char *type = setup ? setup->type : g_getenv("TERM");
    FILE *out = setup ? setup->out : stdout;
    struct termios modes;
    bool ascii;
    g_autofree char *reset = NULL;
    if ((!setup && !check_streams(error)) || !check_locale(&ascii, error) ||
        !check_type(type, fileno(out), &reset, error)) {
        return NULL;
    }
    bool have_modes = !setup && tcgetattr(STDIN_FILENO, &modes) == 0;
    /* LINES and COLUMNS of the environment may be wrong: only the window itself is asked. */
    use_env(FALSE);
    use_tioctl(TRUE);
    Terminal *terminal = g_new0(Terminal, 1);
    terminal->is_real = !setup;
    terminal->in = setup ? setup->in : stdin;
    terminal->out = out;
    if (have_modes) {
        rescue_arm(STDIN_FILENO, STDOUT_FILENO, &modes, reset);
    }
    terminal->curses = start_curses(type, terminal->out, terminal->in);
    if (!terminal->curses) {
        rescue_disarm();
        g_set_error(error, FAULT, FAULT_REFUSED,
                    _("A terminal of the kind \"%s\" cannot show a full screen. "
                      "Open Tresen in an ordinary terminal window."),
                    type);
        g_free(terminal);
        return NULL;
    }
    terminal->is_console = g_str_has_prefix(type, "linux");
    terminal->has_windows = !terminal->is_console && !g_str_has_prefix(type, "vt");
    terminal->ascii_at_all = ascii || terminal->is_console || g_str_has_prefix(type, "vt");
    terminal_set_ascii(terminal, false);
    raw();
    noecho();
    nonl();
    terminal_keys_init(terminal);
    terminal_look_init(terminal);
    send_control(terminal, PASTE_ON);
    if (setup) {
        terminal_resize(terminal, setup->rows, setup->cols);
    } else {
        terminal_measure(terminal);
    }
    return terminal;
}

void terminal_close(Terminal *terminal)
{
    if (!terminal) {
        return;
    }
    set_term(terminal->curses);
    terminal_set_title(terminal, NULL);
    if (!terminal->is_left) {
        send_control(terminal, PASTE_OFF);
        endwin();
    }
    if (terminal->is_real) {
        rescue_disarm();
    }
    key_reader_free(terminal->reader);
    delwin(terminal->keys);
    delscreen(terminal->curses);
    g_free(terminal);
}

Canvas terminal_begin(Terminal *terminal)
{
    Canvas all = {.painter = &terminal->painter};
    getmaxyx(stdscr, all.rows, all.cols);
    terminal_layer(terminal);
    canvas_fill(&all, AREA_TEXT);
    return all;
}

void terminal_layer(Terminal *terminal)
{
    terminal->painter.cursor_row = -1;
    terminal->painter.cursor_types = false;
}

void terminal_set_discreet(Terminal *terminal, bool discreet)
{
    terminal->painter.discreet = discreet;
}

bool terminal_cursor(const Terminal *terminal, int *row, int *col)
{
    *row = terminal->painter.cursor_row;
    *col = terminal->painter.cursor_col;
    return *row >= 0;
}

void terminal_show(Terminal *terminal)
{
    if (terminal->is_left) {
        return;
    }
    if (terminal->repaint) {
        clearok(stdscr, TRUE);
        terminal->repaint = false;
    }
    bool has_cursor = terminal->painter.cursor_row >= 0;
    curs_set(has_cursor);
    if (has_cursor) {
        wmove(stdscr, terminal->painter.cursor_row, terminal->painter.cursor_col);
    }
    wnoutrefresh(stdscr);
    doupdate();
}

void terminal_repaint(Terminal *terminal)
{
    terminal->repaint = true;
}

void terminal_resize(Terminal *terminal, int rows, int cols)
{
    resizeterm(MAX(rows, 1), MAX(cols, 1));
    terminal->repaint = true;
}

int terminal_rows(const Terminal *terminal)
{
    (void)terminal;
    return getmaxy(stdscr);
}

int terminal_cols(const Terminal *terminal)
{
    (void)terminal;
    return getmaxx(stdscr);
}

bool terminal_measure(Terminal *terminal)
{
    struct winsize size;
    if (!terminal->is_real || ioctl(fileno(terminal->out), TIOCGWINSZ, &size) != 0 ||
        size.ws_row == 0 || size.ws_col == 0) {
        return false;
    }
    /* More than this no window has, and curses would allocate it all. */
    int rows = MIN(size.ws_row, 1000);
    int cols = MIN(size.ws_col, 1000);
    if (rows == getmaxy(stdscr) && cols == getmaxx(stdscr)) {
        return false;
    }
    terminal_resize(terminal, rows, cols);
    return true;
}

void terminal_leave(Terminal *terminal)
{
    if (!terminal->is_left) {
        terminal_set_title(terminal, NULL);
        send_control(terminal, PASTE_OFF);
        endwin();
        rescue_disarm();
        terminal->is_left = true;
    }
}

void terminal_return(Terminal *terminal)
{
    struct termios modes;
    bool have_modes = terminal->is_real && tcgetattr(STDIN_FILENO, &modes) == 0;
    if (terminal->is_left && have_modes) {
        g_autofree char *reset = terminal_reset_bytes();
        rescue_arm(STDIN_FILENO, STDOUT_FILENO, &modes, reset);
    }
    terminal->is_left = false;
    reset_prog_mode();
    send_control(terminal, PASTE_ON);
    terminal_measure(terminal);
    /* After endwin, curses starts its screen anew by a refresh; a full one undoes what others
     * drew. */
    terminal->repaint = true;
}

char *terminal_text(Terminal *terminal)
{
    (void)terminal;
    int rows, cols;
    getmaxyx(stdscr, rows, cols);
    GString *text = g_string_new(NULL);
    gsize most = (gsize)MAX(cols, 1) * CCHARW_MAX;
    g_autofree wchar_t *line = g_new0(wchar_t, most + 1);
    for (int row = 0; row < rows; row++) {
        int length = mvwinnwstr(stdscr, row, 0, line, (int)most);
        g_autofree char *shown =
            length > 0 ? g_ucs4_to_utf8((const gunichar *)line, length, NULL, NULL, NULL)
                       : g_strdup("");
        g_string_append_printf(text, "%s\n", g_strchomp(shown));
    }
    return g_string_free(text, FALSE);
}
