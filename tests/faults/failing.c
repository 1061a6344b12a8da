/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library to preload: it stands before the C library's calls for files and memory and lets those
 * fail that a plan (failing.h) says. It must not ask for memory itself. */
#undef _FORTIFY_SOURCE
#include "tests/faults/failing.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The C library's own, which ask nobody. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static FailingPlan *plan;
static int (*real_fflush)(FILE *);

/* The C library has no way to hand a function out but as a pointer to data. */
static void find_fflush(void)
{
    void *found = dlsym(RTLD_NEXT, "fflush");
    memcpy(&real_fflush, &found, sizeof real_fflush);
}

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("TRESEN_FAILING");
    long file = path != NULL ? syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC) : -1;
    find_fflush();
    if (file >= 0) {
        void *mapped =
            mmap(NULL, sizeof(FailingPlan), PROT_READ | PROT_WRITE, MAP_SHARED, (int)file, 0);
        plan = mapped != MAP_FAILED ? mapped : NULL;
        syscall(SYS_close, file);
    }
}

/* What was interrupted comes through when it is called again. */
static bool is_second_try(const FailingPlan *told, uint32_t number)
{
    return told->reason == EINTR && (number - told->first) % 2 != 0;
}

/* Counts a call of KIND; true when it is to fail, and errno says why then. */
static bool fails(FailingKind kind)
{
    FailingPlan *told = __atomic_load_n(&plan, __ATOMIC_ACQUIRE);
    if (told == NULL) {
        return false;
    }
    uint32_t number = __atomic_add_fetch(&told->seen[kind], 1, __ATOMIC_RELAXED);
    uint32_t call =
        kind != FAILING_MEMORY ? __atomic_add_fetch(&told->calls, 1, __ATOMIC_RELAXED) : 0;
    bool is_meant = told->first != 0 && told->kind == (uint32_t)kind && number >= told->first &&
                    number <= told->last && !is_second_try(told, number);
    bool is_turn = told->every != 0 && call != 0 && call % told->every == 0;
    if (!is_meant && !is_turn) {
        return false;
    }
    __atomic_add_fetch(&told->failed, 1, __ATOMIC_RELAXED);
    errno = told->reason;
    return true;
}

static bool is_ours(const char *path)
{
    return plan != NULL && path != NULL && strncmp(path, plan->folder, strlen(plan->folder)) == 0;
}

/* Whether FILE is one of the disk: pipes, terminals and what wakes a thread do not break. */
static bool is_on_disk(int file)
{
    struct stat info;
    int before = errno;
    bool is_one = plan != NULL && file > STDERR_FILENO && fstat(file, &info) == 0 &&
                  (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode));
    errno = before;
    return is_one;
}

/* ---- files ---- */

/* A disk that becomes full takes a part of what comes first. */
static size_t what_fits(size_t size)
{
    bool begins = plan->reason == ENOSPC && plan->failed == 1 && plan->last > plan->first;
    return begins ? size / 2 : 0;
}

ssize_t write(int file, const void *bytes, size_t size)
{
    if (is_on_disk(file) && fails(FAILING_WRITE)) {
        size_t part = what_fits(size);
        return part > 0 ? syscall(SYS_write, file, bytes, part) : -1;
    }
    return syscall(SYS_write, file, bytes, size);
}

static ssize_t write_at(int file, const void *bytes, size_t size, off_t place)
{
    if (is_on_disk(file) && fails(FAILING_WRITE)) {
        size_t part = what_fits(size);
        return part > 0 ? syscall(SYS_pwrite64, file, bytes, part, place) : -1;
    }
    return syscall(SYS_pwrite64, file, bytes, size, place);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t place)
{
    return write_at(file, bytes, size, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off_t place)
{
    return write_at(file, bytes, size, place);
}

int fflush(FILE *stream)
{
    if (stream != NULL && is_on_disk(fileno(stream)) && fails(FAILING_WRITE)) {
        return EOF;
    }
    return real_fflush(stream);
}

ssize_t read(int file, void *bytes, size_t size)
{
    return is_on_disk(file) && fails(FAILING_READ) ? -1 : syscall(SYS_read, file, bytes, size);
}

static ssize_t read_at(int file, void *bytes, size_t size, off_t place)
{
    return is_on_disk(file) && fails(FAILING_READ) ? -1
                                                   : syscall(SYS_pread64, file, bytes, size, place);
}

ssize_t pread(int file, void *bytes, size_t size, off_t place)
{
    return read_at(file, bytes, size, place);
}

ssize_t pread64(int file, void *bytes, size_t size, off_t place)
{
    return read_at(file, bytes, size, place);
}

int fsync(int file)
{
    return is_on_disk(file) && fails(FAILING_SYNC) ? -1 : (int)syscall(SYS_fsync, file);
}

int fdatasync(int file)
{
    return is_on_disk(file) && fails(FAILING_SYNC) ? -1 : (int)syscall(SYS_fdatasync, file);
}

int ftruncate(int file, off_t size)
{
    return is_on_disk(file) && fails(FAILING_TRUNCATE) ? -1
                                                       : (int)syscall(SYS_ftruncate, file, size);
}

int ftruncate64(int file, off_t size)
{
    return ftruncate(file, size);
}

int unlink(const char *path)
{
    return is_ours(path) && fails(FAILING_UNLINK) ? -1
                                                  : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int rename(const char *from, const char *target)
{
    return is_ours(target) && fails(FAILING_RENAME)
               ? -1
               : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, target, 0);
}

int mkdir(const char *path, mode_t mode)
{
    return is_ours(path) && fails(FAILING_MKDIR) ? -1
                                                 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

static int open_file(const char *path, int flags, mode_t mode)
{
    return is_ours(path) && fails(FAILING_OPEN)
               ? -1
               : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_file(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_file(path, flags | O_LARGEFILE, mode);
}

/* ---- memory ---- */

void *malloc(size_t size)
{
    return fails(FAILING_MEMORY) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails(FAILING_MEMORY) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails(FAILING_MEMORY) ? NULL : __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size)
{
    return fails(FAILING_MEMORY) ? NULL : __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **place, size_t alignment, size_t size)
{
    void *memory = memalign(alignment, size);
    if (memory == NULL) {
        return ENOMEM;
    }
    *place = memory;
    return 0;
}
