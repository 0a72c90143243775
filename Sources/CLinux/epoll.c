#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

int clinux_epoll_create(void) {
    int fd = epoll_create1(EPOLL_CLOEXEC);
    return fd < 0 ? -errno : fd;
}

static int add(int epoll, int fd, uint64_t token, uint32_t events) {
    struct epoll_event event = {.events = events, .data.u64 = token};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) < 0 ? -errno : 0;
}

int clinux_epoll_add_edge(int epoll, int fd, uint64_t token) {
    return add(epoll, fd, token, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
}

int clinux_epoll_add_level(int epoll, int fd, uint64_t token) { return add(epoll, fd, token, EPOLLIN); }

int clinux_epoll_remove(int epoll, int fd) { return epoll_ctl(epoll, EPOLL_CTL_DEL, fd, NULL) < 0 ? -errno : 0; }

int clinux_epoll_wait(int epoll, struct clinux_ready *ready, int most, int timeout_ms) {
    struct epoll_event events[256];
    if (most > 256) most = 256;
    int count = epoll_wait(epoll, events, most, timeout_ms);
    if (count < 0) return errno == EINTR ? 0 : -errno;
    for (int i = 0; i < count; i++) {
        ready[i].token = events[i].data.u64;
        ready[i].readable = (events[i].events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
        ready[i].writable = (events[i].events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0;
    }
    return count;
}

int clinux_eventfd(void) {
    int fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    return fd < 0 ? -errno : fd;
}

void clinux_eventfd_signal(int fd) {
    uint64_t one = 1;
    while (write(fd, &one, sizeof one) < 0 && errno == EINTR) {}
}
