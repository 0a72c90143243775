#pragma once
#include <microhttpd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

// Wraps libmicrohttpd's variadic functions and the macros that Swift does not import.

typedef void *(*chttp_begin)(void *context, const char *target, struct MHD_Connection *connection);

struct chttp_settings {
    const char *host;         // a numeric address
    unsigned short port;      // 0 = any
    unsigned int connections; // the most open ones
    unsigned int idle_s;      // an idle connection is closed
    size_t memory;            // bytes a connection may use for its headers
    const char *key;          // PEM; NULL = no TLS
    const char *certificate;
    int socket;               // one that listens already; -1 = a new one
};

// Starts a daemon with a thread of its own. Returns NULL on failure.
static inline struct MHD_Daemon *chttp_start(
    const struct chttp_settings *settings, void *context, chttp_begin begin, MHD_AccessHandlerCallback receive,
    MHD_RequestCompletedCallback end, MHD_NotifyConnectionCallback connection) {
    char port[8];
    snprintf(port, sizeof port, "%hu", settings->port);
    struct addrinfo hints = {.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV, .ai_socktype = SOCK_STREAM}, *address;
    if (getaddrinfo(settings->host, port, &hints, &address) != 0) return NULL;
    unsigned int flags = MHD_USE_EPOLL_INTERNALLY | MHD_USE_SUSPEND_RESUME;
    if (address->ai_family == AF_INET6) flags |= MHD_USE_IPv6;
    struct MHD_OptionItem more[4] = {{MHD_OPTION_END, 0, NULL}};
    int count = 0;
    if (settings->key) {
        flags |= MHD_USE_TLS;
        more[count++] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)settings->key};
        more[count++] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)settings->certificate};
    }
    if (settings->socket >= 0)
        more[count++] = (struct MHD_OptionItem){MHD_OPTION_LISTEN_SOCKET, settings->socket, NULL};
    more[count] = (struct MHD_OptionItem){MHD_OPTION_END, 0, NULL};
    struct MHD_Daemon *daemon = MHD_start_daemon(
        flags, settings->port, NULL, NULL, receive, context,
        MHD_OPTION_SOCK_ADDR, address->ai_addr,
        MHD_OPTION_CONNECTION_LIMIT, settings->connections,
        MHD_OPTION_CONNECTION_TIMEOUT, settings->idle_s,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->memory,
        MHD_OPTION_URI_LOG_CALLBACK, begin, context,
        MHD_OPTION_NOTIFY_COMPLETED, end, context,
        MHD_OPTION_NOTIFY_CONNECTION, connection, context,
        MHD_OPTION_ARRAY, more,
        MHD_OPTION_END);
    freeaddrinfo(address);
    return daemon;
}

static inline unsigned short chttp_port(struct MHD_Daemon *daemon) {
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
    return info ? info->port : 0;
}

// Returns how many connections are open.
static inline unsigned int chttp_connections(struct MHD_Daemon *daemon) {
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);
    return info ? info->num_connections : 0;
}

// Writes the numeric address of the other end. Returns 0 on success.
static inline int chttp_source(struct MHD_Connection *connection, char *text, unsigned int size) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (!info || !info->client_addr) return -1;
    socklen_t length = info->client_addr->sa_family == AF_INET6 ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_in);
    return getnameinfo(info->client_addr, length, text, size, NULL, 0, NI_NUMERICHOST);
}

static inline int chttp_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

// Queues an answer whose body is copied.
static inline enum MHD_Result chttp_answer(
    struct MHD_Connection *connection, unsigned int status, const void *body, size_t size, const char *const *headers,
    size_t pairs) {
    struct MHD_Response *response = MHD_create_response_from_buffer(size, (void *)body, MHD_RESPMEM_MUST_COPY);
    if (!response) return MHD_NO;
    enum MHD_Result queued = MHD_YES;
    for (size_t i = 0; i < pairs && queued == MHD_YES; i++)
        queued = MHD_add_response_header(response, headers[2 * i], headers[2 * i + 1]);
    if (queued == MHD_YES) queued = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return queued;
}
