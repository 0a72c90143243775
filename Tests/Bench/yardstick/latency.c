#include "latency.h"

// Below 64 ns each its own bucket; above, 64 buckets for every doubling.
static unsigned bucket_of(uint64_t ns) {
    if (ns < latency_steps) return (unsigned)ns;
    unsigned doubling = 58u - (unsigned)__builtin_clzll(ns);
    return doubling * latency_steps + (unsigned)(ns >> (doubling - 1)) - latency_steps;
}

static double middle_of(unsigned bucket) {
    if (bucket < latency_steps) return bucket;
    unsigned doubling = bucket / latency_steps;
    double width = (double)(UINT64_C(1) << (doubling - 1));
    return (bucket % latency_steps + latency_steps) * width + width / 2;
}

void latency_add(struct latency *latency, uint64_t ns) {
    latency->buckets[bucket_of(ns)]++;
    latency->count++;
    if (ns > latency->longest_ns) latency->longest_ns = ns;
}

double latency_at(const struct latency *latency, double part) {
    uint64_t below = 0;
    for (unsigned bucket = 0; bucket < latency_buckets; bucket++) {
        below += latency->buckets[bucket];
        if (latency->count > 0 && (double)below >= part * (double)latency->count) return middle_of(bucket) / 1000;
    }
    return 0;
}
