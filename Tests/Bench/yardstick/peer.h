// One connection of the load: its handshake, its steps, then its operations with as many outstanding as the depth.
#ifndef YARDSTICK_PEER_H
#define YARDSTICK_PEER_H

#include "latency.h"
#include "prepared.h"
#include "transport.h"
#include "wire.h"

enum stage {
    stage_connecting, stage_securing, stage_greeting, stage_authenticating, stage_steps, stage_ready, stage_running,
    stage_finished, stage_broken
};

// The state shared by all connections of a run.
struct run {
    const struct prepared *prepared;
    SSL_CTX *tls;
    int epoll;
    uint16_t port;
    uint32_t depth, rounds;
    // So far.
    uint32_t ready, finished, broken;
    uint64_t answered, errors, last_answer_ns, receipts;
    struct latency latency;
    // The last answer of the connection that asks for it.
    struct buffer shown;
};

// The state of one stream: what is sent, and the credit of both directions.
struct lane {
    uint32_t stream, credit, consumed;
};

struct pending {
    uint64_t sent_ns, expected;
    uint32_t stream;
};

struct peer {
    struct run *run;
    const struct script *script;
    struct transport transport;
    enum stage stage;
    bool awaits_room, shows;
    struct buffer in, out;

    // The bytes being queued, from `offset` on, and where they go.
    struct blob blob;
    size_t offset;
    bool within_call;
    struct lane *lane;
    // The last stream the steps opened, and that of an operation with a call of its own.
    struct lane pushing, calling;
    uint32_t next_stream, window;

    uint32_t step;
    uint64_t next, total;
    struct pending *pending; // a ring of `depth`
    uint32_t first, outstanding;
};

void peer_open(struct peer *peer, struct run *run, const struct script *script);
// Handles an event of epoll.
void peer_wake(struct peer *peer, uint32_t events);
// Begins the operations of a ready peer.
void peer_start(struct peer *peer);
void peer_close(struct peer *peer);

uint64_t now_ns(void);

#endif
