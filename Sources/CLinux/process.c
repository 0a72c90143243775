#define _GNU_SOURCE
#include "CLinux.h"
#include <dirent.h>
#include <errno.h>
#include <malloc.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <unistd.h>

int clinux_open_descriptors(void) {
    DIR *folder = opendir("/proc/self/fd");
    if (!folder) return -errno;
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder));) count += entry->d_name[0] != '.';
    closedir(folder);
    return count - 1;  // without the folder's own descriptor
}

int clinux_clock_is_synchronised(void) {
    // No mode is set: this only asks.
    struct timex clock = {.modes = 0};
    return adjtimex(&clock) >= 0 && !(clock.status & STA_UNSYNC);
}

void clinux_trim_memory(void) { malloc_trim(0); }

// The argument of sched_setattr(2); glibc wraps it from 2.41 on.
struct attributes {
    uint32_t size, policy;
    uint64_t flags;
    int32_t nice;
    uint32_t priority;
    uint64_t runtime, deadline, period;
};

void clinux_hasten_this_thread(void) {
    errno = 0;
    int nice = getpriority(PRIO_PROCESS, (id_t)gettid());
    if (errno) return;
    struct attributes wanted = {.size = sizeof wanted, .policy = SCHED_OTHER, .nice = nice, .runtime = 300000};
    (void)syscall(SYS_sched_setattr, 0, &wanted, 0);
}

// On Linux a thread has a priority of its own.
void clinux_lower_this_thread(void) { (void)setpriority(PRIO_PROCESS, (id_t)gettid(), 10); }
