/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines to the server that can be cut: a proxy on this machine, in threads of its own. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct CutProxy CutProxy;

/* Which way something goes. */
typedef enum { CUT_REQUESTS, CUT_ANSWERS } CutWay;

/* Listens on 127.0.0.1 and passes everything on to HOST at PORT. Ends the program when it cannot.
 * Free with cut_proxy_free. */
CutProxy *cut_proxy_new(const char *host, const char *port);
void cut_proxy_free(CutProxy *proxy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CutProxy, cut_proxy_free)

/* The port it listens on. */
int cut_proxy_port(const CutProxy *proxy);
/* Cuts the line on which it happens as soon as BYTES more have gone WAY: once. Those that go beyond
 * are not passed on. */
void cut_proxy_cut(CutProxy *proxy, CutWay way, gint64 bytes);
/* Lets nothing go either way until it is called with false. */
void cut_proxy_hold(CutProxy *proxy, bool holds);
/* While IS_DOWN all lines are cut, and whoever connects is cut off at once. */
void cut_proxy_down(CutProxy *proxy, bool is_down);
/* Does not cut it any more. */
void cut_proxy_mend(CutProxy *proxy);
/* Whether the last cut has happened. */
bool cut_proxy_has_cut(CutProxy *proxy);
/* How many bytes have gone WAY so far. */
gint64 cut_proxy_count(CutProxy *proxy, CutWay way);
