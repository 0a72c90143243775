// The loop under every yardstick: one thread, epoll, messages of `u32 length | payload`, answered in order.
#ifndef YARDSTICK_SERVER_H
#define YARDSTICK_SERVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct connection;

struct service {
    // Payloads longer than this close their connection.
    size_t longest;
    // Takes one request; false when it is malformed, which closes the connection.
    bool (*request)(struct connection *from, const uint8_t *payload, size_t count);
    // Runs before the answers of a round may be sent (a commit). NULL: answers are sent at once.
    void (*settle)(void);
};

// Listens on a port of 127.0.0.1 that the system chooses, prints `port=N`, and serves until SIGTERM, SIGINT, or the
// end of standard input when that is a pipe or a terminal.
void serve(const struct service *service);

// Queues an answer; it is sent after the round's `settle`.
void answer(struct connection *to, const void *payload, size_t count);

// Sends what is queued, for a service that settles in the middle of a round.
void send_answers(void);

_Noreturn void fail(const char *what);

#endif
