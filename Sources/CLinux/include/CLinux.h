#pragma once
// Calls that Swift's Glibc module hides (epoll, eventfd, accept4) or makes awkward (socket addresses). A call that
// fails returns a negative errno.
#include <stddef.h>
#include <stdint.h>

// Names the calling thread for `ps -L` and debuggers (15 bytes; the rest is cut).
void clinux_name_this_thread(const char *name);

// Gives the calling thread short time slices (0.3 ms), so that it does not wait for the end of a longer one when it
// wakes. Linux 6.12 and later; earlier ones ignore it.
void clinux_hasten_this_thread(void);

// Gives the calling thread a lower priority than the others of the process (nice 10 of 19); does nothing on failure.
void clinux_lower_this_thread(void);

// Returns the number of open descriptors of this process.
int clinux_open_descriptors(void);

// Returns whether the system's clock is synchronised by a time service: 1 or 0.
int clinux_clock_is_synchronised(void);

// Returns freed memory to the system.
void clinux_trim_memory(void);

// An Internet address, or a Unix socket (family 1, no bytes).
struct clinux_address {
    uint8_t family;   // 4, 6 or 1
    uint16_t port;
    uint32_t scope;   // of an IPv6 link-local address
    uint8_t bytes[16];
};

// Resolves a host; returns the number of addresses found (at most `most`), or the negative getaddrinfo code - 1000.
int clinux_resolve(const char *host, uint16_t port, struct clinux_address *found, int most);
const char *clinux_resolve_error(int code);

// Sockets are non-blocking and close on exec. TCP sockets send immediately (TCP_NODELAY).
int clinux_listen(const struct clinux_address *address, int backlog);
int clinux_listen_unix(const char *path, int backlog);
int clinux_local_address(int socket, struct clinux_address *address);
int clinux_accept(int listener, struct clinux_address *peer);
int clinux_connect(const struct clinux_address *address); // in progress: wait until it is writable
int clinux_connect_unix(const char *path);
int clinux_connect_outcome(int socket); // 0, or the errno of the failure
long clinux_receive(int socket, uint8_t *bytes, size_t most);
long clinux_peek(int socket, uint8_t *bytes, size_t most); // the same without removing the bytes
long clinux_send(int socket, const uint8_t *bytes, size_t count);

struct clinux_ready {
    uint64_t token;
    uint8_t readable; // or ended, or failed: reading tells which
    uint8_t writable;
};
int clinux_epoll_create(void);
int clinux_epoll_add_edge(int epoll, int fd, uint64_t token); // reading and writing, reported once per change
int clinux_epoll_add_level(int epoll, int fd, uint64_t token); // reading, reported while it is possible
int clinux_epoll_remove(int epoll, int fd);
int clinux_epoll_wait(int epoll, struct clinux_ready *ready, int most, int timeout_ms);
int clinux_eventfd(void);
void clinux_eventfd_signal(int fd);
