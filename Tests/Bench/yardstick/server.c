#define _GNU_SOURCE
#include "server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "bytes.h"

struct connection {
    int descriptor;
    bool closed, queued, awaits_room;
    struct buffer in, out;
    struct connection *next_queued, *next_closed, *next, *previous;
};

enum { events_a_round = 1024, read_size = 256 << 10 };

static const struct service *service;
static int epoll;
// Addresses that tell the other descriptors apart from connections.
static char listening, signalled, input;
static struct connection *queued, *closed, *open_connections;
static uint8_t scratch[read_size];

_Noreturn void fail(const char *what) {
    perror(what);
    exit(1);
}

static void watch(int operation, int descriptor, uint32_t events, void *what) {
    struct epoll_event event = {.events = events, .data.ptr = what};
    if (epoll_ctl(epoll, operation, descriptor, &event) < 0) fail("epoll_ctl");
}

static void accept_all(int listener) {
    for (;;) {
        int descriptor = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0) {
            if (errno == EAGAIN || errno == ECONNABORTED || errno == EINTR) return;
            fail("accept4");
        }
        int one = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        struct connection *connection = calloc(1, sizeof *connection);
        if (!connection) fail("calloc");
        connection->descriptor = descriptor;
        connection->next = open_connections;
        if (open_connections) open_connections->previous = connection;
        open_connections = connection;
        watch(EPOLL_CTL_ADD, descriptor, EPOLLIN, connection);
    }
}

// Only marked here: the round's other events and the queue of answers may still name it.
static void close_connection(struct connection *connection) {
    if (connection->closed) return;
    connection->closed = true;
    close(connection->descriptor);
    connection->next_closed = closed;
    closed = connection;
}

static void free_closed(void) {
    while (closed) {
        struct connection *connection = closed;
        closed = connection->next_closed;
        if (connection->next) connection->next->previous = connection->previous;
        if (connection->previous) connection->previous->next = connection->next;
        else open_connections = connection->next;
        buffer_free(&connection->in);
        buffer_free(&connection->out);
        free(connection);
    }
}

static void queue(struct connection *connection) {
    if (connection->queued) return;
    connection->queued = true;
    connection->next_queued = queued;
    queued = connection;
}

void answer(struct connection *to, const void *payload, size_t count) {
    uint8_t *at = buffer_room(&to->out, 4 + count);
    store32(at, (uint32_t)count);
    memcpy(at + 4, payload, count);
    to->out.end += 4 + count;
    queue(to);
}

static void send_waiting(struct connection *connection) {
    struct buffer *out = &connection->out;
    while (!connection->closed && buffer_count(out) > 0) {
        ssize_t sent = send(connection->descriptor, out->bytes + out->start, buffer_count(out), MSG_NOSIGNAL);
        if (sent >= 0) {
            out->start += (size_t)sent;
        } else if (errno == EAGAIN) {
            if (!connection->awaits_room)
                watch(EPOLL_CTL_MOD, connection->descriptor, EPOLLIN | EPOLLOUT, connection);
            connection->awaits_room = true;
            return;
        } else if (errno != EINTR) {
            close_connection(connection);
        }
    }
    if (connection->awaits_room && !connection->closed)
        watch(EPOLL_CTL_MOD, connection->descriptor, EPOLLIN, connection);
    connection->awaits_room = false;
}

void send_answers(void) {
    while (queued) {
        struct connection *connection = queued;
        queued = connection->next_queued;
        connection->queued = false;
        send_waiting(connection);
    }
}

// Hands on every whole request; the number of bytes taken, or -1 when one is malformed.
static ssize_t take_requests(struct connection *connection, const uint8_t *bytes, size_t count) {
    size_t taken = 0;
    while (count - taken >= 4) {
        size_t length = load32(bytes + taken);
        if (length > service->longest) return -1;
        if (count - taken - 4 < length) break;
        if (!service->request(connection, bytes + taken + 4, length)) return -1;
        taken += 4 + length;
    }
    return (ssize_t)taken;
}

// One read: what is left in the socket makes epoll report it again, after everybody else had a turn.
static void receive(struct connection *connection) {
    ssize_t received = recv(connection->descriptor, scratch, sizeof scratch, 0);
    if (received < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (received <= 0) {
        close_connection(connection);
        return;
    }
    struct buffer *in = &connection->in;
    const uint8_t *bytes = scratch;
    size_t count = (size_t)received;
    if (buffer_count(in) > 0) {
        buffer_append(in, scratch, count);
        bytes = in->bytes + in->start;
        count = buffer_count(in);
    }
    ssize_t taken = take_requests(connection, bytes, count);
    if (taken < 0) {
        close_connection(connection);
    } else if (bytes == scratch) {
        buffer_append(in, scratch + taken, count - (size_t)taken);
    } else {
        in->start += (size_t)taken;
    }
}

static int listen_on_loopback(void) {
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, size) < 0 || listen(listener, 4096) < 0
        || getsockname(listener, (struct sockaddr *)&address, &size) < 0) fail("listen");
    printf("port=%d\n", ntohs(address.sin_port));
    fflush(stdout);
    return listener;
}

static int watch_signals(void) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, NULL);
    int descriptor = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    if (descriptor < 0) fail("signalfd");
    watch(EPOLL_CTL_ADD, descriptor, EPOLLIN, &signalled);
    return descriptor;
}

// A file or /dev/null cannot be watched, and does not end either.
static void watch_input(void) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = &input};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, STDIN_FILENO, &event) < 0 && errno != EPERM) fail("standard input");
}

static bool input_ended(void) {
    return read(STDIN_FILENO, scratch, sizeof scratch) <= 0;
}

void serve(const struct service *served) {
    service = served;
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    epoll = epoll_create1(EPOLL_CLOEXEC);
    if (epoll < 0) fail("epoll_create1");
    int signals = watch_signals();
    watch_input();
    int listener = listen_on_loopback();
    watch(EPOLL_CTL_ADD, listener, EPOLLIN, &listening);

    struct epoll_event events[events_a_round];
    for (bool running = true; running;) {
        int count = epoll_wait(epoll, events, events_a_round, -1);
        if (count < 0 && errno != EINTR) fail("epoll_wait");
        for (int i = 0; i < count; i++) {
            void *what = events[i].data.ptr;
            if (what == &listening) {
                accept_all(listener);
            } else if (what == &signalled) {
                running = false;
            } else if (what == &input) {
                if (input_ended()) running = false;
            } else {
                struct connection *connection = what;
                // Through the queue: nothing may leave before the round is settled.
                if (events[i].events & EPOLLOUT) queue(connection);
                if (!connection->closed && events[i].events & ~(uint32_t)EPOLLOUT) receive(connection);
                if (!service->settle) send_answers();
            }
        }
        if (service->settle) service->settle();
        send_answers();
        free_closed();
    }
    while (open_connections) {
        close_connection(open_connections);
        free_closed();
    }
    close(listener);
    close(signals);
    close(epoll);
}
