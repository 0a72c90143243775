// single: one call is one check-in row, answered when it is durable; rows that arrive together share a commit.
//
//     single DATABASE [--verify]
//
// --verify  checks one Ed25519 signature a call, over the row and its key, and refuses the row when it is wrong.
//
// Request: row (rows.h) | 16 key of the call [| 32 public key | 64 signature]
// Answer:  u8 status, 0 = stored · 1 = a row with this key is stored already · 2 = the signature is wrong
//
// Prints `port=N` first and `stored=… refused=… commits=…` at the end; see server.h for how it ends.
#include <getopt.h>
#include <sodium.h>
#include <stdio.h>

#include "bytes.h"
#include "rows.h"
#include "server.h"

enum { key_size = 16, signed_size = row_size + key_size };

static sqlite3 *database;
static sqlite3_stmt *begin, *commit, *insert;
static bool verifies, in_transaction;
static unsigned long long stored, refused, commits;

static void settle(void) {
    if (!in_transaction) return;
    run(commit);
    in_transaction = false;
    commits++;
}

static uint8_t store(const uint8_t *payload) {
    if (verifies) {
        const uint8_t *public_key = payload + signed_size, *signature = public_key + crypto_sign_PUBLICKEYBYTES;
        if (crypto_sign_verify_detached(signature, payload, signed_size, public_key) != 0) return 2;
    }
    if (!in_transaction) run(begin);
    in_transaction = true;
    bind_row(insert, payload);
    sqlite3_bind_blob(insert, 9, payload + row_size, key_size, SQLITE_STATIC);
    return run(insert) == SQLITE_DONE ? 0 : 1;
}

static bool request(struct connection *from, const uint8_t *payload, size_t count) {
    if (count != signed_size + (verifies ? crypto_sign_PUBLICKEYBYTES + crypto_sign_BYTES : 0)) return false;
    uint8_t status = store(payload);
    if (status == 0) stored++;
    else refused++;
    answer(from, &status, sizeof status);
    return true;
}

int main(int argc, char **argv) {
    static const struct option options[] = {{"verify", no_argument, NULL, 'v'}, {0}};
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (option == 'v') verifies = true;
        else return 2;
    }
    if (optind != argc - 1) {
        fputs("usage: single DATABASE [--verify]\n", stderr);
        return 2;
    }
    if (sodium_init() < 0) fail("sodium_init");
    database = open_database(
        argv[optind],
        "CREATE TABLE IF NOT EXISTS checkin (id INTEGER PRIMARY KEY, terminal INTEGER NOT NULL, "
        "sequence INTEGER NOT NULL, person INTEGER NOT NULL, time_ms INTEGER NOT NULL, offering INTEGER NOT NULL, "
        "actor INTEGER NOT NULL, kind INTEGER NOT NULL, method INTEGER NOT NULL, call BLOB NOT NULL UNIQUE)");
    begin = prepare(database, "BEGIN");
    commit = prepare(database, "COMMIT");
    insert = prepare(
        database,
        "INSERT INTO checkin (terminal, sequence, person, time_ms, offering, actor, kind, method, call) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");

    serve(&(struct service){.longest = 1024, .request = request, .settle = settle});

    sqlite3_finalize(begin);
    sqlite3_finalize(commit);
    sqlite3_finalize(insert);
    sqlite3_close(database);
    printf("stored=%llu refused=%llu commits=%llu\n", stored, refused, commits);
}
