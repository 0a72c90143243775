// Preloaded into a program under test (LD_PRELOAD): its wall clock is ahead of the machine's by SHIFTED_CLOCK_MS milliseconds. The
// monotonic clocks stay as they are, so that time goes on as ever.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static int64_t ahead_ms;
static int (*real)(clockid_t, struct timespec *);

// At the first question: constructors of other libraries may ask before ours would run.
static void begin(void) {
    const char *ms = getenv("SHIFTED_CLOCK_MS");
    if (!ms) abort();
    ahead_ms = strtoll(ms, NULL, 10);
    real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    if (!real) abort();
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    if (!real) begin();
    int code = real(clock, now);
    if (code == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        int64_t ns = now->tv_nsec + (ahead_ms % 1000) * 1000000;
        now->tv_sec += ahead_ms / 1000 + ns / 1000000000;
        now->tv_nsec = ns % 1000000000;
    }
    return code;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    (void)zone;
    struct timespec precise;
    int code = clock_gettime(CLOCK_REALTIME, &precise);
    if (code == 0) *now = (struct timeval){.tv_sec = precise.tv_sec, .tv_usec = precise.tv_nsec / 1000};
    return code;
}

time_t time(time_t *out) {
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}
