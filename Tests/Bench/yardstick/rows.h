// One scan as a row, in a message and in SQLite.
#ifndef YARDSTICK_ROWS_H
#define YARDSTICK_ROWS_H

#include <sqlite3.h>
#include <stdint.h>

//  0 u64 terminal | 8 u64 sequence | 16 u64 person | 24 i64 time, UTC ms | 32 u64 offering | 40 u64 actor
// 48 u8 kind | 49 u8 method
enum { row_size = 50 };

// Opens the database with the settings the server under test uses: WAL, synchronous=FULL, checkpoints every
// 10,000 pages on this connection, 64 MB of cache.
sqlite3 *open_database(const char *path, const char *schema);
sqlite3_stmt *prepare(sqlite3 *database, const char *sql);
void execute(sqlite3 *database, const char *sql);

// Runs a statement that answers no rows; SQLITE_DONE, or SQLITE_CONSTRAINT when the key is there already.
// Anything else ends the program: a yardstick that cannot store must not answer.
int run(sqlite3_stmt *statement);
// Steps a query; false at its end.
int step(sqlite3_stmt *statement);

// Binds the eight columns, in the order above, to parameters 1–8.
void bind_row(sqlite3_stmt *statement, const uint8_t *row);

#endif
