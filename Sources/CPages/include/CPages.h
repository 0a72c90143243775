#pragma once
// Page checksums for SQLite: a VFS on top of another one. In a database that reserves eight bytes at the end of every
// page, it writes a checksum there with each page and fails to read a page whose checksum differs: SQLITE_IOERR_DATA. A
// page read from the write-ahead log is compared with SQLite's own checksums, which SQLite itself checks only when it
// recovers a log.
#include <stdint.h>

// Registers the VFS over the one named `base` (null: the system's) and returns its name; null if there is no such base
// or no memory. A VFS stays registered until the process ends; its base must outlive every database opened through it.
const char *cpages_vfs(const char *base);

// The bytes that a database must reserve in each page.
enum { cpages_reserved = 8 };

// Opcodes of sqlite3_file_control.
enum {
    // Fills a `struct cpages_state`.
    cpages_state_code = 0x52430001,
};

struct cpages_state {
    // The size of a page in bytes; 0 before the file's header was read.
    int32_t page_size;
    // Whether pages carry checksums.
    int32_t is_covered;
    // The last page that failed its check, from 1; 0 for none.
    uint32_t damaged;
    // Whether that page was in the write-ahead log.
    int32_t is_in_log;
};

// The state of a page as stored in the file.
enum { cpages_sound = 0, cpages_damaged = 1, cpages_uncovered = 2 };
int cpages_judge(const uint8_t *page, int32_t size, uint32_t number);

// Returns whether a write-ahead log that nobody has open holds commits after a damaged frame, where SQLite stops
// reading: 1 or 0, a negative errno if it cannot be read. Commits are synced one by one, so a power cut leaves nothing
// whole after the one it cut.
int cpages_breaks_off(const char *log);
