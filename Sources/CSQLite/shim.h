#pragma once
#include <sqlite3.h>

// No statistics of memory: they cost two locks an allocation. A variadic function, which Swift does not import. To be
// called before anything else of SQLite; later it changes nothing.
static inline void csqlite_forgo_statistics(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// Lengthens the write-ahead log to so many bytes with zeros, which are no frames to SQLite, and syncs it. To be called by
// whoever holds the write lock. Through the file's own methods: the log may be in memory, or on a disk that fails.
static inline int csqlite_lengthen_log(sqlite3 *database, sqlite3_int64 bytes) {
    // SQLite's files take less than 128 KiB at once.
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
    // What was gained is no use, and a full disk needs it.
    log->pMethods->xTruncate(log, begin);
    return code;
}

// Closing the last connection leaves the write-ahead log where it is. Another variadic function.
static inline int csqlite_leave_log(sqlite3 *database) {
    return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
