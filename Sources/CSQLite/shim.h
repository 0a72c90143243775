#pragma once
#include <sqlite3.h>

// No statistics of memory: they cost two locks an allocation. A variadic function, which Swift does not import. To be
// called before anything else of SQLite; later it changes nothing.
static inline void csqlite_forgo_statistics(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
