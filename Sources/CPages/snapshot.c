#include "files.h"
#include "frames.h"

// The index of the log begins with two copies of its header and what checkpoints have done: sqlite.org/walformat.html.
enum { header_size = 48, moved_at = 96 };

static Pages *database_of(sqlite3 *connection) {
    sqlite3_file *file = 0;
    int code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return code == SQLITE_OK && file && file->pMethods ? (Pages *)file : 0;
}

static sqlite3_file *log_of(sqlite3 *connection) {
    sqlite3_file *file = 0;
    int code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file);
    return code == SQLITE_OK && file && file->pMethods ? file : 0;
}

int cpages_stored(sqlite3 *connection, uint32_t *pages) {
    sqlite3_int64 size = 0;
    Pages *database = database_of(connection);
    if (!database || database->state.page_size < 512) return SQLITE_MISUSE;
    int code = below(&database->base)->pMethods->xFileSize(below(&database->base), &size);
    *pages = (uint32_t)(size / database->state.page_size);
    return code;
}

int cpages_judge_stored(sqlite3 *connection, uint32_t number, int *judgement) {
    uint8_t page[1 << 16];
    Pages *database = database_of(connection);
    if (!database || database->state.page_size < 512) return SQLITE_MISUSE;
    int32_t size = database->state.page_size;
    int code = below(&database->base)->pMethods->xRead(
        below(&database->base), page, size, (sqlite3_int64)(number - 1) * size);
    if (code == SQLITE_OK) *judgement = cpages_judge(page, size, number);
    return code;
}

static uint32_t native(const uint8_t *bytes) {
    uint32_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

int cpages_snapshot(sqlite3 *connection, struct cpages_snapshot *snapshot) {
    Pages *database = database_of(connection);
    if (!database || !database->index) return SQLITE_MISUSE;
    const uint8_t *index = (const uint8_t *)database->index;
    uint8_t first[header_size], second[header_size], moved[4], again[header_size];
    // A writer writes the second copy, then the first; one that begins the log anew does so before it forgets what was
    // moved. So what stands between two equal readings belongs together.
    memcpy(first, index, header_size);
    __sync_synchronize();
    memcpy(second, index + header_size, header_size);
    memcpy(moved, index + moved_at, sizeof moved);
    __sync_synchronize();
    memcpy(again, index, header_size);
    if (memcmp(first, second, header_size) != 0 || memcmp(first, again, header_size) != 0 || first[12] == 0)
        return SQLITE_BUSY;
    snapshot->frames = native(first + 16);
    snapshot->pages = native(first + 20);
    snapshot->moved = native(moved) < snapshot->frames ? native(moved) : snapshot->frames;
    memcpy(snapshot->round, first + 32, sizeof snapshot->round);
    return SQLITE_OK;
}

int cpages_frame(sqlite3 *connection, const struct cpages_snapshot *snapshot, uint32_t frame, uint32_t *number) {
    uint8_t header[frame_header];
    Pages *database = database_of(connection);
    sqlite3_file *log = log_of(connection);
    if (!database || !log) return SQLITE_MISUSE;
    sqlite3_int64 at = log_header + (sqlite3_int64)(frame - 1) * (database->state.page_size + frame_header);
    int code = below(log)->pMethods->xRead(below(log), header, frame_header, at);
    if (code != SQLITE_OK) return code;
    if (memcmp(header + 8, snapshot->round, sizeof snapshot->round) != 0) return SQLITE_CORRUPT;
    *number = big_endian(header);
    return SQLITE_OK;
}

int cpages_read(sqlite3 *connection, uint32_t number, uint32_t frame, uint8_t *page) {
    Pages *database = database_of(connection);
    sqlite3_file *file = frame ? log_of(connection) : &database->base;
    if (!database || !file) return SQLITE_MISUSE;
    sqlite3_int64 size = database->state.page_size, at = (number - 1) * size;
    if (frame) at = log_header + (frame - 1) * (size + frame_header) + frame_header;
    return file->pMethods->xRead(file, page, (int)size, at);
}
