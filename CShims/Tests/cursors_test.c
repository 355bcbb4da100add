#include "expect.h"

static void postings(cxapian_database *database) {
    cxapian_postings *cursor;
    uint32_t docids[4], wdfs[4], frequency;
    size_t count;
    EXPECT_OK(cxapian_postings_open(database, TEXT("all"), &cursor, &frequency, &error));
    EXPECT(frequency == 10);
    uint32_t next = 1;
    do {
        EXPECT_OK(cxapian_postings_next_block(cursor, docids, wdfs, 4, &count, &error));
        for (size_t i = 0; i < count; ++i, ++next)
            EXPECT(docids[i] == next && wdfs[i] == next);
    } while (count > 0);
    EXPECT(next == 11);
    EXPECT_OK(cxapian_postings_skip_to(cursor, 20, &error));
    cxapian_postings_free(cursor);

    EXPECT_OK(cxapian_postings_open(database, TEXT("even"), &cursor, NULL, &error));
    EXPECT_OK(cxapian_postings_skip_to(cursor, 5, &error));
    EXPECT_OK(cxapian_postings_skip_to(cursor, 1, &error));
    EXPECT_OK(cxapian_postings_next_block(cursor, docids, NULL, 4, &count, &error));
    EXPECT(count == 3 && docids[0] == 6 && docids[1] == 8 && docids[2] == 10);
    cxapian_postings_free(cursor);

    EXPECT_OK(cxapian_postings_open(database, NULL, 0, &cursor, &frequency, &error));
    EXPECT_OK(cxapian_postings_next_block(cursor, docids, wdfs, 4, &count, &error));
    EXPECT(frequency == 10 && count == 4 && docids[3] == 4 && wdfs[3] == 1);
    cxapian_postings_free(cursor);

    EXPECT_OK(cxapian_postings_open(database, TEXT("unknown"), &cursor, &frequency, &error));
    EXPECT_OK(cxapian_postings_skip_to(cursor, 3, &error));
    EXPECT_OK(cxapian_postings_next_block(cursor, docids, wdfs, 4, &count, &error));
    EXPECT(frequency == 0 && count == 0);
    cxapian_postings_free(cursor);
}

static void lengths(cxapian_database *database) {
    cxapian_lengths *cursor;
    uint32_t docids[16], numbers[16];
    size_t count;
    EXPECT_OK(cxapian_lengths_open(database, &cursor, &error));
    EXPECT_OK(cxapian_lengths_skip_to(cursor, 2, &error));
    EXPECT_OK(cxapian_lengths_next_block(cursor, docids, numbers, 16, &count, &error));
    EXPECT(count == 9);
    for (size_t i = 0; i < count; ++i)
        EXPECT(docids[i] == i + 2 && numbers[i] == docids[i] + 4);
    cxapian_lengths_free(cursor);
}

static void values(cxapian_database *database) {
    cxapian_values *cursor;
    uint32_t docids[4], ends[4];
    const char *bytes;
    size_t count;
    EXPECT_OK(cxapian_values_open(database, 1, &cursor, &error));
    EXPECT_OK(cxapian_values_next_block(cursor, docids, ends, 4, &bytes, &count, &error));
    EXPECT(count == 4 && docids[0] == 2 && docids[3] == 8 && ends[0] == 7 && ends[3] == 28);
    EXPECT(SAME(bytes + ends[2], ends[3] - ends[2], "value 8"));
    EXPECT_OK(cxapian_values_skip_to(cursor, 10, &error));
    EXPECT_OK(cxapian_values_next_block(cursor, docids, ends, 4, &bytes, &count, &error));
    EXPECT(count == 1 && SAME(bytes, ends[0], "value 10"));
    EXPECT_OK(cxapian_values_next_block(cursor, docids, ends, 4, &bytes, &count, &error));
    EXPECT(count == 0);
    EXPECT_OK(cxapian_values_skip_to(cursor, 11, &error));
    cxapian_values_free(cursor);
    EXPECT_OK(cxapian_values_open(database, 77, &cursor, &error));
    EXPECT_OK(cxapian_values_next_block(cursor, docids, ends, 4, &bytes, &count, &error));
    EXPECT(count == 0);
    cxapian_values_free(cursor);
}

static void terms(cxapian_database *database) {
    cxapian_terms *cursor;
    const char *bytes;
    size_t size;
    uint32_t number;
    EXPECT_OK(cxapian_terms_open(database, CXAPIAN_TERMS_ALL, TEXT("o"), &cursor, &error));
    EXPECT_OK(cxapian_terms_next(cursor, &bytes, &size, &number, &error));
    EXPECT(SAME(bytes, size, "odd") && number == 5);
    EXPECT_OK(cxapian_terms_next(cursor, &bytes, &size, NULL, &error));
    EXPECT(SAME(bytes, size, "one"));
    EXPECT_OK(cxapian_terms_next(cursor, &bytes, &size, &number, &error));
    EXPECT(bytes == NULL && size == 0 && number == 0);
    EXPECT_OK(cxapian_terms_skip_to(cursor, TEXT("z"), &error));
    cxapian_terms_free(cursor);

    EXPECT_OK(cxapian_terms_open(database, CXAPIAN_TERMS_ALL, NULL, 0, &cursor, &error));
    EXPECT_OK(cxapian_terms_skip_to(cursor, TEXT("three"), &error));
    EXPECT_OK(cxapian_terms_skip_to(cursor, TEXT("a"), &error));
    EXPECT_OK(cxapian_terms_next(cursor, &bytes, &size, &number, &error));
    EXPECT(SAME(bytes, size, "three") && number == 10);
    cxapian_terms_free(cursor);

    EXPECT_OK(cxapian_terms_open_document(database, 7, &cursor, &error));
    EXPECT_OK(cxapian_terms_next(cursor, &bytes, &size, &number, &error));
    EXPECT(SAME(bytes, size, "all") && number == 7);
    cxapian_terms_free(cursor);

    EXPECT_STATUS(CXAPIAN_DOCUMENT_NOT_FOUND, cxapian_terms_open_document(database, 11, &cursor, &error));
    EXPECT(cursor == NULL);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_terms_open_document(database, 0, &cursor, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT,
                  cxapian_terms_open(database, CXAPIAN_TERMS_SPELLINGS, TEXT("o"), &cursor, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT,
                  cxapian_terms_open(database, (cxapian_terms_kind)3, NULL, 0, &cursor, &error));
}

void test_cursors(const char *folder) {
    char path[512];
    cxapian_database *database;
    in_folder(path, folder, "db");
    cxapian_writer *writer = filled_database(path);
    EXPECT_OK(cxapian_writer_reader(writer, &database, &error));
    for (int round = 0; round < 2; ++round) {
        postings(database);
        lengths(database);
        values(database);
        terms(database);
        cxapian_database_free(database);
        EXPECT_OK(cxapian_database_open(path, strlen(path), &database, &error));
    }

    // A cursor outlives the handle it came from.
    cxapian_postings *cursor;
    uint32_t docids[16];
    size_t count;
    EXPECT_OK(cxapian_postings_open(database, TEXT("odd"), &cursor, NULL, &error));
    cxapian_database_free(database);
    EXPECT_OK(cxapian_postings_next_block(cursor, docids, NULL, 16, &count, &error));
    EXPECT(count == 5);
    cxapian_postings_free(cursor);
    cxapian_writer_free(writer);
}
