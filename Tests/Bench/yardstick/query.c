// query: one statement asked straight of SQLite, again and again.
//
//     query DATABASE STATEMENT PARAMETERS ROUNDS
//
// STATEMENT   a file with the SQL
// PARAMETERS  a file with the parameters of one question a line: `i123` an integer, `x0a1b` bytes, with spaces between
// ROUNDS      how often all lines are asked
//
// Every column of every row is read. One line:
//     questions= rows= us= (the mean of one question) first_us= (the very first one, before those that are measured)
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { longest_statement = 8192, longest_line = 4096, most_parameters = 16, most_questions = 4096 };

struct parameter {
    int64_t integer;
    unsigned char *bytes;
    int length;
};

struct question {
    int count;
    struct parameter parameters[most_parameters];
};

static struct question questions[most_questions];
static int question_count;

static void fail(const char *what) {
    fprintf(stderr, "query: %s\n", what);
    exit(2);
}

static struct parameter parse(const char *text) {
    struct parameter parameter = {0};
    if (text[0] == 'i') {
        parameter.integer = strtoll(text + 1, NULL, 10);
    } else if (text[0] == 'x') {
        parameter.length = (int)strlen(text + 1) / 2;
        parameter.bytes = malloc((size_t)parameter.length + 1);
        if (parameter.bytes == NULL) fail("no memory");
        for (int i = 0; i < parameter.length; i++) {
            unsigned byte;
            if (sscanf(text + 1 + 2 * i, "%2x", &byte) != 1) fail("bytes are hexadecimal");
            parameter.bytes[i] = (unsigned char)byte;
        }
    } else {
        fail("a parameter begins with i or x");
    }
    return parameter;
}

static void read_questions(const char *path) {
    char line[longest_line];
    FILE *file = fopen(path, "r");
    if (file == NULL) fail("the parameters cannot be read");
    while (fgets(line, sizeof line, file) != NULL) {
        if (question_count == most_questions) fail("too many questions");
        struct question *question = &questions[question_count++];
        for (char *word = strtok(line, " \n"); word != NULL; word = strtok(NULL, " \n")) {
            if (question->count == most_parameters) fail("too many parameters");
            question->parameters[question->count++] = parse(word);
        }
    }
    fclose(file);
}

static uint64_t rows, sum;

static void ask(sqlite3_stmt *statement, const struct question *question) {
    for (int i = 0; i < question->count; i++) {
        const struct parameter *parameter = &question->parameters[i];
        int result = parameter->bytes != NULL
            ? sqlite3_bind_blob(statement, i + 1, parameter->bytes, parameter->length, SQLITE_STATIC)
            : sqlite3_bind_int64(statement, i + 1, parameter->integer);
        if (result != SQLITE_OK) fail("a parameter was refused");
    }
    int result;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
        rows++;
        for (int column = 0; column < sqlite3_column_count(statement); column++) {
            if (sqlite3_column_type(statement, column) == SQLITE_INTEGER) {
                sum += (uint64_t)sqlite3_column_int64(statement, column);
            } else {
                const unsigned char *bytes = sqlite3_column_blob(statement, column);
                int length = sqlite3_column_bytes(statement, column);
                for (int i = 0; i < length; i++) sum += bytes[i];
            }
        }
    }
    if (result != SQLITE_DONE) fail("the statement failed");
    sqlite3_reset(statement);
}

static uint64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

int main(int count, char **arguments) {
    if (count != 5) fail("usage: query DATABASE STATEMENT PARAMETERS ROUNDS");
    static char sql[longest_statement];
    FILE *file = fopen(arguments[2], "r");
    if (file == NULL || fread(sql, 1, sizeof sql - 1, file) == 0) fail("the statement cannot be read");
    fclose(file);
    read_questions(arguments[3]);
    int rounds = atoi(arguments[4]);
    sqlite3 *database;
    sqlite3_stmt *statement;
    if (sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) fail("no database");
    // As many pages in memory as the server keeps.
    if (sqlite3_exec(database, "PRAGMA cache_size = -65536", NULL, NULL, NULL) != SQLITE_OK) fail("no memory");
    if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) fail(sqlite3_errmsg(database));
    uint64_t opened = now_ns();
    ask(statement, &questions[0]);
    double first = (double)(now_ns() - opened);
    for (int i = 1; i < question_count; i++) ask(statement, &questions[i]);
    rows = 0;
    uint64_t start = now_ns();
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < question_count; i++) ask(statement, &questions[i]);
    }
    double elapsed = (double)(now_ns() - start);
    uint64_t asked = (uint64_t)rounds * (uint64_t)question_count;
    printf("questions=%llu rows=%llu us=%.3f first_us=%.3f\n", (unsigned long long)asked, (unsigned long long)rows,
        elapsed / 1000 / (double)asked, first / 1000);
    fprintf(stderr, "%llx\n", (unsigned long long)sum);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return 0;
}
