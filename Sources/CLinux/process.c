#define _GNU_SOURCE
#include "CLinux.h"
#include <dirent.h>
#include <errno.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

int clinux_open_descriptors(void) {
    DIR *folder = opendir("/proc/self/fd");
    if (!folder) return -errno;
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder));) count += entry->d_name[0] != '.';
    closedir(folder);
    return count - 1;  // the folder's own
}

void clinux_trim_memory(void) { malloc_trim(0); }

// On Linux a thread has a priority of its own.
void clinux_lower_this_thread(void) { (void)setpriority(PRIO_PROCESS, (id_t)gettid(), 10); }
