/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work nobody waits for. */
#include "data/base/background.h"

#include <sys/resource.h>
#include <unistd.h>

/* About a tenth of what others get. Less might keep a lock for long that somebody waits for. */
enum { NICE = 10 };

void background_begin(void)
{
    id_t self = (id_t)gettid();
    if (getpriority(PRIO_PROCESS, self) < NICE) {
        setpriority(PRIO_PROCESS, self, NICE);
    }
}
