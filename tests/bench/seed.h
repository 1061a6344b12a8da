/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which crowd is measured, so that every program of this folder means the same one. */
#pragma once

enum { BENCH_SEED = 4 };
