#pragma once
#include <curl/curl.h>

// Wraps curl_easy_setopt and curl_easy_getinfo, variadic macros that Swift does not import.

typedef size_t (*ccurl_receive)(char *bytes, size_t size, size_t count, void *context);
typedef int (*ccurl_before)(void *context, char *ip, char *local_ip, int port, int local_port);

// Sets the options that all requests share. Returns CURLE_OK if all of them succeed.
static inline CURLcode ccurl_set_up(CURL *easy) {
    CURLcode code = CURLE_OK;
#define CCURL_SET(option, value) do { if (code == CURLE_OK) code = curl_easy_setopt(easy, option, value); } while (0)
    // No signal interrupts a name lookup; a hanging resolver is abandoned instead of awaited.
    CCURL_SET(CURLOPT_NOSIGNAL, 1L);
    CCURL_SET(CURLOPT_QUICK_EXIT, 1L);
    // The request is sent at most once: curl would resend it on a reused connection that the peer has closed.
    CCURL_SET(CURLOPT_FRESH_CONNECT, 1L);
    CCURL_SET(CURLOPT_FORBID_REUSE, 1L);
    CCURL_SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    CCURL_SET(CURLOPT_FOLLOWLOCATION, 0L);
    CCURL_SET(CURLOPT_PROTOCOLS_STR, "http,https");
    CCURL_SET(CURLOPT_PROXY, "");
    CCURL_SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    CCURL_SET(CURLOPT_SSL_VERIFYPEER, 1L);
    CCURL_SET(CURLOPT_SSL_VERIFYHOST, 2L);
    CCURL_SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
#undef CCURL_SET
    return code;
}

static inline CURLcode ccurl_set_url(CURL *easy, const char *url) { return curl_easy_setopt(easy, CURLOPT_URL, url); }

// Copies the body.
static inline CURLcode ccurl_set_post(CURL *easy, const void *body, long size) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, size);
    return code == CURLE_OK ? curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, body) : code;
}

// The caller owns the list, which must outlive the request.
static inline CURLcode ccurl_set_headers(CURL *easy, struct curl_slist *headers) {
    return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
}

static inline CURLcode ccurl_set_timeout(CURL *easy, long milliseconds) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds);
    return code == CURLE_OK ? curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds) : code;
}

static inline CURLcode ccurl_set_callbacks(
    CURL *easy, ccurl_before before, ccurl_receive header, ccurl_receive body, void *context) {
    CURLcode code = CURLE_OK;
#define CCURL_SET(option, value) do { if (code == CURLE_OK) code = curl_easy_setopt(easy, option, value); } while (0)
    CCURL_SET(CURLOPT_PREREQFUNCTION, before);
    CCURL_SET(CURLOPT_PREREQDATA, context);
    CCURL_SET(CURLOPT_HEADERFUNCTION, header);
    CCURL_SET(CURLOPT_HEADERDATA, context);
    CCURL_SET(CURLOPT_WRITEFUNCTION, body);
    CCURL_SET(CURLOPT_WRITEDATA, context);
#undef CCURL_SET
    return code;
}

static inline long ccurl_status(CURL *easy) {
    long status = 0;
    return curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

// Returns 1 and the outcome of the one request of `multi` once it is done, else 0.
static inline int ccurl_is_over(CURLM *multi, CURLcode *outcome) {
    int left;
    for (CURLMsg *message; (message = curl_multi_info_read(multi, &left));)
        if (message->msg == CURLMSG_DONE) return *outcome = message->data.result, 1;
    return 0;
}
