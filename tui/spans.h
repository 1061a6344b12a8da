/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lengths of time as people say them. */
#pragma once

/* "2 weeks" where it comes out even, else "10 days". Free with g_free. */
char *spans_days(int days);
/* "5 minutes", "1 hour" where it comes out even, "never" for 0. Free with g_free. */
char *spans_minutes(int minutes);
