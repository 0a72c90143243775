// As much of the Rollcall protocol as a load generator needs (Protocol/README.md). Everything it sends was encoded
// beforehand by somebody else, save the proof of a terminal, credit and pong.
#ifndef YARDSTICK_WIRE_H
#define YARDSTICK_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bytes.h"

enum { frame_header = 8, stream_credit = 256 << 10 };

enum frame_kind {
    frame_hello = 1, frame_welcome, frame_call, frame_reply, frame_error, frame_item, frame_cancel, frame_credit,
    frame_ping, frame_pong, frame_event, frame_goodbye,
    frame_ignorable = 24 // from here on
};
enum { flag_end = 1 << 5, flag_more = 1 << 6 };

extern const uint8_t preface[8];

struct frame {
    uint32_t length, stream;
    uint8_t kind, flags;
};

static inline struct frame frame_at(const uint8_t *at) {
    uint32_t first = load32(at);
    return (struct frame){
        .length = first & 0xFFFFFF, .stream = load32(at + 4), .kind = at[3] & 0x1F, .flags = at[3] & 0xE0};
}

void append_frame(
    struct buffer *out, enum frame_kind kind, uint8_t flags, uint32_t stream, const void *payload, size_t count);
void append_credit(struct buffer *out, uint32_t stream, uint32_t bytes);

// The fields used of a Welcome.
struct welcome {
    bool has_site, has_challenge; // a terminal needs both for its proof
    uint8_t version, site[32], challenge[32];
    uint32_t stream_credit;
};
bool read_welcome(const uint8_t *bytes, size_t count, struct welcome *welcome);

// The fields used of an Ack: `all` replaces the three others.
struct ack {
    uint64_t durable, applied;
    unsigned refused; // an ErrorCode, 0 = none
};
bool read_ack(const uint8_t *bytes, size_t count, struct ack *ack);

// The number of bytes in a Credit; the code of an Error or a Goodbye. 0 when it cannot be read.
uint32_t first_number(const uint8_t *bytes, size_t count);

// The payload of the call Terminals.Authenticate, signed with the device key of this seed.
enum { authenticate_size = 3 + 34 + 66 };
void write_authenticate(
    uint8_t payload[authenticate_size], const uint8_t seed[32], const struct welcome *welcome,
    const uint8_t exporter[32], uint8_t lowest, uint8_t highest);

#endif
