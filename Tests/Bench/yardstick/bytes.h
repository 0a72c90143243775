// Little-endian integers and growing buffers, for the yardsticks and the load generator alike.
#ifndef YARDSTICK_BYTES_H
#define YARDSTICK_BYTES_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline uint16_t load16(const uint8_t *at) { uint16_t v; memcpy(&v, at, sizeof v); return le16toh(v); }
static inline uint32_t load32(const uint8_t *at) { uint32_t v; memcpy(&v, at, sizeof v); return le32toh(v); }
static inline uint64_t load64(const uint8_t *at) { uint64_t v; memcpy(&v, at, sizeof v); return le64toh(v); }
static inline void store32(uint8_t *at, uint32_t v) { v = htole32(v); memcpy(at, &v, sizeof v); }
static inline void store64(uint8_t *at, uint64_t v) { v = htole64(v); memcpy(at, &v, sizeof v); }

// Bytes from `start` to `end` are waiting; an empty buffer keeps its memory.
struct buffer {
    uint8_t *bytes;
    size_t start, end, capacity;
};

static inline size_t buffer_count(const struct buffer *buffer) { return buffer->end - buffer->start; }

// Room for `count` more bytes behind the end; whoever fills it moves the end.
static inline uint8_t *buffer_room(struct buffer *buffer, size_t count) {
    if (buffer->start == buffer->end) buffer->start = buffer->end = 0;
    if (buffer->capacity - buffer->end < count) {
        size_t waiting = buffer_count(buffer);
        if (buffer->start > 0) memmove(buffer->bytes, buffer->bytes + buffer->start, waiting);
        buffer->start = 0;
        buffer->end = waiting;
        if (buffer->capacity - waiting < count) {
            buffer->capacity = (waiting + count) * 2;
            buffer->bytes = realloc(buffer->bytes, buffer->capacity);
            if (!buffer->bytes) {
                fputs("out of memory\n", stderr);
                exit(1);
            }
        }
    }
    return buffer->bytes + buffer->end;
}

static inline void buffer_append(struct buffer *buffer, const void *bytes, size_t count) {
    if (count == 0) return;
    memcpy(buffer_room(buffer, count), bytes, count);
    buffer->end += count;
}

static inline void buffer_free(struct buffer *buffer) {
    free(buffer->bytes);
    *buffer = (struct buffer){0};
}

#endif
