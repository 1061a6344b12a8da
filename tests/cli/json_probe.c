/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads JSON from standard input: json_probe [PATH]. Fails when it is none; prints, one a line,
 * what the path selects. */
#include <json-glib/json-glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static GString *read_all(void)
{
    GString *text = g_string_new(NULL);
    char part[4096];
    size_t length;
    while ((length = fread(part, 1, sizeof part, stdin)) > 0) {
        g_string_append_len(text, part, (gssize)length);
    }
    return text;
}

static void print_selected(JsonNode *root, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) selected = json_path_query(path, root, &error);
    if (selected == NULL) {
        fprintf(stderr, "%s: %s\n", path, error->message);
        exit(EXIT_FAILURE);
    }
    JsonArray *values = json_node_get_array(selected);
    for (guint i = 0; i < json_array_get_length(values); i++) {
        g_autofree char *text = json_to_string(json_array_get_element(values, i), FALSE);
        puts(text);
    }
}

int main(int argc, char **argv)
{
    GString *text = read_all();
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonParser) parser = json_parser_new();
    bool ok = g_utf8_validate(text->str, (gssize)text->len, NULL) &&
              json_parser_load_from_data(parser, text->str, (gssize)text->len, &error) &&
              json_parser_get_root(parser) != NULL;
    if (!ok) {
        fprintf(stderr, "no JSON: %s\n", error != NULL ? error->message : "nothing, or no UTF-8");
    } else if (argc > 1) {
        print_selected(json_parser_get_root(parser), argv[1]);
    }
    g_string_free(text, TRUE);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
