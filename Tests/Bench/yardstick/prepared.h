// The prepared file: everything a run sends, encoded and signed beforehand. Integers are little endian.
//
//     8 bytes "RCLOAD1\0"
//     u8 answers      what counts as the answer of an operation, see `enum answers`; 0 and 1 speak to a yardstick
//                     (messages of u32 length | payload), the others to Rollcall
//     u8 lowest, u8 highest   the versions the hello offers; 0 for a yardstick
//     u8 0
//     u32 n | n bytes the payload of the hello frame; n = 0 for a yardstick
//     u32 connections, each:
//         u8 authenticate     1 = as a terminal, then 32 bytes follow: the seed of its device key
//         u32 steps, each:    sent one after the other before the clock starts
//             u8 wait         1 = its answer must come before the next step
//             u32 n | n bytes
//         u32 operations, each:
//             u64 expected    the sequence an ack must reach, for `durable` and `applied`; 0 for the others
//             u32 n | n bytes
//
// The n bytes of a step or an operation are whole messages or frames with their headers. Streams are numbered while
// they are sent, so that operations can be sent any number of times: a call frame and what follows it in the same
// bytes get the connection's next stream; an operation without a call frame goes to the last stream that the steps
// opened (a push). Whatever stream number the file has there is written over, save on frames of stream 0's kinds.
#ifndef YARDSTICK_PREPARED_H
#define YARDSTICK_PREPARED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum answers {
    answers_any = 0,     // yardstick: every message
    answers_status = 1,  // yardstick: every message; one that does not begin with a zero byte is an error
    answers_reply = 2,   // the reply frame of its stream
    answers_item = 3,    // each item or reply frame of its stream, in order
    answers_durable = 4, // an ack whose `durable` reaches the expected sequence; one ack may answer many
    answers_applied = 5, // the same with `applied`
};

struct blob {
    const uint8_t *bytes;
    size_t count;
    uint64_t expected;
    bool waits;
};

struct script {
    const uint8_t *seed; // NULL: none
    struct blob *steps, *operations;
    uint32_t step_count, operation_count;
};

struct prepared {
    enum answers answers;
    uint8_t lowest, highest;
    struct blob hello;
    struct script *scripts;
    uint32_t script_count;
    const uint8_t *file;
    size_t file_size;
};

// Ends the program with a reason when the file is not as described.
struct prepared read_prepared(const char *path);
void free_prepared(struct prepared *prepared);

static inline bool speaks_frames(const struct prepared *prepared) { return prepared->answers >= answers_reply; }

#endif
