// notices: posts HTTP requests made beforehand, as a gateway does.
//
//     notices PORT REQUESTS [--connections N] [--rate N]
//
// REQUESTS       u32 length | the bytes of one request, again and again
// --connections  each sends the next request when its last was answered, 32 unless told
// --rate         requests a second on all connections together; as fast as they are answered unless told
//
// One line: seconds= operations= per_second= p50_us= p99_us= max_us= errors=
// An answer that is not 200 or 204 is an error. Exit status: 0 = no errors · 1 = errors · 2 = wrong arguments or file.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <getopt.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "bytes.h"
#include "latency.h"

enum { longest_answer = 16384, most_connections = 60 };

struct request {
    const uint8_t *bytes;
    uint32_t length;
};

static struct request *requests;
static size_t request_count;
static atomic_size_t next_request;
static uint16_t port;
static double rate;
static uint64_t started_ns;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct latency latency;
static uint64_t errors, last_answer_ns;

static uint64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static _Noreturn void fail(const char *what) {
    perror(what);
    exit(2);
}

static void read_requests(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail(path);
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    uint8_t *bytes = malloc(size + 1);
    if (!bytes || fread(bytes, 1, size, file) != size) fail(path);
    fclose(file);
    requests = malloc((size / 4 + 1) * sizeof *requests);
    for (size_t at = 0; at + 4 <= size;) {
        uint32_t length = load32(bytes + at);
        at += 4;
        if (size - at < length) break;
        requests[request_count++] = (struct request){bytes + at, length};
        at += length;
    }
}

static int connect_to_server(void) {
    int descriptor = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (descriptor < 0 || connect(descriptor, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

// Returns the status of one answer, 0 when the connection ended.
static int read_answer(int descriptor) {
    char answer[longest_answer + 1];
    size_t count = 0;
    char *body = NULL;
    size_t length = 0;
    while (!body || count < (size_t)(body - answer) + length) {
        ssize_t more = recv(descriptor, answer + count, longest_answer - count, 0);
        if (more <= 0) return 0;
        count += (size_t)more;
        answer[count] = 0;
        if (body || !(body = strstr(answer, "\r\n\r\n"))) continue;
        body += 4;
        char *header = strcasestr(answer, "\r\ncontent-length:");
        if (header && header < body) length = strtoul(header + 17, NULL, 10);
    }
    return count > 12 ? atoi(answer + 9) : 0;
}

static void wait_for_turn(size_t index) {
    if (rate <= 0) return;
    uint64_t due = started_ns + (uint64_t)((double)index / rate * 1e9), now = now_ns();
    if (due <= now) return;
    struct timespec pause = {.tv_sec = (time_t)((due - now) / 1000000000u), .tv_nsec = (long)((due - now) % 1000000000u)};
    nanosleep(&pause, NULL);
}

static void *post(void *unused) {
    int descriptor = connect_to_server();
    for (size_t index; (index = atomic_fetch_add(&next_request, 1)) < request_count;) {
        wait_for_turn(index);
        uint64_t sent_ns = now_ns();
        const struct request *request = &requests[index];
        bool sends = send(descriptor, request->bytes, request->length, MSG_NOSIGNAL) == (ssize_t)request->length;
        int status = sends ? read_answer(descriptor) : 0;
        uint64_t answered_ns = now_ns();
        pthread_mutex_lock(&lock);
        latency_add(&latency, answered_ns - sent_ns);
        if (answered_ns > last_answer_ns) last_answer_ns = answered_ns;
        if (status != 200 && status != 204) {
            if (errors++ < 3) fprintf(stderr, "status %d\n", status);
        }
        pthread_mutex_unlock(&lock);
        if (status == 0) {
            close(descriptor);
            descriptor = connect_to_server();
        }
    }
    close(descriptor);
    return unused;
}

int main(int argc, char **argv) {
    static const struct option options[] = {
        {"connections", required_argument, NULL, 'c'}, {"rate", required_argument, NULL, 'r'}, {0}};
    int connections = 32;
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (option == 'c') connections = atoi(optarg);
        else if (option == 'r') rate = atof(optarg);
        else return 2;
    }
    if (optind != argc - 2 || connections < 1 || connections > most_connections) {
        fputs("usage: notices PORT REQUESTS [--connections N] [--rate N]\n", stderr);
        return 2;
    }
    port = (uint16_t)atoi(argv[optind]);
    read_requests(argv[optind + 1]);
    pthread_t threads[most_connections];
    started_ns = last_answer_ns = now_ns();
    for (int i = 0; i < connections; i++)
        if (pthread_create(&threads[i], NULL, post, NULL) != 0) fail("pthread_create");
    for (int i = 0; i < connections; i++) pthread_join(threads[i], NULL);
    double seconds = (double)(last_answer_ns - started_ns) / 1e9;
    printf("seconds=%.6f operations=%llu per_second=%.0f p50_us=%.1f p99_us=%.1f max_us=%.1f errors=%llu\n", seconds,
        (unsigned long long)latency.count, seconds > 0 ? (double)latency.count / seconds : 0, latency_at(&latency, 0.5),
        latency_at(&latency, 0.99), (double)latency.longest_ns / 1000, (unsigned long long)errors);
    return errors > 0;
}
