// ingest: stores batches of scans in SQLite, a row a scan, and answers each batch when it is durable.
//
//     ingest DATABASE [--group ROWS] [--lookup] [--index]
//
// --group   rows a transaction takes before it is committed, 1000 unless told. Batches of several connections share a
//           transaction while it has room; it is committed too when no more input is waiting.
// --lookup  looks every row's key up first and counts those already stored as duplicates.
// --index   keeps an index for the two queries. Without it they read the whole table, and storing costs less.
//
// Requests:
//     u8 1 | rows (rows.h)                                   a batch
//     u8 2 | u64 person                                      one person's scans
//     u8 3 | u64 offering | i64 from | i64 until, UTC ms     who was there in a window
// Answers:
//     u8 status | u32 stored | u32 duplicates                status 0; 1 = a key was there already (without --lookup)
//     u8 0 | u32 n | n × { u64 terminal, u64 sequence, i64 time, u64 offering }
//     u8 0 | u32 n | n × u64 person
//
// Prints `port=N` first and `stored=… duplicates=… commits=…` at the end; see server.h for how it ends.
#include <getopt.h>
#include <stdio.h>

#include "bytes.h"
#include "rows.h"
#include "server.h"

static sqlite3 *database;
static sqlite3_stmt *begin, *commit, *insert, *find, *scans_of_person, *present_in_window;
static bool looks_up, in_transaction;
static long group = 1000, rows_in_transaction;
static unsigned long long stored, duplicates, commits;

static void settle(void) {
    if (!in_transaction) return;
    run(commit);
    in_transaction = false;
    rows_in_transaction = 0;
    commits++;
}

static bool is_stored(const uint8_t *row) {
    sqlite3_bind_int64(find, 1, (sqlite3_int64)load64(row));
    sqlite3_bind_int64(find, 2, (sqlite3_int64)load64(row + 8));
    bool found = step(find);
    sqlite3_reset(find);
    return found;
}

static bool store(struct connection *from, const uint8_t *rows, size_t size) {
    if (size == 0 || size % row_size != 0) return false;
    size_t count = size / row_size;
    uint32_t taken = 0, known = 0;
    uint8_t status = 0;
    if (!in_transaction) run(begin);
    in_transaction = true;
    for (const uint8_t *row = rows; row < rows + size; row += row_size) {
        if (looks_up && is_stored(row)) {
            known++;
            continue;
        }
        bind_row(insert, row);
        if (run(insert) == SQLITE_DONE) taken++;
        else status = 1;
    }
    stored += taken;
    duplicates += known;
    uint8_t reply[9] = {status};
    store32(reply + 1, taken);
    store32(reply + 5, known);
    answer(from, reply, sizeof reply);
    rows_in_transaction += (long)count;
    if (rows_in_transaction >= group) {
        settle();
        send_answers();
    }
    return true;
}

// Everything the query finds, `columns` integers a row.
static void answer_query(struct connection *to, sqlite3_stmt *query, int columns) {
    static struct buffer reply;
    reply.start = reply.end = 0;
    buffer_append(&reply, (uint8_t[5]){0}, 5);
    uint32_t count = 0;
    for (; step(query); count++) {
        uint8_t *at = buffer_room(&reply, (size_t)columns * 8);
        for (int column = 0; column < columns; column++)
            store64(at + column * 8, (uint64_t)sqlite3_column_int64(query, column));
        reply.end += (size_t)columns * 8;
    }
    store32(reply.bytes + 1, count);
    answer(to, reply.bytes, reply.end);
}

static bool request(struct connection *from, const uint8_t *payload, size_t count) {
    if (count == 0) return false;
    switch (payload[0]) {
    case 1:
        return store(from, payload + 1, count - 1);
    case 2:
        if (count != 9) return false;
        sqlite3_bind_int64(scans_of_person, 1, (sqlite3_int64)load64(payload + 1));
        answer_query(from, scans_of_person, 4);
        return true;
    case 3:
        if (count != 25) return false;
        for (int parameter = 0; parameter < 3; parameter++)
            sqlite3_bind_int64(
                present_in_window, parameter + 1, (sqlite3_int64)load64(payload + 1 + parameter * 8));
        answer_query(from, present_in_window, 1);
        return true;
    default:
        return false;
    }
}

int main(int argc, char **argv) {
    static const struct option options[] = {
        {"group", required_argument, NULL, 'g'}, {"lookup", no_argument, NULL, 'l'},
        {"index", no_argument, NULL, 'i'}, {0}};
    bool indexes = false;
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (option == 'g') group = strtol(optarg, NULL, 10);
        else if (option == 'l') looks_up = true;
        else if (option == 'i') indexes = true;
        else return 2;
    }
    if (optind != argc - 1 || group < 1) {
        fputs("usage: ingest DATABASE [--group ROWS] [--lookup] [--index]\n", stderr);
        return 2;
    }
    database = open_database(
        argv[optind],
        "CREATE TABLE IF NOT EXISTS scan (terminal INTEGER NOT NULL, sequence INTEGER NOT NULL, "
        "person INTEGER NOT NULL, time_ms INTEGER NOT NULL, offering INTEGER NOT NULL, actor INTEGER NOT NULL, "
        "kind INTEGER NOT NULL, method INTEGER NOT NULL, PRIMARY KEY (terminal, sequence)) WITHOUT ROWID");
    if (indexes) {
        execute(database, "CREATE INDEX IF NOT EXISTS scan_person ON scan (person, time_ms)");
        execute(database, "CREATE INDEX IF NOT EXISTS scan_window ON scan (offering, time_ms, person)");
    }
    begin = prepare(database, "BEGIN");
    commit = prepare(database, "COMMIT");
    insert = prepare(database, "INSERT INTO scan VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    find = prepare(database, "SELECT 1 FROM scan WHERE terminal = ?1 AND sequence = ?2");
    scans_of_person = prepare(
        database, "SELECT terminal, sequence, time_ms, offering FROM scan WHERE person = ?1 ORDER BY time_ms");
    present_in_window = prepare(
        database,
        "SELECT DISTINCT person FROM scan WHERE offering = ?1 AND time_ms BETWEEN ?2 AND ?3 ORDER BY person");

    serve(&(struct service){.longest = 8 << 20, .request = request, .settle = settle});

    sqlite3_stmt *all[] = {begin, commit, insert, find, scans_of_person, present_in_window};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) sqlite3_finalize(all[i]);
    sqlite3_close(database);
    printf("stored=%llu duplicates=%llu commits=%llu\n", stored, duplicates, commits);
}
