/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said about a passphrase. */
#include "data/backup/vault.h"

#include "data/base/i18n.h"

#include <string.h>

/* Half bits a character is worth, by how many kinds of characters there are: people choose words.
 */
enum { HALF_BITS = 5, FAIR_FROM = 70, STRONG_FROM = 100 };

enum { SMALL = 1, CAPITAL = 2, DIGIT = 4, OTHER = 8 };

static guint kind_of(gunichar letter)
{
    if (g_unichar_islower(letter)) {
        return SMALL;
    }
    if (g_unichar_isupper(letter)) {
        return CAPITAL;
    }
    return g_unichar_isdigit(letter) ? DIGIT : OTHER;
}

PassphraseStrength passphrase_strength(const char *passphrase)
{
    guint kinds = 0, worth = 0;
    gunichar last = 0;
    if (g_utf8_strlen(passphrase, -1) < PASSPHRASE_LEAST) {
        return PASSPHRASE_SHORT;
    }
    for (const char *at = passphrase; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        gunichar letter = g_utf8_get_char(at);
        kinds |= kind_of(letter);
        /* "aaaa", "1234" and "dcba" are one letter with a rule. */
        worth += letter != last && letter != last + 1 && letter + 1 != last ? 1 : 0;
        last = letter;
    }
    guint variety = 0;
    for (; kinds != 0; kinds &= kinds - 1) {
        variety++;
    }
    guint half_bits = worth * (HALF_BITS + variety - 1);
    return half_bits < FAIR_FROM     ? PASSPHRASE_WEAK
           : half_bits < STRONG_FROM ? PASSPHRASE_FAIR
                                     : PASSPHRASE_STRONG;
}

const char *passphrase_strength_words(PassphraseStrength strength)
{
    static const char *const words[] = {
        [PASSPHRASE_SHORT] = N_("too short"),
        [PASSPHRASE_WEAK] = N_("easy to guess"),
        [PASSPHRASE_FAIR] = N_("good"),
        [PASSPHRASE_STRONG] = N_("very good"),
    };
    return _(words[strength]);
}

const char *passphrase_warning(void)
{
    return _("Without this passphrase nobody can ever bring back such a backup: not you, and not "
             "those who make Tresen. There is no second key. So write it down and keep it in "
             "another place than this computer, for example in the shop's safe.");
}

void passphrase_free(char *passphrase)
{
    if (passphrase != NULL) {
        explicit_bzero(passphrase, strlen(passphrase));
        g_free(passphrase);
    }
}
