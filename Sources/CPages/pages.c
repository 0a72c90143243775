#include "CPages.h"
#include "files.h"
#include "frames.h"

#include <pthread.h>
#include <stdio.h>

// The checksum

static uint64_t word(const uint8_t *bytes) {
    uint64_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

static uint64_t turned(uint64_t value, int bits) { return value << bits | value >> (64 - bits); }

// Four lanes of multiply and rotate, as in xxHash64: every step is invertible, so a change in one word always changes
// the sum, and any other change is missed once in 2^64. It includes the page's number, so that a page written to
// another's place fails. Never 0, which marks a page that another program has written.
static uint64_t checksum(const uint8_t *page, int32_t size, uint32_t number) {
    static const uint64_t a = 0x9E3779B185EBCA87, b = 0xC2B2AE3D27D4EB4F, c = 0x165667B19E3779F9;
    uint64_t lanes[4] = {number + a + b, number + b, number, number - a};
    int32_t at = 0;
    for (; at + 32 <= size - cpages_reserved; at += 32)
        for (int lane = 0; lane < 4; lane++)
            lanes[lane] = turned(lanes[lane] + word(page + at + 8 * lane) * b, 31) * a;
    uint64_t sum = size;
    for (int lane = 0; lane < 4; lane++) sum = (sum ^ turned(lanes[lane] * b, 31) * a) * a + c;
    for (; at < size - cpages_reserved; at += 8) sum = turned(sum ^ turned(word(page + at) * b, 31) * a, 27) * a + c;
    sum ^= sum >> 33;
    sum *= b;
    sum ^= sum >> 29;
    return sum ? sum : 1;
}

static int is_blank(const uint8_t *page, int32_t size) {
    return page[0] == 0 && memcmp(page, page + 1, size - 1) == 0;
}

int cpages_judge(const uint8_t *page, int32_t size, uint32_t number) {
    uint64_t stored = word(page + size - cpages_reserved);
    if (stored == checksum(page, size, number)) return cpages_sound;
    // SQLite never writes the page that holds its lock bytes.
    if (number == (uint32_t)(0x40000000 / size + 1)) return cpages_sound;
    // Pages in memory and in the log have a zero checksum, and so have pages that another program moves from the log
    // into the database. But a page of zeros only was never written.
    return stored == 0 && !is_blank(page, size) ? cpages_uncovered : cpages_damaged;
}

void cpages_cover(uint8_t *page, int32_t size, uint32_t number) {
    uint64_t sum = checksum(page, size, number);
    memcpy(page + size - cpages_reserved, &sum, cpages_reserved);
}

static uint8_t *scratch(Pages *file, int32_t size) {
    if (file->scratch_size < size) {
        uint8_t *larger = sqlite3_realloc(file->scratch, size + frame_header);
        if (!larger) return 0;
        file->scratch = larger;
        file->scratch_size = size;
    }
    return file->scratch;
}

// Reads from the first page, or its first 100 bytes, whether pages carry checksums.
static void learn(Pages *database, const uint8_t *page, int count) {
    if (memcmp(page, "SQLite format 3", 16) != 0) return;
    int32_t size = page[16] << 8 | page[17];
    if (size == 1) size = 1 << 16;
    int reserved = page[20];
    if (reserved == 0 && count == size && size >= 512) {
        // Damage to this byte would switch the checksums off.
        uint64_t stored = word(page + size - cpages_reserved);
        uint8_t *whole = scratch(database, size);
        if (whole) {
            memcpy(whole, page, size);
            whole[20] = cpages_reserved;
            if (stored == checksum(whole, size, 1)) reserved = cpages_reserved;
        }
    }
    database->state.page_size = size;
    // Only our databases are opened here: another number than 0 is ours, or damage to ours.
    database->state.is_covered = reserved != 0;
}

static int refuse(Pages *database, uint32_t number, int is_in_log) {
    database->state.damaged = number;
    database->state.is_in_log = is_in_log;
    return SQLITE_IOERR_DATA;
}

// The database

static int pages_read(sqlite3_file *file, void *buffer, int count, sqlite3_int64 at) {
    Pages *database = (Pages *)file;
    int code = below(file)->pMethods->xRead(below(file), buffer, count, at);
    if (code != SQLITE_OK) return code;
    if (at == 0 && count >= 100) learn(database, buffer, count);
    if (!database->state.is_covered || count != database->state.page_size || at % count) return code;
    uint32_t number = (uint32_t)(at / count) + 1;
    if (cpages_judge(buffer, count, number) == cpages_damaged) return refuse(database, number, 0);
    memset((uint8_t *)buffer + count - cpages_reserved, 0, cpages_reserved);
    return code;
}

static int pages_write(sqlite3_file *file, const void *buffer, int count, sqlite3_int64 at) {
    Pages *database = (Pages *)file;
    if (at == 0 && count >= 100) learn(database, buffer, 0);
    if (database->state.is_covered && count == database->state.page_size && at % count == 0) {
        uint8_t *page = scratch(database, count);
        if (!page) return SQLITE_IOERR_NOMEM;
        memcpy(page, buffer, count);
        cpages_cover(page, count, (uint32_t)(at / count) + 1);
        buffer = page;
    }
    return below(file)->pMethods->xWrite(below(file), buffer, count, at);
}

// The log

// Returns whether a frame is committed, so that its checksums are final; those of the open transaction become so at its
// commit. The log's index tells: sqlite.org/walformat.html.
static int is_committed(const Pages *database, sqlite3_int64 frame) {
    uint32_t last;
    if (!database->index || database->index[13] != 0) return 0;
    memcpy(&last, (const uint8_t *)database->index + 16, sizeof last);
    return frame <= last;
}

static int log_read(sqlite3_file *file, void *buffer, int count, sqlite3_int64 at) {
    Pages *log = (Pages *)file, *database = log->database;
    sqlite3_file *real = below(file);
    sqlite3_int64 stride = count + frame_header, start = at - frame_header;
    uint8_t *frame = 0;
    if (database && count >= 512 && count == database->state.page_size && start >= log_header
        && (start - log_header) % stride == 0)
        frame = scratch(log, count);
    if (!frame || real->pMethods->xRead(real, frame, (int)stride, start) != SQLITE_OK)
        return real->pMethods->xRead(real, buffer, count, at);
    memcpy(buffer, frame + frame_header, count);
    sqlite3_int64 number = (start - log_header) / stride + 1;
    if (is_committed(database, number)) {
        uint8_t before[8];
        uint32_t sums[2];
        // The sums continue those of the frame before, or of the log's header.
        int code = real->pMethods->xRead(real, before, 8, number == 1 ? log_header - 8 : start - stride + frame_header - 8);
        if (code != SQLITE_OK) return code;
        sums[0] = big_endian(before);
        sums[1] = big_endian(before + 4);
        add(sums, frame, 8);
        add(sums, frame + frame_header, count);
        if (sums[0] != big_endian(frame + 16) || sums[1] != big_endian(frame + 20))
            return refuse(database, big_endian(frame), 1);
    }
    if (big_endian(frame) == 1) learn(database, buffer, 0);
    return SQLITE_OK;
}

static int log_write(sqlite3_file *file, const void *buffer, int count, sqlite3_int64 at) {
    return below(file)->pMethods->xWrite(below(file), buffer, count, at);
}

// Forwarded calls

static int pages_close(sqlite3_file *file) {
    sqlite3_free(((Pages *)file)->scratch);
    return below(file)->pMethods->xClose(below(file));
}

static int pages_truncate(sqlite3_file *file, sqlite3_int64 size) {
    return below(file)->pMethods->xTruncate(below(file), size);
}

static int pages_sync(sqlite3_file *file, int flags) { return below(file)->pMethods->xSync(below(file), flags); }

static int pages_size(sqlite3_file *file, sqlite3_int64 *size) {
    return below(file)->pMethods->xFileSize(below(file), size);
}

static int pages_lock(sqlite3_file *file, int level) { return below(file)->pMethods->xLock(below(file), level); }

static int pages_unlock(sqlite3_file *file, int level) { return below(file)->pMethods->xUnlock(below(file), level); }

static int pages_reserved_lock(sqlite3_file *file, int *result) {
    return below(file)->pMethods->xCheckReservedLock(below(file), result);
}

static int pages_control(sqlite3_file *file, int code, void *argument) {
    if (code == cpages_state_code) {
        *(struct cpages_state *)argument = ((Pages *)file)->state;
        return SQLITE_OK;
    }
    return below(file)->pMethods->xFileControl(below(file), code, argument);
}

static int pages_sector(sqlite3_file *file) { return below(file)->pMethods->xSectorSize(below(file)); }

static int pages_characteristics(sqlite3_file *file) {
    return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

static int pages_map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
    int code = below(file)->pMethods->xShmMap(below(file), region, size, extend, memory);
    if (code == SQLITE_OK && region == 0) ((Pages *)file)->index = *memory;
    return code;
}

static int pages_map_lock(sqlite3_file *file, int first, int count, int flags) {
    return below(file)->pMethods->xShmLock(below(file), first, count, flags);
}

static void pages_barrier(sqlite3_file *file) { below(file)->pMethods->xShmBarrier(below(file)); }

static int pages_unmap(sqlite3_file *file, int erase) {
    ((Pages *)file)->index = 0;
    return below(file)->pMethods->xShmUnmap(below(file), erase);
}

// Version 2 has no memory mapping, through which pages would be read unchecked.
#define METHODS(read, write)                                                                                     \
    {2, pages_close, read, write, pages_truncate, pages_sync, pages_size, pages_lock, pages_unlock,              \
     pages_reserved_lock, pages_control, pages_sector, pages_characteristics, pages_map, pages_map_lock,         \
     pages_barrier, pages_unmap, 0, 0}
static const sqlite3_io_methods database_methods = METHODS(pages_read, pages_write);
static const sqlite3_io_methods log_methods = METHODS(log_read, log_write);

static sqlite3_vfs *base(sqlite3_vfs *vfs) { return vfs->pAppData; }

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *opened) {
    if (!(flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)))
        return base(vfs)->xOpen(base(vfs), name, file, flags, opened);
    memset(file, 0, sizeof(Pages) + sizeof(sqlite3_file));
    int code = base(vfs)->xOpen(base(vfs), name, below(file), flags, opened);
    if (code != SQLITE_OK) {
        if (below(file)->pMethods) below(file)->pMethods->xClose(below(file));
        return code;
    }
    file->pMethods = flags & SQLITE_OPEN_WAL ? &log_methods : &database_methods;
    if (flags & SQLITE_OPEN_WAL) ((Pages *)file)->database = (Pages *)sqlite3_database_file_object(name);
    return code;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int sync) { return base(vfs)->xDelete(base(vfs), name, sync); }

static int vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
    return base(vfs)->xAccess(base(vfs), name, flags, result);
}

static int vfs_full_name(sqlite3_vfs *vfs, const char *name, int room, char *full) {
    return base(vfs)->xFullPathname(base(vfs), name, room, full);
}

static int vfs_random(sqlite3_vfs *vfs, int count, char *bytes) {
    return base(vfs)->xRandomness(base(vfs), count, bytes);
}

static int vfs_sleep(sqlite3_vfs *vfs, int microseconds) { return base(vfs)->xSleep(base(vfs), microseconds); }

static int vfs_time(sqlite3_vfs *vfs, double *time) { return base(vfs)->xCurrentTime(base(vfs), time); }

static int vfs_last_error(sqlite3_vfs *vfs, int room, char *text) {
    return base(vfs)->xGetLastError ? base(vfs)->xGetLastError(base(vfs), room, text) : 0;
}

const char *cpages_vfs(const char *name) {
    static pthread_mutex_t registering = PTHREAD_MUTEX_INITIALIZER;
    static const char prefix[] = "pages-";
    if (sqlite3_initialize() != SQLITE_OK) return 0;
    pthread_mutex_lock(&registering);
    sqlite3_vfs *vfs = 0, *real = sqlite3_vfs_find(name);
    char own[128];
    if (real && snprintf(own, sizeof own, "%s%s", prefix, real->zName) < (int)sizeof own) {
        vfs = sqlite3_vfs_find(own);
        if (!vfs && (vfs = sqlite3_malloc(sizeof *vfs + sizeof own))) {
            memset(vfs, 0, sizeof *vfs);
            vfs->iVersion = 1;
            vfs->szOsFile = sizeof(Pages) + real->szOsFile;
            vfs->mxPathname = real->mxPathname;
            vfs->zName = strcpy((char *)(vfs + 1), own);
            vfs->pAppData = real;
            vfs->xOpen = vfs_open;
            vfs->xDelete = vfs_delete;
            vfs->xAccess = vfs_access;
            vfs->xFullPathname = vfs_full_name;
            vfs->xRandomness = vfs_random;
            vfs->xSleep = vfs_sleep;
            vfs->xCurrentTime = vfs_time;
            vfs->xGetLastError = vfs_last_error;
            if (sqlite3_vfs_register(vfs, 0) != SQLITE_OK) {
                sqlite3_free(vfs);
                vfs = 0;
            }
        }
    }
    pthread_mutex_unlock(&registering);
    return vfs ? vfs->zName : 0;
}
