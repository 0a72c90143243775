// A connection to 127.0.0.1, plain or TLS 1.3, that never blocks.
#ifndef YARDSTICK_TRANSPORT_H
#define YARDSTICK_TRANSPORT_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct transport {
    int descriptor;
    SSL *tls; // NULL: plain
    // Above TLS, and below it.
    uint64_t sent, received, wire_sent, wire_received;
};

// The server's certificate is not verified: this is a load generator, and it knows no address but loopback. The
// context lives as long as the program.
SSL_CTX *make_tls_client(void);

void transport_open(struct transport *transport, uint16_t port, SSL_CTX *tls);
void transport_close(struct transport *transport);

enum progress { progress_done, progress_waits, progress_failed };
// The TLS handshake, once the socket is connected.
enum progress transport_handshake(struct transport *transport);
// The number of bytes moved, 0 when it must wait, -1 when the connection has ended.
ssize_t transport_send(struct transport *transport, const void *bytes, size_t count);
ssize_t transport_receive(struct transport *transport, void *bytes, size_t count);

// The bytes that bind a terminal's proof to this connection; zeros on a plain one.
bool transport_exporter(struct transport *transport, uint8_t exporter[32]);

// Brings `wire_sent` and `wire_received` up to date.
void transport_count(struct transport *transport);

#endif
