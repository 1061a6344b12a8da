/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer's card for programs. */
#pragma once

#include "data/customer/card.h"

/* Prints CARD as one JSON object. */
void show_print_json(const Card *card);
