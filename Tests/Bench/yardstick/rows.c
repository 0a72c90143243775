#include "rows.h"

#include <stdio.h>
#include <stdlib.h>

#include "bytes.h"

static _Noreturn void refuse(sqlite3 *database, const char *what) {
    fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(database));
    exit(1);
}

void execute(sqlite3 *database, const char *sql) {
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) refuse(database, sql);
}

sqlite3_stmt *prepare(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        refuse(database, sql);
    return statement;
}

sqlite3 *open_database(const char *path, const char *schema) {
    sqlite3 *database;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path, &database, flags, NULL) != SQLITE_OK) refuse(database, path);
    execute(database, "PRAGMA page_size = 4096");
    execute(database, "PRAGMA journal_mode = WAL");
    execute(database, "PRAGMA synchronous = FULL");
    execute(database, "PRAGMA wal_autocheckpoint = 10000");
    execute(database, "PRAGMA cache_size = -65536");
    execute(database, schema);
    return database;
}

int run(sqlite3_stmt *statement) {
    int result = sqlite3_step(statement);
    sqlite3_reset(statement);
    if (result != SQLITE_DONE && result != SQLITE_CONSTRAINT) refuse(sqlite3_db_handle(statement), "step");
    return result;
}

int step(sqlite3_stmt *statement) {
    int result = sqlite3_step(statement);
    if (result == SQLITE_ROW) return 1;
    sqlite3_reset(statement);
    if (result != SQLITE_DONE) refuse(sqlite3_db_handle(statement), "query");
    return 0;
}

void bind_row(sqlite3_stmt *statement, const uint8_t *row) {
    for (int column = 0; column < 6; column++)
        sqlite3_bind_int64(statement, column + 1, (sqlite3_int64)load64(row + column * 8));
    sqlite3_bind_int(statement, 7, row[48]);
    sqlite3_bind_int(statement, 8, row[49]);
}
