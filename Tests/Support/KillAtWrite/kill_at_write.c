// Preloaded into a process under test (LD_PRELOAD): counts every call that changes or syncs a regular file and, at a
// given one, kills the process with SIGKILL. Data written so far is in the kernel and remains; data in memory is lost.
// This simulates a crash of the program, not of the machine: it cannot detect a missing sync.
//
//   KILL_AT       number of the call, from 1; 0 = count only
//   KILL_HOW      before | half | after that call; half = a write of which half the bytes arrive
//   KILL_COUNTER  a file of 8 bytes that holds the count, also after the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum how { before, half, after };
static enum how how = before;
static uint64_t kill_at;
static _Atomic uint64_t *counter;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("KILL_COUNTER"), *at = getenv("KILL_AT"), *named = getenv("KILL_HOW");
    if (!path || !at || !named) abort();
    kill_at = strtoull(at, NULL, 10);
    how = !strcmp(named, "half") ? half : !strcmp(named, "after") ? after : before;
    int fd = open(path, O_RDWR | O_CLOEXEC);
    void *shared = mmap(NULL, sizeof *counter, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (shared == MAP_FAILED) abort();
    close(fd);
    counter = shared;
    unsetenv("LD_PRELOAD");
}

static void end(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

// Returns whether this is the call to kill at; kills at once for KILL_HOW=before.
static int is_last(int counts) {
    if (!counts || !counter) return 0;
    uint64_t number = atomic_fetch_add(counter, 1) + 1;
    if (number != kill_at) return 0;
    if (how == before) end();
    return 1;
}

// Standard streams do not count, even if they are files.
static int is_file(int fd) {
    struct stat status;
    return fd > 2 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

// Zero-filling a log takes hundreds of equal writes: one of each 8 MiB counts.
static int is_filling(const void *bytes, size_t count, off64_t at) {
    static const char zeros[64 << 10];
    return count == sizeof zeros && (at & ((8 << 20) - 1)) >= (off64_t)sizeof zeros && !memcmp(bytes, zeros, count);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ENDING(counts, call)                \
    int last = is_last(counts);             \
    __typeof__(call) result = call;         \
    if (last) end();                        \
    return result

static size_t share(int last, size_t count) { return last && how == half ? count / 2 : count; }

ssize_t write(int fd, const void *bytes, size_t count) {
    int last = is_last(is_file(fd));
    ssize_t result = REAL(write)(fd, bytes, share(last, count));
    if (last) end();
    return result;
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    int last = is_last(is_file(fd) && !is_filling(bytes, count, at));
    ssize_t result = REAL(pwrite64)(fd, bytes, share(last, count), at);
    if (last) end();
    return result;
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return pwrite64(fd, bytes, count, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
    ENDING(is_file(fd), REAL(writev)(fd, parts, (int)share(last, (size_t)count)));
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
    ENDING(is_file(fd), REAL(pwritev)(fd, parts, (int)share(last, (size_t)count), at));
}
int ftruncate64(int fd, off64_t size) { ENDING(is_file(fd), REAL(ftruncate64)(fd, size)); }
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
int fallocate64(int fd, int mode, off64_t at, off64_t size) { ENDING(is_file(fd), REAL(fallocate64)(fd, mode, at, size)); }
int fsync(int fd) { ENDING(is_file(fd), REAL(fsync)(fd)); }
int fdatasync(int fd) { ENDING(is_file(fd), REAL(fdatasync)(fd)); }
int unlink(const char *path) { ENDING(1, REAL(unlink)(path)); }
int rename(const char *from, const char *to) { ENDING(1, REAL(rename)(from, to)); }
int link(const char *from, const char *to) { ENDING(1, REAL(link)(from, to)); }
