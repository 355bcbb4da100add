#include "expect.h"

static void stemming(void) {
    cxapian_stemmer *stemmer;
    const char *bytes;
    size_t size;
    char *languages;
    EXPECT_OK(cxapian_stemmer_new(TEXT("english"), &stemmer, &error));
    EXPECT_OK(cxapian_stemmer_stem(stemmer, TEXT("accords"), &bytes, &size, &error));
    EXPECT(SAME(bytes, size, "accord"));
    EXPECT_OK(cxapian_stemmer_stem(stemmer, NULL, 0, &bytes, &size, &error));
    EXPECT(bytes != NULL && size == 0);
    EXPECT_OK(cxapian_stemmer_stem(stemmer, TEXT("\xff\xfe\0\xc3"), &bytes, &size, &error));
    cxapian_stemmer_free(stemmer);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_stemmer_new(TEXT("volapuk"), &stemmer, &error));
    EXPECT(stemmer == NULL);
    EXPECT_OK(cxapian_stemmer_languages(&languages, &error));
    EXPECT(strstr(languages, "english") != NULL);
    cxapian_text_free(languages);
}

void test_maintenance(const char *folder) {
    char a[512], b[512], merged[512], absent[512];
    size_t errors;
    char *report;
    stemming();
    in_folder(a, folder, "a");
    in_folder(b, folder, "b");
    in_folder(merged, folder, "merged");
    in_folder(absent, folder, "absent");
    cxapian_writer_free(filled_database(a));
    cxapian_writer_free(filled_database(b));

    const cxapian_path sources[] = {{a, strlen(a)}, {b, strlen(b)}};
    EXPECT_OK(cxapian_compact(sources, 2, merged, strlen(merged), true, &error));
    EXPECT_OK(cxapian_check(merged, strlen(merged), &errors, &report, &error));
    EXPECT(errors == 0 && strlen(report) > 0);
    cxapian_text_free(report);

    cxapian_database *database;
    cxapian_statistics statistics;
    EXPECT_OK(cxapian_database_open(merged, strlen(merged), &database, &error));
    EXPECT_OK(cxapian_database_statistics(database, &statistics, &error));
    EXPECT(statistics.document_count == 20 && statistics.last_docid == 20);
    cxapian_database_free(database);

    // Copies of documents, one by one, and a place in the numbering that is far above.
    cxapian_writer *writer;
    cxapian_document *document;
    uint32_t docid;
    EXPECT_OK(cxapian_database_open(merged, strlen(merged), &database, &error));
    EXPECT_OK(cxapian_writer_open(a, strlen(a), CXAPIAN_OPEN, true, &writer, &error));
    EXPECT_OK(cxapian_writer_add_copy(writer, database, 20, &docid, &error));
    EXPECT(docid == 11);
    EXPECT_STATUS(CXAPIAN_DOCUMENT_NOT_FOUND, cxapian_writer_add_copy(writer, database, 21, &docid, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_writer_add_copy(writer, database, 0, &docid, &error));
    EXPECT(docid == 0);
    EXPECT_OK(cxapian_document_new(&document, &error));
    EXPECT_OK(cxapian_writer_put(writer, 100, document, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_writer_put(writer, 0, document, &error));
    cxapian_document_free(document);
    EXPECT_OK(cxapian_writer_close(writer, &error));
    cxapian_writer_free(writer);
    cxapian_database_free(database);

    EXPECT_OK(cxapian_sync(a, strlen(a), &error));
    EXPECT_OK(cxapian_exchange(a, strlen(a), merged, strlen(merged), &error));
    EXPECT_OK(cxapian_database_open(merged, strlen(merged), &database, &error));
    EXPECT_OK(cxapian_database_statistics(database, &statistics, &error));
    EXPECT(statistics.document_count == 12 && statistics.last_docid == 100);
    cxapian_database_free(database);
    EXPECT_OK(cxapian_exchange(a, strlen(a), merged, strlen(merged), &error));
    EXPECT_STATUS(CXAPIAN_DATABASE, cxapian_exchange(a, strlen(a), absent, strlen(absent), &error));
    EXPECT_STATUS(CXAPIAN_DATABASE, cxapian_sync(absent, strlen(absent), &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_sync(TEXT("/tmp\0"), &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_exchange(TEXT("/tmp\0"), a, strlen(a), &error));

    EXPECT_STATUS(CXAPIAN_INVALID_OPERATION, cxapian_compact(sources, 2, merged, strlen(merged), false, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_compact(NULL, 0, merged, strlen(merged), false, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_compact(sources, 1, a, strlen(a), false, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_compact(sources, 1, TEXT("/tmp/a\0b"), false, &error));
    EXPECT_STATUS(CXAPIAN_NULL_ARGUMENT, cxapian_compact(NULL, 1, merged, strlen(merged), false, &error));
    const cxapian_path missing = {absent, strlen(absent)};
    EXPECT_STATUS(CXAPIAN_DATABASE_NOT_FOUND, cxapian_compact(&missing, 1, merged, strlen(merged), false, &error));
    EXPECT_STATUS(CXAPIAN_DATABASE_OPENING, cxapian_check(absent, strlen(absent), &errors, &report, &error));
    EXPECT(report == NULL && errors == 0);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_check(TEXT("/tmp\0"), &errors, &report, &error));
}
