#define _GNU_SOURCE
#include "prepared.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wire.h"

struct cursor {
    const uint8_t *at, *end;
};

static _Noreturn void refuse(const char *reason) {
    fprintf(stderr, "prepared file: %s\n", reason);
    exit(2);
}

static const uint8_t *take(struct cursor *cursor, size_t count) {
    if ((size_t)(cursor->end - cursor->at) < count) refuse("ends too early");
    const uint8_t *bytes = cursor->at;
    cursor->at += count;
    return bytes;
}

static struct blob take_blob(struct cursor *cursor) {
    size_t count = load32(take(cursor, 4));
    return (struct blob){.bytes = take(cursor, count), .count = count};
}

static void *table(struct cursor *cursor, uint32_t count, size_t size) {
    if (count > (size_t)(cursor->end - cursor->at)) refuse("counts more than it holds");
    void *entries = calloc(count ? count : 1, size);
    if (!entries) refuse("out of memory");
    return entries;
}

// The sender relies on it: whole messages or frames, nothing left over.
static void check(const struct blob *blob, bool frames) {
    const size_t header = frames ? frame_header : 4;
    size_t offset = 0;
    if (blob->count == 0) refuse("an empty step or operation");
    while (offset < blob->count) {
        if (blob->count - offset < header) refuse("part of a header");
        const uint8_t *at = blob->bytes + offset;
        size_t length = frames ? frame_at(at).length : load32(at);
        if (blob->count - offset - header < length) refuse("part of a message");
        if (frames && frame_at(at).kind == frame_item && length > stream_credit)
            refuse("an item frame above the credit of a stream: cut it with `more`");
        offset += header + length;
    }
}

static void read_script(struct cursor *cursor, struct script *script, bool frames) {
    if (*take(cursor, 1)) script->seed = take(cursor, 32);
    script->step_count = load32(take(cursor, 4));
    script->steps = table(cursor, script->step_count, sizeof *script->steps);
    for (uint32_t i = 0; i < script->step_count; i++) {
        bool waits = *take(cursor, 1);
        script->steps[i] = take_blob(cursor);
        script->steps[i].waits = waits;
        check(&script->steps[i], frames);
    }
    script->operation_count = load32(take(cursor, 4));
    script->operations = table(cursor, script->operation_count, sizeof *script->operations);
    for (uint32_t i = 0; i < script->operation_count; i++) {
        uint64_t expected = load64(take(cursor, 8));
        script->operations[i] = take_blob(cursor);
        script->operations[i].expected = expected;
        check(&script->operations[i], frames);
    }
}

struct prepared read_prepared(const char *path) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (descriptor < 0 || fstat(descriptor, &status) < 0) {
        perror(path);
        exit(2);
    }
    struct prepared prepared = {.file_size = (size_t)status.st_size};
    if (prepared.file_size == 0) refuse("empty");
    void *file = mmap(NULL, prepared.file_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
    if (file == MAP_FAILED) {
        perror(path);
        exit(2);
    }
    close(descriptor);
    prepared.file = file;
    struct cursor cursor = {prepared.file, prepared.file + prepared.file_size};
    if (memcmp(take(&cursor, 8), "RCLOAD1", 8) != 0) refuse("does not begin with RCLOAD1");
    const uint8_t *header = take(&cursor, 4);
    if (header[0] > answers_applied) refuse("an unknown kind of answer");
    prepared.answers = header[0];
    prepared.lowest = header[1];
    prepared.highest = header[2];
    prepared.hello = take_blob(&cursor);
    prepared.script_count = load32(take(&cursor, 4));
    if (prepared.script_count == 0) refuse("no connections");
    prepared.scripts = table(&cursor, prepared.script_count, sizeof *prepared.scripts);
    for (uint32_t i = 0; i < prepared.script_count; i++)
        read_script(&cursor, &prepared.scripts[i], speaks_frames(&prepared));
    if (cursor.at != cursor.end) refuse("bytes left over");
    return prepared;
}

void free_prepared(struct prepared *prepared) {
    for (uint32_t i = 0; i < prepared->script_count; i++) {
        free(prepared->scripts[i].steps);
        free(prepared->scripts[i].operations);
    }
    free(prepared->scripts);
    munmap((void *)(uintptr_t)prepared->file, prepared->file_size);
}
