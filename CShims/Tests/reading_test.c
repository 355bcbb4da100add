#include "expect.h"

static void reads_what_was_written(cxapian_database *database, bool writer) {
    cxapian_statistics statistics;
    const char *bytes;
    const uint32_t *positions;
    size_t size, count;
    uint32_t number, other;

    EXPECT_OK(cxapian_database_statistics(database, &statistics, &error));
    EXPECT(statistics.document_count == 10 && statistics.last_docid == 10 && statistics.has_positions);
    EXPECT(statistics.total_length == 55 + 10 * 4 && statistics.average_length == 9.5);
    EXPECT(statistics.length_lower_bound <= 5 && statistics.length_upper_bound >= 14 && statistics.revision > 0);

    EXPECT_OK(cxapian_database_uuid(database, &bytes, &size, &error));
    EXPECT(size == 36);
    EXPECT_OK(cxapian_database_frequency(database, TEXT("all"), &number, &other, &error));
    EXPECT(number == 10 && other == 55);
    EXPECT_OK(cxapian_database_frequency(database, TEXT("unknown"), &number, &other, &error));
    EXPECT(number == 0 && other == 0);
    EXPECT_OK(cxapian_database_frequency(database, NULL, 0, &number, NULL, &error));
    EXPECT(number == 10);

    EXPECT_OK(cxapian_database_length(database, 3, &number, &error));
    EXPECT(number == 3 + 4);
    EXPECT_STATUS(CXAPIAN_DOCUMENT_NOT_FOUND, cxapian_database_length(database, 11, &number, &error));
    EXPECT(number == 0);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_database_length(database, 0, &number, &error));

    EXPECT_OK(cxapian_database_data(database, 3, &bytes, &size, &error));
    EXPECT(SAME(bytes, size, "data 3"));
    EXPECT_STATUS(CXAPIAN_DOCUMENT_NOT_FOUND, cxapian_database_data(database, 11, &bytes, &size, &error));
    EXPECT(bytes == NULL && size == 0);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_database_data(database, 0, &bytes, &size, &error));

    EXPECT_OK(cxapian_database_value(database, 4, 1, &bytes, &size, &error));
    EXPECT(SAME(bytes, size, "value 4"));
    EXPECT_OK(cxapian_database_value(database, 3, 1, &bytes, &size, &error));
    EXPECT(bytes != NULL && size == 0);
    EXPECT_STATUS(CXAPIAN_DOCUMENT_NOT_FOUND, cxapian_database_value(database, 11, 1, &bytes, &size, &error));

    EXPECT_OK(cxapian_database_positions(database, 4, TEXT("two"), &positions, &count, &error));
    EXPECT(count == 1 && positions[0] == 9);
    EXPECT_OK(cxapian_database_positions(database, 4, TEXT("unknown"), &positions, &count, &error));
    EXPECT(count == 0);
    EXPECT_OK(cxapian_database_positions(database, 11, TEXT("two"), &positions, &count, &error));
    EXPECT(count == 0);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT,
                  cxapian_database_positions(database, 0, TEXT("two"), &positions, &count, &error));

    EXPECT_OK(cxapian_database_metadata(database, TEXT("unknown"), &bytes, &size, &error));
    EXPECT(size == 0);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_database_metadata(database, NULL, 0, &bytes, &size, &error));

    bool changed = true;
    EXPECT_OK(cxapian_database_reopen(database, &changed, &error));
    EXPECT(!changed || !writer);
}

static void closed_database(const char *path) {
    cxapian_database *database;
    const char *bytes;
    size_t size;
    bool changed;
    EXPECT_OK(cxapian_database_open(path, strlen(path), &database, &error));
    EXPECT_OK(cxapian_database_close(database, &error));
    EXPECT_OK(cxapian_database_close(database, &error));
    EXPECT_STATUS(CXAPIAN_DATABASE_CLOSED, cxapian_database_data(database, 1, &bytes, &size, &error));
    EXPECT_STATUS(CXAPIAN_DATABASE_CLOSED, cxapian_database_reopen(database, &changed, &error));
    cxapian_database_free(database);
}

void test_reading(const char *folder) {
    char path[512];
    cxapian_database *database;
    in_folder(path, folder, "db");
    cxapian_writer *writer = filled_database(path);

    EXPECT_OK(cxapian_writer_reader(writer, &database, &error));
    reads_what_was_written(database, true);
    cxapian_database_free(database);

    EXPECT_OK(cxapian_database_open(path, strlen(path), &database, &error));
    reads_what_was_written(database, false);
    cxapian_database_free(database);

    closed_database(path);
    cxapian_writer_free(writer);
    EXPECT(strncmp(cxapian_version(), "1.", 2) == 0);
}
