#pragma once
#include "CPages.h"

#include <sqlite3.h>

// SQLite's handle of an open database or log; the handle of the underlying VFS follows it in memory.
typedef struct Pages {
    sqlite3_file base;
    // For a log: its database.
    struct Pages *database;
    // A buffer for a page and its frame header in the log.
    uint8_t *scratch;
    int32_t scratch_size;
    // For a database: the first region of the log's index, which the connections share.
    volatile uint8_t *index;
    struct cpages_state state;
} Pages;

static inline sqlite3_file *below(sqlite3_file *file) { return (sqlite3_file *)((Pages *)file + 1); }
