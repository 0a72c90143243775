#include "peer.h"

#include <stdarg.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <time.h>

enum { read_size = 256 << 10, complaints = 8 };
static uint8_t scratch[read_size];

uint64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

// Counts an error and prints the first few, with the first bytes received.
__attribute__((format(printf, 4, 5)))
static void complain(struct peer *peer, const uint8_t *bytes, size_t count, const char *format, ...) {
    if (peer->run->errors++ >= complaints) return;
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    if (count > 0) fputs(": ", stderr);
    for (size_t i = 0; i < count && i < 64; i++) fprintf(stderr, "%02x", bytes[i]);
    fputc('\n', stderr);
}

// A peer that has all its answers may lose its connection; any other is broken by it.
static void break_off(struct peer *peer) {
    if (peer->stage == stage_broken) return;
    transport_close(&peer->transport);
    if (peer->stage == stage_finished) return;
    peer->stage = stage_broken;
    peer->run->broken++;
}

static void watch(struct peer *peer, int operation, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = peer};
    if (epoll_ctl(peer->run->epoll, operation, peer->transport.descriptor, &event) < 0) {
        perror("epoll_ctl");
        exit(1);
    }
}

static bool is_open(const struct peer *peer) { return peer->transport.descriptor >= 0; }

static void flush(struct peer *peer) {
    struct buffer *out = &peer->out;
    bool waits = false;
    while (is_open(peer) && buffer_count(out) > 0 && !waits) {
        ssize_t sent = transport_send(&peer->transport, out->bytes + out->start, buffer_count(out));
        if (sent > 0) out->start += (size_t)sent;
        waits = sent == 0;
        if (sent < 0) {
            complain(peer, NULL, 0, "connection lost while sending");
            break_off(peer);
        }
    }
    if (is_open(peer) && waits != peer->awaits_room)
        watch(peer, EPOLL_CTL_MOD, waits ? EPOLLIN | EPOLLOUT : EPOLLIN);
    peer->awaits_room = waits;
}

static void load_blob(struct peer *peer, const struct blob *blob) {
    peer->blob = *blob;
    peer->offset = 0;
    peer->within_call = false;
    peer->lane = &peer->pushing;
}

static struct pending *pending_at(struct peer *peer, uint32_t index) {
    uint32_t at = peer->first + index;
    return &peer->pending[at < peer->run->depth ? at : at - peer->run->depth];
}

// A call frame opens a stream: the steps' own, or one for this operation alone.
static void open_stream(struct peer *peer) {
    peer->lane = peer->stage == stage_running ? &peer->calling : &peer->pushing;
    *peer->lane = (struct lane){.stream = peer->next_stream, .credit = peer->window};
    peer->next_stream += 2;
    if (peer->stage == stage_running) pending_at(peer, peer->outstanding - 1)->stream = peer->lane->stream;
}

// Moves the rest of the blob to the output; false while an item must wait for credit.
static bool queue_blob(struct peer *peer) {
    if (!speaks_frames(peer->run->prepared)) {
        buffer_append(&peer->out, peer->blob.bytes, peer->blob.count);
        peer->offset = peer->blob.count;
    }
    while (peer->offset < peer->blob.count) {
        const uint8_t *at = peer->blob.bytes + peer->offset;
        struct frame frame = frame_at(at);
        if (frame.kind == frame_call) {
            if (!peer->within_call) open_stream(peer);
            peer->within_call = frame.flags & flag_more;
        }
        if (frame.kind == frame_item) {
            if (peer->lane->credit < frame.length) return false;
            peer->lane->credit -= frame.length;
        }
        bool of_connection = frame.kind == frame_ping || frame.kind == frame_pong || frame.kind == frame_goodbye;
        append_frame(
            &peer->out, frame.kind, frame.flags, of_connection ? 0 : peer->lane->stream, at + frame_header,
            frame.length);
        peer->offset += frame_header + frame.length;
    }
    peer->blob = (struct blob){0};
    return true;
}

static void send_operations(struct peer *peer) {
    uint64_t now = 0;
    for (;;) {
        if (!peer->blob.bytes) {
            if (peer->next == peer->total || peer->outstanding == peer->run->depth) break;
            if (now == 0) now = now_ns();
            const struct blob *operation = &peer->script->operations[peer->next++ % peer->script->operation_count];
            load_blob(peer, operation);
            *pending_at(peer, peer->outstanding++) = (struct pending){
                .sent_ns = now, .expected = operation->expected, .stream = peer->pushing.stream};
        }
        if (!queue_blob(peer)) break;
    }
}

static void send_steps(struct peer *peer) {
    for (;;) {
        if (!peer->blob.bytes) {
            if (peer->step == peer->script->step_count) {
                peer->stage = stage_ready;
                peer->run->ready++;
                return;
            }
            load_blob(peer, &peer->script->steps[peer->step]);
        }
        bool waits = peer->blob.waits;
        if (!queue_blob(peer) || waits) return;
        peer->step++;
    }
}

static void begin_steps(struct peer *peer) {
    peer->stage = stage_steps;
    send_steps(peer);
}

static void finish_if_done(struct peer *peer) {
    if (peer->stage != stage_running || peer->next < peer->total || peer->outstanding > 0) return;
    peer->stage = stage_finished;
    peer->run->finished++;
}

// Takes the operation at this place of the ring, the oldest nearly always, out of it.
static void complete(struct peer *peer, uint32_t index, uint64_t now) {
    latency_add(&peer->run->latency, now - pending_at(peer, index)->sent_ns);
    for (; index > 0; index--) *pending_at(peer, index) = *pending_at(peer, index - 1);
    if (++peer->first == peer->run->depth) peer->first = 0;
    peer->outstanding--;
    peer->run->answered++;
    peer->run->last_answer_ns = now;
}

// The oldest operation of the stream has its answer; false when there is none.
static bool complete_oldest(struct peer *peer, uint32_t stream, uint64_t now) {
    for (uint32_t index = 0; index < peer->outstanding; index++) {
        if (pending_at(peer, index)->stream != stream) continue;
        complete(peer, index, now);
        return true;
    }
    return false;
}

static void complete_up_to(struct peer *peer, uint32_t stream, uint64_t sequence, uint64_t now) {
    for (uint32_t index = 0; index < peer->outstanding;) {
        const struct pending *pending = pending_at(peer, index);
        if (pending->stream == stream && pending->expected <= sequence) complete(peer, index, now);
        else index++;
    }
}

static void show(struct peer *peer, const uint8_t *payload, size_t count) {
    if (!peer->shows) return;
    peer->run->shown.start = peer->run->shown.end = 0;
    buffer_append(&peer->run->shown, payload, count);
}

// An answer to whatever this peer is doing.
static void answered(struct peer *peer, uint32_t stream, const uint8_t *payload, size_t count, uint64_t now) {
    show(peer, payload, count);
    switch (peer->stage) {
    case stage_authenticating:
        begin_steps(peer);
        break;
    case stage_steps:
        if (peer->blob.bytes || stream != peer->pushing.stream) break;
        peer->step++;
        send_steps(peer);
        break;
    case stage_running:
        complete_oldest(peer, stream, now);
        break;
    default:
        break;
    }
}

static void receive_ack(struct peer *peer, struct frame frame, const uint8_t *payload, uint64_t now) {
    struct ack ack;
    if (frame.flags & flag_more || !read_ack(payload, frame.length, &ack)) {
        complain(peer, payload, frame.length, "an ack that cannot be read");
        break_off(peer);
        return;
    }
    show(peer, payload, frame.length);
    if (ack.refused) {
        complain(peer, payload, frame.length, "the log was refused, code %u", ack.refused);
        break_off(peer);
        return;
    }
    bool durable = peer->run->prepared->answers == answers_durable;
    complete_up_to(peer, frame.stream, durable ? ack.durable : ack.applied, now);
}

static struct lane *lane_of(struct peer *peer, uint32_t stream) {
    if (stream == peer->pushing.stream) return &peer->pushing;
    return stream == peer->calling.stream ? &peer->calling : NULL;
}

// Items are given credit back in halves of the window. Only the two streams that may carry more than a window are
// followed.
static void receive_item(struct peer *peer, struct frame frame, const uint8_t *payload, uint64_t now) {
    struct lane *lane = lane_of(peer, frame.stream);
    if (lane) {
        lane->consumed += frame.length;
        if (lane->consumed >= peer->window / 2) {
            append_credit(&peer->out, lane->stream, lane->consumed);
            lane->consumed = 0;
        }
    }
    enum answers answers = peer->stage == stage_running ? peer->run->prepared->answers : answers_item;
    if (answers >= answers_durable)
        receive_ack(peer, frame, payload, now);
    else if (answers == answers_item && !(frame.flags & flag_more))
        answered(peer, frame.stream, payload, frame.length, now);
}

static void receive_reply(struct peer *peer, struct frame frame, const uint8_t *payload, uint64_t now) {
    if (frame.flags & flag_more) return;
    if (peer->stage == stage_running && frame.stream == peer->pushing.stream) {
        complain(peer, payload, frame.length, "the server ended the stream");
        break_off(peer);
        return;
    }
    answered(peer, frame.stream, payload, frame.length, now);
}

static void receive_error(struct peer *peer, struct frame frame, const uint8_t *payload, uint64_t now) {
    complain(peer, payload, frame.length, "error %u on stream %u", first_number(payload, frame.length), frame.stream);
    bool goes_on = peer->stage == stage_running && frame.stream != peer->pushing.stream;
    if (!goes_on || !complete_oldest(peer, frame.stream, now)) break_off(peer);
}

static void receive_welcome(struct peer *peer, struct frame frame, const uint8_t *payload) {
    const struct prepared *prepared = peer->run->prepared;
    struct welcome welcome;
    uint8_t exporter[32], call[authenticate_size];
    bool proves = peer->script->seed;
    if (peer->stage != stage_greeting || !read_welcome(payload, frame.length, &welcome)
        || (proves && !(welcome.has_site && welcome.has_challenge))
        || !transport_exporter(&peer->transport, exporter)) {
        complain(peer, payload, frame.length, "no welcome to go on from");
        break_off(peer);
        return;
    }
    peer->window = welcome.stream_credit;
    if (!proves) {
        begin_steps(peer);
        return;
    }
    write_authenticate(call, peer->script->seed, &welcome, exporter, prepared->lowest, prepared->highest);
    append_frame(&peer->out, frame_call, flag_end, peer->next_stream, call, sizeof call);
    peer->next_stream += 2;
    peer->stage = stage_authenticating;
}

static void receive_frame(struct peer *peer, struct frame frame, const uint8_t *payload, uint64_t now) {
    switch (frame.kind) {
    case frame_welcome:
        receive_welcome(peer, frame, payload);
        break;
    case frame_reply:
        receive_reply(peer, frame, payload, now);
        break;
    case frame_item:
        receive_item(peer, frame, payload, now);
        break;
    case frame_error:
        receive_error(peer, frame, payload, now);
        break;
    case frame_credit: {
        struct lane *lane = lane_of(peer, frame.stream);
        if (lane) lane->credit += first_number(payload, frame.length);
        if (peer->stage == stage_steps && peer->blob.bytes) send_steps(peer);
        break;
    }
    case frame_ping:
        append_frame(&peer->out, frame_pong, 0, 0, payload, frame.length);
        break;
    case frame_pong:
    case frame_event:
        break;
    case frame_goodbye:
        complain(peer, payload, frame.length, "goodbye %u", first_number(payload, frame.length));
        break_off(peer);
        break;
    default:
        if (frame.kind >= frame_ignorable) break;
        complain(peer, payload, frame.length, "a frame of kind %u", frame.kind);
        break_off(peer);
    }
}

static void receive_message(struct peer *peer, const uint8_t *payload, size_t count, uint64_t now) {
    if (peer->run->prepared->answers == answers_status && (count == 0 || payload[0] != 0))
        complain(peer, payload, count, "refused");
    answered(peer, 0, payload, count, now);
}

// Hands on what is whole; the number of bytes taken.
static size_t take(struct peer *peer, const uint8_t *bytes, size_t count, uint64_t now) {
    const bool frames = speaks_frames(peer->run->prepared);
    const size_t header = frames ? frame_header : 4;
    size_t taken = 0;
    if (peer->stage == stage_greeting && peer->window == 0) {
        if (count < sizeof preface) return 0;
        if (memcmp(bytes, preface, sizeof preface) != 0) {
            complain(peer, bytes, count, "no preface");
            break_off(peer);
            return count;
        }
        peer->window = stream_credit; // until the welcome says it
        taken = sizeof preface;
    }
    while (is_open(peer) && count - taken >= header) {
        const uint8_t *at = bytes + taken;
        size_t length = frames ? frame_at(at).length : load32(at);
        if (count - taken - header < length) break;
        if (frames) receive_frame(peer, frame_at(at), at + header, now);
        else receive_message(peer, at + header, length, now);
        taken += header + length;
    }
    return taken;
}

static void receive(struct peer *peer) {
    // A TLS record may hold more than one read takes, and epoll does not see what OpenSSL has buffered.
    for (ssize_t count; is_open(peer);) {
        count = transport_receive(&peer->transport, scratch, sizeof scratch);
        if (count == 0) break;
        if (count < 0) {
            if (peer->stage != stage_finished) complain(peer, NULL, 0, "connection lost");
            break_off(peer);
            return;
        }
        peer->run->receipts++;
        uint64_t now = now_ns();
        struct buffer *in = &peer->in;
        if (buffer_count(in) > 0) {
            buffer_append(in, scratch, (size_t)count);
            in->start += take(peer, in->bytes + in->start, buffer_count(in), now);
        } else {
            size_t taken = take(peer, scratch, (size_t)count, now);
            buffer_append(in, scratch + taken, (size_t)count - taken);
        }
        if (!peer->transport.tls && (size_t)count < sizeof scratch) break;
    }
    if (peer->stage == stage_running) send_operations(peer);
    finish_if_done(peer);
    flush(peer);
}

static void greet(struct peer *peer) {
    const struct prepared *prepared = peer->run->prepared;
    if (speaks_frames(prepared)) {
        peer->stage = stage_greeting;
        buffer_append(&peer->out, preface, sizeof preface);
        append_frame(&peer->out, frame_hello, 0, 0, prepared->hello.bytes, prepared->hello.count);
    } else {
        begin_steps(peer);
    }
    flush(peer);
}

void peer_open(struct peer *peer, struct run *run, const struct script *script) {
    *peer = (struct peer){.run = run, .script = script, .next_stream = 1, .shows = peer->shows};
    peer->total = (uint64_t)script->operation_count * run->rounds;
    peer->pending = calloc(run->depth, sizeof *peer->pending);
    if (!peer->pending) {
        perror("calloc");
        exit(1);
    }
    transport_open(&peer->transport, run->port, run->tls);
    watch(peer, EPOLL_CTL_ADD, EPOLLIN | EPOLLOUT);
    peer->awaits_room = true;
}

void peer_wake(struct peer *peer, uint32_t events) {
    if (!is_open(peer)) return;
    if (peer->stage == stage_connecting) peer->stage = stage_securing;
    if (peer->stage == stage_securing) {
        enum progress progress = transport_handshake(&peer->transport);
        if (progress == progress_waits) {
            // Waiting for room would report the socket for ever.
            if (peer->awaits_room) watch(peer, EPOLL_CTL_MOD, EPOLLIN);
            peer->awaits_room = false;
        } else if (progress == progress_failed) {
            complain(peer, NULL, 0, "TLS handshake failed");
            break_off(peer);
        } else {
            greet(peer);
        }
        return;
    }
    if (events & EPOLLOUT) flush(peer);
    if (events & ~(uint32_t)EPOLLOUT) receive(peer);
}

void peer_start(struct peer *peer) {
    peer->stage = stage_running;
    send_operations(peer);
    finish_if_done(peer);
    flush(peer);
}

void peer_close(struct peer *peer) {
    transport_close(&peer->transport);
    buffer_free(&peer->in);
    buffer_free(&peer->out);
    free(peer->pending);
}
