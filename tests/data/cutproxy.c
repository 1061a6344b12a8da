/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines to the server that can be cut. */
#include "tests/data/cutproxy.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

/* A line and its thread. */
typedef struct {
    CutProxy *proxy;
    int client, server;
    GThread *thread;
} Line;

struct CutProxy {
    char *host, *port;
    int listener, own_port;
    GThread *thread;
    GMutex lock; /* of what follows */
    GCond changed;
    GPtrArray *lines; /* Line */
    bool holds, is_down;
    gint64 counts[2], cut[2]; /* so many bytes have gone, and may go; G_MAXINT64: any number */
    bool is_over, has_cut;
};

static void need(bool done, const char *what)
{
    if (!done) {
        g_printerr("The proxy cannot %s.\n", what);
        exit(EXIT_FAILURE);
    }
}

static int reach(const CutProxy *proxy)
{
    const struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *found = NULL;
    need(getaddrinfo(proxy->host, proxy->port, &hints, &found) == 0, "find the server");
    int file = -1;
    for (const struct addrinfo *one = found; one != NULL && file < 0; one = one->ai_next) {
        file = socket(one->ai_family, one->ai_socktype | SOCK_CLOEXEC, one->ai_protocol);
        if (file >= 0 && connect(file, one->ai_addr, one->ai_addrlen) != 0) {
            close(file);
            file = -1;
        }
    }
    freeaddrinfo(found);
    need(file >= 0, "reach the server");
    return file;
}

/* How many of COUNT bytes may still go WAY; the cut that stops the others is made then. */
static gsize allow(CutProxy *proxy, CutWay way, gsize count)
{
    g_mutex_lock(&proxy->lock);
    while (proxy->holds && !proxy->is_down && !proxy->is_over) {
        g_cond_wait(&proxy->changed, &proxy->lock);
    }
    gint64 left = proxy->cut[way] - proxy->counts[way];
    gsize allowed = left < (gint64)count ? (gsize)MAX(left, 0) : count;
    proxy->counts[way] += (gint64)allowed;
    if (allowed < count) {
        proxy->has_cut = true;
        proxy->cut[CUT_REQUESTS] = proxy->cut[CUT_ANSWERS] = G_MAXINT64;
    }
    g_mutex_unlock(&proxy->lock);
    return allowed;
}

/* Passes on what is there. False when the line has ended or was cut. */
static bool pass(CutProxy *proxy, int from, int to, CutWay way)
{
    char bytes[4096];
    ssize_t count = read(from, bytes, sizeof bytes);
    if (count <= 0) {
        return false;
    }
    gsize allowed = allow(proxy, way, (gsize)count);
    for (gsize sent = 0; sent < allowed;) {
        ssize_t some = send(to, bytes + sent, allowed - sent, MSG_NOSIGNAL);
        if (some <= 0) {
            return false;
        }
        sent += (gsize)some;
    }
    return allowed == (gsize)count;
}

/* Serves a line until its end. */
static gpointer serve(gpointer data)
{
    const Line *line = data;
    CutProxy *proxy = line->proxy;
    struct pollfd files[] = {{.fd = line->client, .events = POLLIN},
                             {.fd = line->server, .events = POLLIN}};
    bool goes_on = true;
    while (goes_on && poll(files, 2, -1) > 0) {
        goes_on =
            (files[0].revents == 0 || pass(proxy, line->client, line->server, CUT_REQUESTS)) &&
            (files[1].revents == 0 || pass(proxy, line->server, line->client, CUT_ANSWERS));
    }
    shutdown(line->server, SHUT_RDWR);
    shutdown(line->client, SHUT_RDWR);
    return NULL;
}

static void add_line(CutProxy *proxy, int client)
{
    int yes = 1;
    Line *line = g_new0(Line, 1);
    *line = (Line){.proxy = proxy, .client = client, .server = reach(proxy)};
    setsockopt(line->server, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    g_mutex_lock(&proxy->lock);
    g_ptr_array_add(proxy->lines, line);
    line->thread = g_thread_new("line", serve, line);
    g_mutex_unlock(&proxy->lock);
}

/* Under the lock: whoever reads or writes on a line finds its end. */
static void cut_all(CutProxy *proxy)
{
    for (guint i = 0; i < proxy->lines->len; i++) {
        const Line *line = g_ptr_array_index(proxy->lines, i);
        shutdown(line->server, SHUT_RDWR);
        shutdown(line->client, SHUT_RDWR);
    }
}

static void line_free(gpointer data)
{
    Line *line = data;
    g_thread_join(line->thread);
    close(line->server);
    close(line->client);
    g_free(line);
}

static gpointer listen_on(gpointer data)
{
    CutProxy *proxy = data;
    for (;;) {
        int client = accept(proxy->listener, NULL, NULL);
        g_mutex_lock(&proxy->lock);
        bool is_over = proxy->is_over, is_down = proxy->is_down;
        g_mutex_unlock(&proxy->lock);
        if (client >= 0 && !is_over && !is_down) {
            add_line(proxy, client);
        } else if (client >= 0) {
            close(client);
        }
        if (client < 0 || is_over) {
            return NULL;
        }
    }
}

CutProxy *cut_proxy_new(const char *host, const char *port)
{
    CutProxy *proxy = g_new0(CutProxy, 1);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    g_mutex_init(&proxy->lock);
    g_cond_init(&proxy->changed);
    proxy->lines = g_ptr_array_new_with_free_func(line_free);
    proxy->host = g_strdup(host);
    proxy->port = g_strdup(port);
    proxy->cut[CUT_REQUESTS] = proxy->cut[CUT_ANSWERS] = G_MAXINT64;
    proxy->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    need(proxy->listener >= 0 &&
             bind(proxy->listener, (struct sockaddr *)(gpointer)&address, size) == 0 &&
             listen(proxy->listener, 8) == 0 &&
             getsockname(proxy->listener, (struct sockaddr *)(gpointer)&address, &size) == 0,
         "listen");
    proxy->own_port = ntohs(address.sin_port);
    proxy->thread = g_thread_new("proxy", listen_on, proxy);
    return proxy;
}

void cut_proxy_free(CutProxy *proxy)
{
    if (proxy == NULL) {
        return;
    }
    g_mutex_lock(&proxy->lock);
    proxy->is_over = true;
    cut_all(proxy);
    g_cond_broadcast(&proxy->changed);
    g_mutex_unlock(&proxy->lock);
    shutdown(proxy->listener, SHUT_RDWR);
    g_thread_join(proxy->thread);
    close(proxy->listener);
    g_ptr_array_unref(proxy->lines);
    g_mutex_clear(&proxy->lock);
    g_cond_clear(&proxy->changed);
    g_free(proxy->host);
    g_free(proxy->port);
    g_free(proxy);
}

int cut_proxy_port(const CutProxy *proxy)
{
    return proxy->own_port;
}

void cut_proxy_cut(CutProxy *proxy, CutWay way, gint64 bytes)
{
    g_mutex_lock(&proxy->lock);
    proxy->cut[way] = proxy->counts[way] + bytes;
    proxy->has_cut = false;
    g_mutex_unlock(&proxy->lock);
}

void cut_proxy_hold(CutProxy *proxy, bool holds)
{
    g_mutex_lock(&proxy->lock);
    proxy->holds = holds;
    g_cond_broadcast(&proxy->changed);
    g_mutex_unlock(&proxy->lock);
}

void cut_proxy_down(CutProxy *proxy, bool is_down)
{
    g_mutex_lock(&proxy->lock);
    proxy->is_down = is_down;
    if (is_down) {
        cut_all(proxy);
    }
    g_cond_broadcast(&proxy->changed);
    g_mutex_unlock(&proxy->lock);
}

void cut_proxy_mend(CutProxy *proxy)
{
    g_mutex_lock(&proxy->lock);
    proxy->cut[CUT_REQUESTS] = proxy->cut[CUT_ANSWERS] = G_MAXINT64;
    g_mutex_unlock(&proxy->lock);
}

bool cut_proxy_has_cut(CutProxy *proxy)
{
    g_mutex_lock(&proxy->lock);
    bool has_cut = proxy->has_cut;
    g_mutex_unlock(&proxy->lock);
    return has_cut;
}

gint64 cut_proxy_count(CutProxy *proxy, CutWay way)
{
    g_mutex_lock(&proxy->lock);
    gint64 count = proxy->counts[way];
    g_mutex_unlock(&proxy->lock);
    return count;
}
