// echo: answers every message with itself.
//
//     echo
//
// Prints `port=N`; see server.h for how it ends.
#include "server.h"

static bool echo(struct connection *from, const uint8_t *payload, size_t count) {
    answer(from, payload, count);
    return true;
}

int main(void) {
    serve(&(struct service){.longest = 1 << 20, .request = echo});
}
