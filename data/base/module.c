/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding and opening the program's modules. */
#include "data/base/module.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"

#include <dlfcn.h>

/* The path of the module FILE, or NULL when it is in none of the places. */
static char *find(const char *file)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = program != NULL ? g_path_get_dirname(program) : NULL;
    g_autofree char *beside = folder != NULL ? g_build_filename(folder, ".libs", NULL) : NULL;
    const char *const places[] = {g_getenv("TRESEN_MODULES"), beside, TRESEN_MODULEDIR};

    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        if (places[i] == NULL || *places[i] == '\0') {
            continue;
        }
        g_autofree char *path = g_build_filename(places[i], file, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
            return g_steal_pointer(&path);
        }
    }
    return NULL;
}

typedef enum {
    MODULE_OPEN,
    MODULE_ABSENT, /* the file is in none of the places */
    MODULE_BROKEN  /* it is there but cannot be loaded, mostly for want of its library */
} ModuleState;

static ModuleState open_module(const char *file, const char *symbol, gpointer *address, char **path)
{
    g_autofree char *found = find(file);
    *path = g_strdup(found);
    if (found == NULL) {
        return MODULE_ABSENT;
    }

    void *module = dlopen(found, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    *address = module != NULL ? dlsym(module, symbol) : NULL;
    if (*address == NULL) {
        g_debug("%s: %s", found, dlerror());
        if (module != NULL) {
            dlclose(module);
        }
        return MODULE_BROKEN;
    }
    return MODULE_OPEN;
}

gpointer module_need(const Module *module, char **path, GError **error)
{
    gpointer address = NULL;
    g_autofree char *found = NULL;
    ModuleState state = open_module(module->file, module->symbol, &address, &found);
    if (path != NULL) {
        *path = g_strdup(found);
    }
    if (state == MODULE_OPEN) {
        return address;
    }
    g_auto(GStrv) around =
        g_strsplit(_(state == MODULE_ABSENT ? module->absent : module->broken), "%s", 2);
    g_autofree char *sentence = g_strjoinv(found, around);
    g_set_error_literal(error, FAULT, FAULT_MISSING, sentence);
    return NULL;
}
