// load: the one load generator, for the yardsticks and for Rollcall.
//
//     load PORT PREPARED [--connections N] [--depth N] [--rounds N] [--tls] [--hold] [--show] [--timeout SECONDS]
//
// PREPARED       what to send; prepared.h describes it
// --connections  as many as the file has unless told; more than it has go through its list again
// --depth        operations outstanding on each connection, 1 unless told; Rollcall takes at most 256 calls
// --rounds       how often each connection sends its operations, 1 unless told
// --tls          TLS 1.3 without verification; only 127.0.0.1 is ever spoken to
// --hold         sends no operations: prints `ready=N` once all steps are done and waits for the end of standard input
// --show         also prints `answer=` and the last answer of the first connection in hexadecimal
// --timeout      seconds without any byte received before it gives up, 60 unless told
//
// The clock starts when every connection has done its steps, and stops with the last answer. One line:
//     seconds= operations= per_second= p50_us= p99_us= max_us= sent= received= wire_sent= wire_received=
//     errors= unanswered=
// Bytes are those of the operations and their answers, wire_ below TLS. The first errors are told on standard error.
// Exit status: 0 = all answered without an error · 1 = not · 2 = wrong arguments or file.
#include <errno.h>
#include <getopt.h>
#include <poll.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

#include "peer.h"

enum { opening_at_once = 128, events_a_round = 1024 };

static struct run run = {.depth = 1, .rounds = 1};
static struct peer *peers;
static uint32_t connections, timeout_s = 60;
// Its address stands for standard input.
static char input;

// Wakes the peers that have something; false when nothing came for too long, or standard input ended.
static bool wait_for_events(void) {
    static uint64_t receipts, since_ns;
    struct epoll_event events[events_a_round];
    int count = epoll_wait(run.epoll, events, events_a_round, 1000);
    if (count < 0 && errno != EINTR) {
        perror("epoll_wait");
        exit(1);
    }
    for (int i = 0; i < count; i++) {
        if (events[i].data.ptr == &input) {
            char bytes[256];
            if (read(STDIN_FILENO, bytes, sizeof bytes) <= 0) return false;
        } else {
            peer_wake(events[i].data.ptr, events[i].events);
        }
    }
    if (since_ns == 0 || receipts != run.receipts) {
        receipts = run.receipts;
        since_ns = now_ns();
    } else if (now_ns() - since_ns > (uint64_t)timeout_s * 1000000000u) {
        fputs("nothing came for too long\n", stderr);
        return false;
    }
    return true;
}

static bool open_all(void) {
    for (uint32_t opened = 0; run.ready < connections;) {
        while (opened < connections && opened - run.ready < opening_at_once) {
            peer_open(&peers[opened], &run, &run.prepared->scripts[opened % run.prepared->script_count]);
            opened++;
        }
        if (run.broken > 0 || !wait_for_events()) return false;
    }
    return true;
}

static int hold(void) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = &input};
    printf("ready=%u\n", connections);
    fflush(stdout);
    if (epoll_ctl(run.epoll, EPOLL_CTL_ADD, STDIN_FILENO, &event) < 0) {
        perror("--hold needs a pipe or a terminal as standard input");
        return 2;
    }
    timeout_s = UINT32_MAX;
    while (run.broken == 0 && wait_for_events()) {}
    return run.broken > 0;
}

struct bytes_moved {
    uint64_t sent, received, wire_sent, wire_received;
};

static struct bytes_moved moved(void) {
    struct bytes_moved sum = {0};
    for (uint32_t i = 0; i < connections; i++) {
        struct transport *transport = &peers[i].transport;
        transport_count(transport);
        sum.sent += transport->sent;
        sum.received += transport->received;
        sum.wire_sent += transport->wire_sent;
        sum.wire_received += transport->wire_received;
    }
    return sum;
}

static int measure(bool shows) {
    uint64_t total = 0;
    for (uint32_t i = 0; i < connections; i++) total += peers[i].total;
    struct bytes_moved before = moved();
    uint64_t started_ns = run.last_answer_ns = now_ns();
    for (uint32_t i = 0; i < connections; i++) peer_start(&peers[i]);
    while (run.finished + run.broken < connections && wait_for_events()) {}

    struct bytes_moved after = moved();
    double seconds = (double)(run.last_answer_ns - started_ns) / 1e9;
    printf(
        "seconds=%.6f operations=%llu per_second=%.0f p50_us=%.1f p99_us=%.1f max_us=%.1f sent=%llu received=%llu "
        "wire_sent=%llu wire_received=%llu errors=%llu unanswered=%llu\n",
        seconds, (unsigned long long)run.answered, seconds > 0 ? (double)run.answered / seconds : 0,
        latency_at(&run.latency, 0.5), latency_at(&run.latency, 0.99), (double)run.latency.longest_ns / 1000,
        (unsigned long long)(after.sent - before.sent), (unsigned long long)(after.received - before.received),
        (unsigned long long)(after.wire_sent - before.wire_sent),
        (unsigned long long)(after.wire_received - before.wire_received), (unsigned long long)run.errors,
        (unsigned long long)(total - run.answered));
    if (shows) {
        fputs("answer=", stdout);
        for (size_t i = 0; i < run.shown.end; i++) printf("%02x", run.shown.bytes[i]);
        putchar('\n');
    }
    return run.errors > 0 || run.answered < total;
}

static uint32_t number(const char *text, uint32_t most) {
    char *end;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (errno || *end || end == text || value < 1 || value > most) {
        fprintf(stderr, "not a number from 1 to %u: %s\n", most, text);
        exit(2);
    }
    return (uint32_t)value;
}

int main(int argc, char **argv) {
    static const struct option options[] = {
        {"connections", required_argument, NULL, 'c'}, {"depth", required_argument, NULL, 'd'},
        {"rounds", required_argument, NULL, 'r'}, {"timeout", required_argument, NULL, 'o'},
        {"tls", no_argument, NULL, 't'}, {"hold", no_argument, NULL, 'h'}, {"show", no_argument, NULL, 's'}, {0}};
    bool uses_tls = false, holds = false, shows = false;
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        switch (option) {
        case 'c': connections = number(optarg, 1 << 20); break;
        case 'd': run.depth = number(optarg, 1 << 16); break;
        case 'r': run.rounds = number(optarg, UINT32_MAX); break;
        case 'o': timeout_s = number(optarg, 1 << 20); break;
        case 't': uses_tls = true; break;
        case 'h': holds = true; break;
        case 's': shows = true; break;
        default: return 2;
        }
    }
    if (optind != argc - 2) {
        fputs(
            "usage: load PORT PREPARED [--connections N] [--depth N] [--rounds N] [--tls] [--hold] [--show] "
            "[--timeout SECONDS]\n", stderr);
        return 2;
    }
    run.port = (uint16_t)number(argv[optind], UINT16_MAX);
    struct prepared prepared = read_prepared(argv[optind + 1]);
    run.prepared = &prepared;
    if (connections == 0) connections = prepared.script_count;
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    if (sodium_init() < 0) return 1;
    if (uses_tls) run.tls = make_tls_client();
    run.epoll = epoll_create1(EPOLL_CLOEXEC);
    peers = calloc(connections, sizeof *peers);
    if (run.epoll < 0 || !peers) {
        perror("load");
        return 1;
    }
    peers[0].shows = shows;

    int status = 1;
    if (open_all()) status = holds ? hold() : measure(shows);

    for (uint32_t i = 0; i < connections; i++)
        if (peers[i].run) peer_close(&peers[i]);
    free(peers);
    buffer_free(&run.shown);
    SSL_CTX_free(run.tls);
    free_prepared(&prepared);
    close(run.epoll);
    return status;
}
