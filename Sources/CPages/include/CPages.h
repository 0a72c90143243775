#pragma once
// Page checksums for SQLite: a VFS that lies over another one. In a database with eight bytes reserved at the end of every
// page it writes a checksum there with each page, and refuses a page that no longer fits it: SQLITE_IOERR_DATA. A page
// read from the write-ahead log is compared with the checksums that SQLite keeps there itself, and otherwise looks at
// only when it recovers a log.
#include <stdint.h>

// Registers the VFS over the one named `base` (null: the system's) and answers its name, null when there is no such base
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
    // Bytes of a page; 0 before the file's header was read.
    int32_t page_size;
    // Whether pages carry checksums.
    int32_t is_covered;
    // The last page that was refused, from 1; 0: none.
    uint32_t damaged;
    // Whether it stood in the write-ahead log.
    int32_t is_in_log;
};

// What there is to say of a page as it lies in the file.
enum { cpages_sound = 0, cpages_damaged = 1, cpages_uncovered = 2 };
int cpages_judge(const uint8_t *page, int32_t size, uint32_t number);

// Whether a write-ahead log that nobody has open holds commits behind a damaged frame, where SQLite ends its reading: 1 or
// 0, a negative errno when it cannot be read. Commits are synced one after the other, so that a power cut leaves nothing
// whole behind the one that it cut.
int cpages_breaks_off(const char *log);
