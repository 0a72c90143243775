#include "wire.h"

#include <sodium.h>

const uint8_t preface[8] = {0xF2, 0x8E, 0xD3, 0xC1, 0x9A, 0x0E, 0x1B, 0x01};

// A terminal's proof signs this context and its final zero byte first.
static const char authenticate_context[] = "rollcall.terminal-authentication.v1";
enum { authenticate_method = 0x0603 };

void append_frame(
    struct buffer *out, enum frame_kind kind, uint8_t flags, uint32_t stream, const void *payload, size_t count) {
    uint8_t *at = buffer_room(out, frame_header + count);
    store32(at, (uint32_t)count | (uint32_t)(kind | flags) << 24);
    store32(at + 4, stream);
    if (count > 0) memcpy(at + frame_header, payload, count);
    out->end += frame_header + count;
}

void append_credit(struct buffer *out, uint32_t stream, uint32_t bytes) {
    uint8_t payload[6] = {0x08};
    size_t count = 1;
    for (; bytes >= 0x80; bytes >>= 7) payload[count++] = (uint8_t)(bytes | 0x80);
    payload[count++] = (uint8_t)bytes;
    append_frame(out, frame_credit, 0, stream, payload, count);
}

// One field of a protobuf message: `value` of a number, or `bytes` and `value` of them.
struct field {
    uint32_t number;
    uint64_t value;
    const uint8_t *bytes;
};

struct reader {
    const uint8_t *at, *end;
};

static bool read_varint(struct reader *reader, uint64_t *value) {
    *value = 0;
    for (unsigned shift = 0; shift < 64 && reader->at < reader->end; shift += 7) {
        uint8_t byte = *reader->at++;
        *value |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

// The next field; false at the end and for what cannot be read, which leaves `at` before the end.
static bool next_field(struct reader *reader, struct field *field) {
    struct reader ahead = *reader;
    uint64_t tag;
    if (!read_varint(&ahead, &tag)) return false;
    size_t left;
    field->number = (uint32_t)(tag >> 3);
    field->bytes = NULL;
    switch (tag & 7) {
    case 0:
        if (!read_varint(&ahead, &field->value)) return false;
        break;
    case 1:
        if (ahead.end - ahead.at < 8) return false;
        field->value = load64(ahead.at);
        ahead.at += 8;
        break;
    case 2:
        if (!read_varint(&ahead, &field->value)) return false;
        left = (size_t)(ahead.end - ahead.at);
        if (field->value > left) return false;
        field->bytes = ahead.at;
        ahead.at += field->value;
        break;
    case 5:
        if (ahead.end - ahead.at < 4) return false;
        field->value = load32(ahead.at);
        ahead.at += 4;
        break;
    default:
        return false;
    }
    *reader = ahead;
    return true;
}

bool read_welcome(const uint8_t *bytes, size_t count, struct welcome *welcome) {
    struct reader reader = {bytes, bytes + count};
    *welcome = (struct welcome){.stream_credit = stream_credit};
    for (struct field field; next_field(&reader, &field);) {
        if (field.number == 1) welcome->version = (uint8_t)field.value;
        if (field.number == 11) welcome->stream_credit = (uint32_t)field.value;
        if (field.number == 4 && field.bytes && field.value == 32) {
            memcpy(welcome->site, field.bytes, 32);
            welcome->has_site = true;
        }
        if (field.number == 8 && field.bytes && field.value == 32) {
            memcpy(welcome->challenge, field.bytes, 32);
            welcome->has_challenge = true;
        }
    }
    return reader.at == reader.end;
}

bool read_ack(const uint8_t *bytes, size_t count, struct ack *ack) {
    struct reader reader = {bytes, bytes + count};
    *ack = (struct ack){0};
    for (struct field field; next_field(&reader, &field);) {
        if (field.number == 2) ack->durable = ack->applied = field.value;
        if (field.number == 4) ack->durable = field.value;
        if (field.number == 5) ack->applied = field.value;
        if (field.number == 9) ack->refused = (unsigned)field.value;
    }
    return reader.at == reader.end;
}

uint32_t first_number(const uint8_t *bytes, size_t count) {
    struct reader reader = {bytes, bytes + count};
    for (struct field field; next_field(&reader, &field);)
        if (field.number == 1 && !field.bytes) return (uint32_t)field.value;
    return 0;
}

void write_authenticate(
    uint8_t payload[authenticate_size], const uint8_t seed[32], const struct welcome *welcome,
    const uint8_t exporter[32], uint8_t lowest, uint8_t highest) {
    uint8_t message[sizeof authenticate_context + 32 * 3 + 3], *at = message;
    memcpy(at, authenticate_context, sizeof authenticate_context);
    at += sizeof authenticate_context;
    memcpy(at, welcome->site, 32);
    memcpy(at + 32, exporter, 32);
    memcpy(at + 64, welcome->challenge, 32);
    at[96] = lowest;
    at[97] = highest;
    at[98] = welcome->version;

    uint8_t secret[crypto_sign_SECRETKEYBYTES];
    payload[0] = authenticate_method & 0xFF;
    payload[1] = authenticate_method >> 8;
    payload[2] = 0; // no CallOptions
    payload[3] = 0x0A;
    payload[4] = 32;
    crypto_sign_seed_keypair(payload + 5, secret, seed);
    payload[37] = 0x12;
    payload[38] = 64;
    crypto_sign_detached(payload + 39, NULL, message, sizeof message, secret);
}
