#define _GNU_SOURCE
#include "transport.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char exporter_label[] = "EXPORTER-rollcall-auth";
static const uint8_t protocol[] = "\x0arollcall/1";

SSL_CTX *make_tls_client(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (!context || !SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION)
        || SSL_CTX_set_alpn_protos(context, protocol, sizeof protocol - 1) != 0) {
        ERR_print_errors_fp(stderr);
        exit(1);
    }
    SSL_CTX_set_mode(
        context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
    return context;
}

void transport_open(struct transport *transport, uint16_t port, SSL_CTX *tls) {
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int one = 1;
    *transport = (struct transport){.descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)};
    if (transport->descriptor < 0
        || (connect(transport->descriptor, (struct sockaddr *)&address, sizeof address) < 0 && errno != EINPROGRESS)) {
        perror("connect");
        exit(1);
    }
    setsockopt(transport->descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (!tls) return;
    transport->tls = SSL_new(tls);
    if (!transport->tls || !SSL_set_fd(transport->tls, transport->descriptor)) {
        ERR_print_errors_fp(stderr);
        exit(1);
    }
    SSL_set_connect_state(transport->tls);
}

void transport_close(struct transport *transport) {
    transport_count(transport);
    SSL_free(transport->tls);
    if (transport->descriptor >= 0) close(transport->descriptor);
    transport->tls = NULL;
    transport->descriptor = -1;
}

// Interprets a TLS call that moved nothing.
static enum progress after(struct transport *transport, int result) {
    int error = SSL_get_error(transport->tls, result);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) return progress_waits;
    ERR_print_errors_fp(stderr);
    return progress_failed;
}

enum progress transport_handshake(struct transport *transport) {
    if (!transport->tls) return progress_done;
    ERR_clear_error();
    int result = SSL_do_handshake(transport->tls);
    return result == 1 ? progress_done : after(transport, result);
}

static ssize_t moved(ssize_t count) {
    if (count > 0) return count;
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

ssize_t transport_send(struct transport *transport, const void *bytes, size_t count) {
    ssize_t result;
    if (transport->tls) {
        size_t written;
        ERR_clear_error();
        if (SSL_write_ex(transport->tls, bytes, count, &written) == 1) result = (ssize_t)written;
        else result = after(transport, 0) == progress_waits ? 0 : -1;
    } else {
        result = moved(send(transport->descriptor, bytes, count, MSG_NOSIGNAL));
    }
    if (result > 0) transport->sent += (uint64_t)result;
    return result;
}

ssize_t transport_receive(struct transport *transport, void *bytes, size_t count) {
    ssize_t result;
    if (transport->tls) {
        size_t read;
        ERR_clear_error();
        if (SSL_read_ex(transport->tls, bytes, count, &read) == 1) result = (ssize_t)read;
        else if (SSL_get_error(transport->tls, 0) == SSL_ERROR_ZERO_RETURN) result = -1;
        else result = after(transport, 0) == progress_waits ? 0 : -1;
    } else {
        result = moved(recv(transport->descriptor, bytes, count, 0));
    }
    if (result > 0) transport->received += (uint64_t)result;
    return result;
}

bool transport_exporter(struct transport *transport, uint8_t exporter[32]) {
    memset(exporter, 0, 32);
    if (!transport->tls) return true;
    return SSL_export_keying_material(
        transport->tls, exporter, 32, exporter_label, sizeof exporter_label - 1, NULL, 0, 0) == 1;
}

void transport_count(struct transport *transport) {
    if (transport->descriptor < 0) return; // counted when it was closed
    transport->wire_sent = transport->tls ? BIO_number_written(SSL_get_wbio(transport->tls)) : transport->sent;
    transport->wire_received = transport->tls ? BIO_number_read(SSL_get_rbio(transport->tls)) : transport->received;
}
