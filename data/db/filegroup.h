/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may read the files of a shop: their owner alone, or the group that shares their folder. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

/* Whether FOLDER is shared by a group, which is then in *GROUP: its members may enter it, and may
 * write there or have it marked so that files take its group (setgid). A folder that all the world
 * may write to, as /tmp, is nobody's in particular: false. */
bool filegroup_of(const char *folder, gid_t *group);

/* Gives the file at PATH, which is the caller's, mode 0600 so far, the group of its folder and mode
 * 0660 where that is shared by a group. Elsewhere, and where the caller is not in that group or the
 * file is a link or somebody else's, it stays as it is. The file is not opened, so that nobody's
 * locks are dropped. */
void filegroup_share(const char *path);
