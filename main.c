/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program begins: the process is made safe, the language chosen, the line understood, and
 * the work handed over. */
#include "cli/call.h"
#include "cli/cli.h"
#include "cli/connecting.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "clock.h"
#include "data/base/i18n.h"
#include "data/db/serverstring.h"
#include "data/shop.h"
#include "data/shopknown.h"
#include "language.h"
#include "memory.h"
#include "paths.h"
#include "tui/preferences.h"
#include "tui/terminal.h"
#include "tui/tui.h"

#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* A shop opened as file 0, 1 or 2 would be written over by a message: these three are always
 * taken. */
static void occupy_standard_files(void)
{
    int file;
    do {
        file = open("/dev/null", O_RDWR);
    } while (file >= 0 && file <= STDERR_FILENO);
    if (file > STDERR_FILENO) {
        close(file);
    }
}

/* The folder the running program lies in, or NULL. Free with g_free. */
static char *program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program != NULL ? g_path_get_dirname(program) : NULL;
}

static GDateTime *now(gpointer data)
{
    (void)data;
    return clock_now();
}

static void use_language(const char *language, gpointer system)
{
    language_use(language, system);
    memory_translate();
}

/* The words of the command line for the program alone: where one of them has a password, everybody
 * on the machine can read it until it is blotted out in ARGV. Free with g_strfreev. */
static char **take_words(int argc, char **argv)
{
    char **words = g_new0(char *, argc + 1);
    for (int i = 0; i < argc; i++) {
        words[i] = g_strdup(argv[i]);
        server_string_blot(argv[i]);
    }
    return words;
}

/* Makes the program speak the language the person chose for this machine. Returns the system's;
 * free with g_free. */
static char *start_language(const Preferences *preferences)
{
    char *system = language_of_system();
    if (preferences->language != NULL) {
        language_use(preferences->language, system);
    }
    return system;
}

static gpointer opening(const char *shop)
{
    return connecting_begin(shop);
}

static void opened(gpointer connecting)
{
    connecting_end(connecting);
}

/* DEMO: the demo shop to begin in; NULL: the shop itself. */
static int start_screen(const Line *line, const CliWorld *world, const char *demo,
                        const char *other_charset, char *system_language)
{
    g_autofree char *local_shop = path_shop();
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        print_sentence(_("The full screen needs a terminal. Without one, use a command: “tresen "
                         "today”, or “tresen --help” for all of them."));
        return CLI_WRONG;
    }
    if (other_charset != NULL) {
        g_autofree char *sentence =
            g_strdup_printf(_("This terminal writes %s, but Tresen needs UTF-8. Choose UTF-8 in "
                              "the terminal's settings and try again."),
                            other_charset);
        print_sentence(sentence);
        return CLI_NOTHING;
    }
    const char *shop = demo != NULL ? demo : line->shop;
    g_autoptr(GError) error = NULL;
    if (line->shop != NULL && !shop_exists(line->shop) &&
        !shop_known_is(world->spare_folder, line->shop) && !call_has_folder(line->shop, &error)) {
        return call_refused(error);
    }
    Progress progress = {0};
    const TuiOptions options = {
        .shop = shop != NULL ? shop : world->usual_shop,
        .open = line->open,
        .local_shop = local_shop,
        .shop_is_chosen = shop == NULL && world->shop_is_chosen,
        .own_shop = demo != NULL && line->shop != NULL ? line->shop : world->usual_shop,
        .demo_shop = world->demo_shop,
        .backup_folder = world->backup_folder,
        .spare_folder = world->spare_folder,
        .config_folder = world->config_folder,
        .now = now,
        .use_language = use_language,
        .language_data = system_language,
        .opening = opening,
        .opened = opened,
        .upgrading = progress_upgrade,
        .upgrading_data = &progress,
    };
    memory_keep_quiet();
    return tui_run(&options);
}

/* Heaps grow in large steps: the worker's would ask the system for each page it reads. The other
 * limits are then fixed, too, and stand where they would have grown to. */
static void set_heap(void)
{
    static const int megabyte = 1024 * 1024;
    mallopt(M_TOP_PAD, megabyte);
    mallopt(M_MMAP_THRESHOLD, 4 * megabyte);
    mallopt(M_TRIM_THRESHOLD, 8 * megabyte);
}

/* What is in the memory, customers and passwords, is never written to a file when the program
 * crashes, and no other program of the same person may look into it. */
static void keep_to_itself(void)
{
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

int main(int argc, char **argv)
{
    memory_guard();
    keep_to_itself();
    g_auto(GStrv) words = take_words(argc, argv);
    umask(077);
    set_heap();
    occupy_standard_files();
    /* A reader who leaves and a limit on the size of files are told by the failing write. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    g_autofree char *other_charset = language_start();
    paths_start();
    clock_start();
    g_autofree char *config = path_config();
    g_autoptr(Preferences) preferences = preferences_read(config);
    g_autofree char *system_language = start_language(preferences);
    g_autofree char *folder = program_folder();
    language_bind_texts(folder);
    memory_translate();

    g_autoptr(GError) error = NULL;
    g_autoptr(Line) line = line_read(argc, words, &error);
    if (line == NULL || !clock_check(&error)) {
        print_sentence(error->message);
        return CLI_WRONG;
    }
    if (line->reset_terminal) {
        return terminal_reset(&error) ? CLI_DONE : call_refused(error);
    }
    g_autofree char *shop = preferences->shop != NULL ? g_strdup(preferences->shop) : path_shop();
    g_autofree char *backups = path_backups();
    g_autofree char *state = path_state();
    g_autoptr(GDateTime) moment = clock_now();
    g_autofree char *demo = path_demo();
    const CliWorld world = {.usual_shop = shop,
                            .shop_is_chosen = preferences->shop != NULL,
                            .demo_shop = demo,
                            .backup_folder = backups,
                            .second_place = preferences->second,
                            .spare_folder = state,
                            .config_folder = config,
                            .now = moment};
    CliEnd end = {.status = CLI_DONE};
    if (cli_has_work(line)) {
        end = cli_run(line, &world);
        if (end.screen_on == NULL) {
            return end.status;
        }
    }
    g_autofree char *screen_on = end.screen_on;
    return start_screen(line, &world, screen_on, other_charset, system_language);
}
