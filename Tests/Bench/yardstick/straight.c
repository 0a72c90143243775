// straight: one call runs statements on a database, and is answered when they are durable; calls that arrive together
// share a commit.
//
//     straight DATABASE STATEMENTS
//
// STATEMENTS  a file with the SQL of the statements, a blank line between two
//
// Request: statements in order, each u8 index | u8 parameters | parameter…
//          parameter: 'i' i64, or 't' (text) or 'b' (bytes) with u32 length | bytes
// Answer:  u8 0
//
// Prints `port=N` first and `calls=… statements=… commits=…` at the end; see server.h for how it ends.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "rows.h"
#include "server.h"

enum { most_statements = 64, longest_file = 1 << 16 };

static sqlite3 *database;
static sqlite3_stmt *begin, *commit, *statements[most_statements];
static int statement_count;
static bool in_transaction;
static unsigned long long calls, executed, commits;

static void settle(void) {
    if (!in_transaction) return;
    run(commit);
    in_transaction = false;
    commits++;
}

static void read_statements(const char *path) {
    static char text[longest_file];
    FILE *file = fopen(path, "r");
    if (!file) fail(path);
    size_t count = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[count] = 0;
    for (char *sql = text; *sql;) {
        char *end = strstr(sql, "\n\n");
        if (end) *end = 0;
        if (statement_count == most_statements) fail("too many statements");
        statements[statement_count++] = prepare(database, sql);
        if (!end) return;
        sql = end + 2;
    }
}

// Binds a parameter and returns what follows it; NULL when it is malformed.
static const uint8_t *bind(sqlite3_stmt *statement, int number, const uint8_t *at, const uint8_t *end) {
    if (at == end) return NULL;
    uint8_t kind = *at++;
    if (kind == 'i') {
        if (end - at < 8) return NULL;
        sqlite3_bind_int64(statement, number, (sqlite3_int64)load64(at));
        return at + 8;
    }
    if (end - at < 4) return NULL;
    uint32_t length = load32(at);
    at += 4;
    if (end - at < length) return NULL;
    if (kind == 't') sqlite3_bind_text(statement, number, (const char *)at, (int)length, SQLITE_STATIC);
    else if (kind == 'b') sqlite3_bind_blob(statement, number, at, (int)length, SQLITE_STATIC);
    else return NULL;
    return at + length;
}

static bool request(struct connection *from, const uint8_t *at, size_t count) {
    const uint8_t *end = at + count;
    if (!in_transaction) run(begin);
    in_transaction = true;
    while (at < end) {
        if (end - at < 2 || at[0] >= statement_count) return false;
        sqlite3_stmt *statement = statements[at[0]];
        int parameters = at[1];
        at += 2;
        for (int number = 1; number <= parameters; number++) {
            at = bind(statement, number, at, end);
            if (!at) return false;
        }
        if (run(statement) != SQLITE_DONE) fail("a row is there already");
        executed++;
    }
    uint8_t status = 0;
    answer(from, &status, sizeof status);
    calls++;
    return true;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: straight DATABASE STATEMENTS\n", stderr);
        return 2;
    }
    database = open_database(argv[1], "");
    begin = prepare(database, "BEGIN");
    commit = prepare(database, "COMMIT");
    read_statements(argv[2]);

    serve(&(struct service){.longest = 16 << 20, .request = request, .settle = settle});

    sqlite3_finalize(begin);
    sqlite3_finalize(commit);
    for (int i = 0; i < statement_count; i++) sqlite3_finalize(statements[i]);
    sqlite3_close(database);
    printf("calls=%llu statements=%llu commits=%llu\n", calls, executed, commits);
}
