#pragma once
#include <openssl/ssl.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/cms.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <string.h>

// Wraps macros and variadic functions that Swift does not import.

static inline void copenssl_set_up(SSL_CTX *context) {
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}

static inline int copenssl_set_host_name(SSL *tls, const char *name) { return (int)SSL_set_tlsext_host_name(tls, name); }

static inline EVP_PKEY *copenssl_generate_p256(void) { return EVP_EC_gen("P-256"); }

static inline EVP_PKEY *copenssl_generate_rsa(unsigned int bits) { return EVP_RSA_gen(bits); }

static inline long copenssl_memory_bytes(BIO *bio, unsigned char **bytes) { return BIO_get_mem_data(bio, bytes); }

// ALPN: the handshake fails for a client that does not offer this one protocol.
static const unsigned char copenssl_protocol[] = "\x0arollcall/1";

static int copenssl_choose_protocol(
    SSL *tls, const unsigned char **chosen, unsigned char *length, const unsigned char *offered, unsigned int size, void *unused) {
    (void)tls, (void)unused;
    int outcome = SSL_select_next_proto(
        (unsigned char **)chosen, length, copenssl_protocol, sizeof copenssl_protocol - 1, offered, size);
    return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

// OpenSSL does not call the function above for a client without ALPN.
static int copenssl_require_protocol(SSL *tls, int *alert, void *unused) {
    (void)unused;
    const unsigned char *offered;
    size_t size;
    if (SSL_client_hello_get0_ext(tls, TLSEXT_TYPE_application_layer_protocol_negotiation, &offered, &size) == 1)
        return SSL_CLIENT_HELLO_SUCCESS;
    *alert = SSL_AD_NO_APPLICATION_PROTOCOL;
    return SSL_CLIENT_HELLO_ERROR;
}

static inline void copenssl_demand_protocol(SSL_CTX *context) {
    SSL_CTX_set_client_hello_cb(context, copenssl_require_protocol, NULL);
    SSL_CTX_set_alpn_select_cb(context, copenssl_choose_protocol, NULL);
}

static inline int copenssl_offer_protocol(SSL_CTX *context) {
    return SSL_CTX_set_alpn_protos(context, copenssl_protocol, sizeof copenssl_protocol - 1) == 0;
}

// 1 if the peer agreed to the protocol.
static inline int copenssl_has_protocol(const SSL *tls) {
    const unsigned char *name;
    unsigned int length;
    SSL_get0_alpn_selected(tls, &name, &length);
    return length == sizeof copenssl_protocol - 2 && memcmp(name, copenssl_protocol + 1, length) == 0;
}

static inline int copenssl_is_unexpected_end(unsigned long code) {
    return ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
}
