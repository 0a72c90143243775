#include "CPages.h"
#include "frames.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static int is_zero(const uint8_t *bytes, int count) {
    return bytes[0] == 0 && memcmp(bytes, bytes + 1, count - 1) == 0;
}

static int look(FILE *file) {
    uint8_t header[log_header];
    uint32_t sums[2] = {0, 0};
    if (fread(header, sizeof header, 1, file) != 1 || is_zero(header, sizeof header)) return 0;
    uint32_t size = big_endian(header + 8);
    add(sums, header, 24);
    // SQLite treats a log with a damaged header as empty.
    if (big_endian(header) != 0x377F0682 || size < 512 || size > 1 << 16 || sums[0] != big_endian(header + 24)
        || sums[1] != big_endian(header + 28))
        return 1;
    uint8_t *frame = malloc(frame_header + size);
    if (!frame) return -ENOMEM;
    int answer = 0, is_broken = 0, has_commit_behind = 0;
    while (!answer && fread(frame, frame_header + size, 1, file) == 1) {
        // Other frames belong to an earlier round of the log, or to none.
        int is_of_round = memcmp(frame + 8, header + 16, 8) == 0, fits = is_of_round;
        if (is_of_round) {
            add(sums, frame, 8);
            add(sums, frame + frame_header, size);
            fits = sums[0] == big_endian(frame + 16) && sums[1] == big_endian(frame + 20);
        }
        if (fits && has_commit_behind) answer = 1;
        if (!fits) is_broken = 1;
        // The last frame of a commit carries the size of the database.
        if (is_broken && is_of_round && big_endian(frame + 4) != 0) has_commit_behind = 1;
        sums[0] = big_endian(frame + 16);
        sums[1] = big_endian(frame + 20);
    }
    if (!answer && ferror(file)) answer = -EIO;
    free(frame);
    return answer;
}

int cpages_breaks_off(const char *log) {
    FILE *file = fopen(log, "rb");
    if (!file) return errno == ENOENT ? 0 : -errno;
    int answer = look(file);
    fclose(file);
    return answer;
}
