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

// Writes a page's checksum into its reserved bytes.
void cpages_cover(uint8_t *page, int32_t size, uint32_t number);

// Pages of an open database, past SQLite: a connection opened through this VFS. The functions return a code of SQLite.
// They use the files that SQLite has open, for a descriptor of one's own releases SQLite's locks when it is closed.
struct sqlite3;

// Counts the pages in the database file.
int cpages_stored(struct sqlite3 *connection, uint32_t *pages);

// Judges a page as stored in the database file.
int cpages_judge_stored(struct sqlite3 *connection, uint32_t number, int *judgement);

// A committed state of the database. Inside a read transaction it stays: the pages of frames `moved + 1` to `frames` are
// read from the log, the last frame of each, and all others from the database file.
struct cpages_snapshot {
    // Pages of the database; 0 if the log has had no frame since it was opened: as many as the file has.
    uint32_t pages;
    // Frames of the log that are committed.
    uint32_t frames;
    // Frames that a checkpoint has moved into the database file.
    uint32_t moved;
    // Distinguishes this round of the log from others.
    uint8_t round[8];
};

// Reads the state of the last commit. SQLITE_BUSY while it is being written.
int cpages_snapshot(struct sqlite3 *connection, struct cpages_snapshot *snapshot);

// Tells whose page a frame of the log is; SQLITE_CORRUPT unless it belongs to the snapshot's round.
int cpages_frame(struct sqlite3 *connection, const struct cpages_snapshot *snapshot, uint32_t frame, uint32_t *number);

// Reads a page from a frame of the log, or from the database file if `frame` is 0, and checks it. Its reserved bytes are
// zeros. SQLITE_IOERR_DATA if it is damaged.
int cpages_read(struct sqlite3 *connection, uint32_t number, uint32_t frame, uint8_t *page);

// Returns whether a write-ahead log that nobody has open holds commits after a damaged frame, where SQLite stops
// reading: 1 or 0, a negative errno if it cannot be read. Commits are synced one by one, so a power cut leaves nothing
// whole after the one it cut.
int cpages_breaks_off(const char *log);
