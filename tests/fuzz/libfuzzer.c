/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For libFuzzer: the parser that the environment names, FUZZ=csv. See fuzz.sh. */
#include "tests/fuzz/fuzz.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const FuzzParser *parser;
    if (parser == NULL) {
        const char *name = g_getenv("FUZZ");
        parser = name != NULL ? fuzz_parser(name) : NULL;
        fuzz_expect(parser != NULL, "Say which parser: FUZZ=csv.");
    }
    parser->run(data, size);
    return 0;
}
