#define _GNU_SOURCE
#include "CLinux.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

// Addresses

union any_address {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    struct sockaddr_un local;
    struct sockaddr_storage room;
};

static void take_address(const union any_address *from, struct clinux_address *to) {
    memset(to, 0, sizeof *to);
    if (from->any.sa_family == AF_INET) {
        to->family = 4;
        to->port = ntohs(from->v4.sin_port);
        memcpy(to->bytes, &from->v4.sin_addr, 4);
    } else if (from->any.sa_family == AF_INET6) {
        to->family = 6;
        to->port = ntohs(from->v6.sin6_port);
        to->scope = from->v6.sin6_scope_id;
        memcpy(to->bytes, &from->v6.sin6_addr, 16);
    } else {
        to->family = 1;
    }
}

static socklen_t give_address(const struct clinux_address *from, union any_address *to) {
    memset(to, 0, sizeof *to);
    if (from->family == 4) {
        to->v4.sin_family = AF_INET;
        to->v4.sin_port = htons(from->port);
        memcpy(&to->v4.sin_addr, from->bytes, 4);
        return sizeof to->v4;
    }
    to->v6.sin6_family = AF_INET6;
    to->v6.sin6_port = htons(from->port);
    to->v6.sin6_scope_id = from->scope;
    memcpy(&to->v6.sin6_addr, from->bytes, 16);
    return sizeof to->v6;
}

static int give_path(const char *path, union any_address *to) {
    memset(to, 0, sizeof *to);
    to->local.sun_family = AF_UNIX;
    if (strlen(path) >= sizeof to->local.sun_path) return -ENAMETOOLONG;
    strcpy(to->local.sun_path, path);
    return 0;
}

int clinux_resolve(const char *host, uint16_t port, struct clinux_address *found, int most) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV};
    struct addrinfo *list = NULL;
    int code = getaddrinfo(host, NULL, &hints, &list);
    if (code != 0) return code - 1000;
    int count = 0;
    for (struct addrinfo *next = list; next && count < most; next = next->ai_next) {
        if (next->ai_family != AF_INET && next->ai_family != AF_INET6) continue;
        union any_address address;
        memset(&address, 0, sizeof address);
        memcpy(&address, next->ai_addr, next->ai_addrlen);
        take_address(&address, &found[count]);
        found[count].port = port;
        count++;
    }
    freeaddrinfo(list);
    return count;
}

const char *clinux_resolve_error(int code) { return gai_strerror(code + 1000); }

// Sockets

static int listen_on(int fd, const union any_address *address, socklen_t size, int backlog) {
    if (bind(fd, &address->any, size) == 0 && listen(fd, backlog) == 0) return fd;
    int code = errno;
    close(fd);
    return -code;
}

int clinux_listen(const struct clinux_address *address, int backlog) {
    union any_address to;
    socklen_t size = give_address(address, &to);
    int fd = socket(to.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) return -errno;
    int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    return listen_on(fd, &to, size, backlog);
}

int clinux_listen_unix(const char *path, int backlog) {
    union any_address to;
    int code = give_path(path, &to);
    if (code < 0) return code;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) return -errno;
    return listen_on(fd, &to, sizeof to.local, backlog);
}

int clinux_local_address(int socket, struct clinux_address *address) {
    union any_address from;
    socklen_t size = sizeof from;
    if (getsockname(socket, &from.any, &size) < 0) return -errno;
    take_address(&from, address);
    return 0;
}

int clinux_accept(int listener, struct clinux_address *peer) {
    union any_address from;
    memset(&from, 0, sizeof from);
    socklen_t size = sizeof from;
    int fd = accept4(listener, &from.any, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0) return -errno;
    take_address(&from, peer);
    int on = 1;
    if (peer->family != 1) {
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        // Keeps little unsent data in the kernel, so that this process can count what a peer does not read.
        int unsent = 128 << 10;
        setsockopt(fd, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsent, sizeof unsent);
    }
    return fd;
}

static int begin_connect(int fd, const union any_address *address, socklen_t size) {
    if (connect(fd, &address->any, size) == 0 || errno == EINPROGRESS) return fd;
    int code = errno;
    close(fd);
    return -code;
}

int clinux_connect(const struct clinux_address *address) {
    union any_address to;
    socklen_t size = give_address(address, &to);
    int fd = socket(to.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) return -errno;
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return begin_connect(fd, &to, size);
}

int clinux_connect_unix(const char *path) {
    union any_address to;
    int code = give_path(path, &to);
    if (code < 0) return code;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) return -errno;
    return begin_connect(fd, &to, sizeof to.local);
}

int clinux_connect_outcome(int socket) {
    int code = 0;
    socklen_t size = sizeof code;
    if (getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &size) < 0) return -errno;
    return -code;
}

long clinux_receive(int socket, uint8_t *bytes, size_t most) {
    ssize_t count;
    do count = recv(socket, bytes, most, 0); while (count < 0 && errno == EINTR);
    return count < 0 ? -errno : count;
}

long clinux_peek(int socket, uint8_t *bytes, size_t most) {
    ssize_t count;
    do count = recv(socket, bytes, most, MSG_PEEK); while (count < 0 && errno == EINTR);
    return count < 0 ? -errno : count;
}

long clinux_send(int socket, const uint8_t *bytes, size_t count) {
    ssize_t sent;
    do sent = send(socket, bytes, count, MSG_NOSIGNAL); while (sent < 0 && errno == EINTR);
    return sent < 0 ? -errno : sent;
}
