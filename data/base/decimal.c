/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with a few digits behind the comma. */
#include "data/base/decimal.h"

#include "data/base/i18n.h"

#include <stdbool.h>
#include <string.h>

/* With a point, whatever the locale; no "-0". */
static char *write_plain(double value, int digits)
{
    char format[] = "%.0f", buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];
    format[2] = (char)('0' + CLAMP(digits, 0, 6));
    g_ascii_formatd(buffer, sizeof buffer, format, value);
    bool is_zero = buffer[strspn(buffer, "-0.")] == '\0';
    return g_strdup(is_zero && *buffer == '-' ? buffer + 1 : buffer);
}

char *decimal_point(void)
{
    /* TRANSLATORS: a half as the language writes it; German: 0,5 */
    const char *half = _("0.5");
    gsize length = strlen(half);
    return length > 2 ? g_strndup(half + 1, length - 2) : g_strdup(".");
}

char *decimal_for_people(double value, int digits)
{
    g_autofree char *plain = write_plain(value, digits);
    g_autofree char *point = decimal_point();
    gsize start = *plain == '-' ? 1 : 0, whole = strcspn(plain, ".");
    GString *text = g_string_new(NULL);
    for (gsize i = 0; plain[i] != '\0'; i++) {
        if (plain[i] == '.') {
            g_string_append(text, point);
            continue;
        }
        if (i > start && i < whole && (whole - i) % 3 == 0) {
            g_string_append(text, _(","));
        }
        g_string_append_c(text, plain[i]);
    }
    return g_string_free(text, FALSE);
}

char *decimal_size(gint64 bytes)
{
    static const char *const units[] = {"kB", "MB", "GB", "TB", "PB", "EB"};
    static const double a_thousand_rounded = 999.95; /* "1,000.0 kB" is 1 MB */
    if (bytes < 1000) {
        int count = (int)MAX(bytes, 0);
        return g_strdup_printf(ngettext("%d byte", "%d bytes", (unsigned long)count), count);
    }
    double size = (double)bytes / 1000;
    gsize unit = 0;
    while (size >= a_thousand_rounded) {
        size /= 1000;
        unit++;
    }
    g_autofree char *number = decimal_for_people(size, 1);
    return g_strdup_printf("%s\u00a0%s", number, units[unit]);
}

char *decimal_for_programs(double value, int digits)
{
    char *plain = write_plain(value, digits);
    if (strchr(plain, '.') != NULL) {
        gsize length = strlen(plain);
        while (plain[length - 1] == '0') {
            length--;
        }
        length -= plain[length - 1] == '.' ? 1 : 0;
        plain[length] = '\0';
    }
    return plain;
}
