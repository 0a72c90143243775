#pragma once
#include <sqlite3.h>

// Turns memory statistics off: they cost two locks per allocation. A variadic function, which Swift does not import.
// Call it before anything else of SQLite; later it has no effect.
static inline void csqlite_forgo_statistics(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// Extends the write-ahead log to that many bytes with zeros, which SQLite does not take for frames, and syncs it. Only
// for the holder of the write lock. Uses the file's own methods: the log may be in memory, or on a disk that fails.
static inline int csqlite_lengthen_log(sqlite3 *database, sqlite3_int64 bytes) {
    // One write to SQLite's files must be shorter than 128 KiB.
    static const char zeros[64 << 10];
    sqlite3_file *log = 0;
    sqlite3_int64 at = 0, begin;
    int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (code == SQLITE_OK && (!log || !log->pMethods)) code = SQLITE_MISUSE;
    if (code == SQLITE_OK) code = log->pMethods->xFileSize(log, &at);
    if (code != SQLITE_OK || at >= bytes) return code;
    begin = at;
    while (code == SQLITE_OK && at < bytes) {
        code = log->pMethods->xWrite(log, zeros, sizeof zeros, at);
        at += sizeof zeros;
    }
    if (code == SQLITE_OK) return log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
    // A partial extension is useless, and a full disk needs the space.
    log->pMethods->xTruncate(log, begin);
    return code;
}

// Keeps the write-ahead log when the last connection closes. A variadic function too.
static inline int csqlite_leave_log(sqlite3 *database) {
    return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
