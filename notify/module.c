/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The module tresen-notify.so: the only part of the program that knows libnotify, and the bus that
 * it stands on. */
#include "notify/module.h"

const NotifyDriver *tresen_notify_driver(void)
{
    static const NotifyDriver driver = {
        .desk_new = module_desk_new,
        .desk_show = module_desk_show,
        .desk_free = module_desk_free,
        .line_new = module_line_new,
        .line_free = module_line_free,
        .place_new = module_place_new,
        .place_free = module_place_free,
        .place_is_behind = module_place_is_behind,
        .call = module_call,
    };
    return &driver;
}
