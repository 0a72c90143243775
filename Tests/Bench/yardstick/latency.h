// Latencies counted in buckets at most 1.6 % wide, so that a run of any length costs the same memory.
#ifndef YARDSTICK_LATENCY_H
#define YARDSTICK_LATENCY_H

#include <stdint.h>

enum { latency_steps = 64, latency_buckets = latency_steps * 59 };

struct latency {
    uint64_t count, longest_ns;
    uint64_t buckets[latency_buckets];
};

void latency_add(struct latency *latency, uint64_t ns);
// The latency that `part` (0 … 1) of all do not exceed, in µs.
double latency_at(const struct latency *latency, double part);

#endif
