#pragma once
// The write-ahead log: sqlite.org/fileformat2.html#the_write_ahead_log. A header, then frames, each a header and a
// page; the checksums of a frame continue those of the frame before.
#include <stdint.h>
#include <string.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "checksums are of little-endian words");

enum { frame_header = 24, log_header = 32 };

static inline uint32_t big_endian(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static inline void add(uint32_t sums[2], const uint8_t *bytes, int count) {
    for (int at = 0; at < count; at += 8) {
        uint32_t pair[2];
        memcpy(pair, bytes + at, sizeof pair);
        sums[0] += pair[0] + sums[1];
        sums[1] += pair[1] + sums[0];
    }
}
