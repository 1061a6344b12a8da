/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to --help. */
#pragma once

#include "cli/command.h"

/* Prints what the program can do and which commands there are. */
void help_print_overview(void);
/* Prints what COMMAND does and which options it has. */
void help_print_command(const Command *command);
