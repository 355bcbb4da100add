#include "expect.h"

static void change(cxapian_writer *writer, uint32_t round) {
    cxapian_document *document;
    uint32_t docid;
    char term[32];
    EXPECT_OK(cxapian_document_new(&document, &error));
    for (uint32_t i = 0; i < 500; ++i)
        EXPECT_OK(cxapian_document_add_term(document, term, (size_t)snprintf(term, sizeof term, "t%u.%u", i, round), 1,
                                            &error));
    EXPECT_OK(cxapian_document_add_term(document, TEXT("all"), 1, &error));
    EXPECT_OK(cxapian_writer_add(writer, document, &docid, &error));
    EXPECT_OK(cxapian_writer_commit(writer, &error));
    cxapian_document_free(document);
}

/* Many small blocks, so that the cursors have some left to read. */
static void enlarge(cxapian_writer *writer) {
    cxapian_document *document;
    uint32_t docid;
    char value[64];
    EXPECT_OK(cxapian_document_new(&document, &error));
    for (uint32_t i = 0; i < 20000; ++i) {
        EXPECT_OK(cxapian_document_clear(document, &error));
        EXPECT_OK(cxapian_document_add_term(document, TEXT("all"), 1 + i % 900, &error));
        EXPECT_OK(cxapian_document_set_value(document, 1, value, (size_t)snprintf(value, sizeof value, "%040u", i),
                                             &error));
        EXPECT_OK(cxapian_document_set_data(document, value, strlen(value), &error));
        EXPECT_OK(cxapian_writer_add(writer, document, &docid, &error));
    }
    EXPECT_OK(cxapian_writer_commit(writer, &error));
    cxapian_document_free(document);
}

/* A reader survives one commit; after two, what it has not yet read is gone, until it reopens. */
static void second_commit(const char *path, cxapian_writer *writer) {
    cxapian_database *database;
    cxapian_postings *postings;
    cxapian_values *values;
    cxapian_terms *terms;
    const char *bytes;
    uint32_t docids[512], numbers[512];
    size_t size, count;
    bool changed;
    EXPECT_OK(cxapian_database_open(path, strlen(path), &database, &error));
    EXPECT_OK(cxapian_postings_open(database, TEXT("all"), &postings, NULL, &error));
    EXPECT_OK(cxapian_values_open(database, 1, &values, &error));
    EXPECT_OK(cxapian_terms_open(database, CXAPIAN_TERMS_ALL, NULL, 0, &terms, &error));
    EXPECT_OK(cxapian_postings_next_block(postings, docids, numbers, 512, &count, &error));
    change(writer, 1);
    EXPECT_OK(cxapian_database_data(database, 3, &bytes, &size, &error));
    change(writer, 2);
    change(writer, 3);

    cxapian_status status;
    do
        status = cxapian_postings_next_block(postings, docids, numbers, 512, &count, NULL);
    while (status == CXAPIAN_OK && count > 0);
    EXPECT(status == CXAPIAN_DATABASE_MODIFIED && count == 0);
    // Data is read from its own block alone, which is still that of the old revision: right, or refused, never wrong.
    status = cxapian_database_data(database, 20010, &bytes, &size, NULL);
    EXPECT(status == CXAPIAN_DATABASE_MODIFIED ||
           (status == CXAPIAN_OK && SAME(bytes, size, "0000000000000000000000000000000000019999")));
    EXPECT_STATUS(CXAPIAN_DATABASE_MODIFIED, cxapian_database_length(database, 20010, &numbers[0], &error));
    EXPECT_OK(cxapian_database_reopen(database, &changed, &error));
    EXPECT(changed);
    EXPECT_OK(cxapian_database_data(database, 7, &bytes, &size, &error));
    EXPECT(SAME(bytes, size, "data 7"));

    // Using a cursor from before is against the rules, but must not be worse than a wrong answer.
    (void)cxapian_postings_next_block(postings, docids, numbers, 512, &count, NULL);
    (void)cxapian_values_next_block(values, docids, numbers, 512, &bytes, &count, NULL);
    (void)cxapian_terms_next(terms, &bytes, &size, NULL, NULL);
    cxapian_database_free(database);
    (void)cxapian_postings_next_block(postings, docids, numbers, 512, &count, NULL);
    cxapian_postings_free(postings);
    cxapian_values_free(values);
    cxapian_terms_free(terms);
}

/* The same for a writer's own cursors. */
static void writing_under_a_cursor(cxapian_writer *writer) {
    cxapian_database *reader;
    cxapian_postings *postings;
    cxapian_terms *terms;
    const char *bytes;
    uint32_t docids[512], numbers[512];
    size_t size, count;
    EXPECT_OK(cxapian_writer_reader(writer, &reader, &error));
    EXPECT_OK(cxapian_postings_open(reader, TEXT("all"), &postings, NULL, &error));
    EXPECT_OK(cxapian_terms_open(reader, CXAPIAN_TERMS_ALL, TEXT("t"), &terms, &error));
    EXPECT_OK(cxapian_postings_next_block(postings, docids, numbers, 512, &count, &error));
    change(writer, 4);
    (void)cxapian_postings_next_block(postings, docids, numbers, 512, &count, NULL);
    (void)cxapian_terms_next(terms, &bytes, &size, NULL, NULL);
    EXPECT_OK(cxapian_writer_delete_term(writer, TEXT("odd"), &error));
    EXPECT_OK(cxapian_writer_commit(writer, &error));
    (void)cxapian_postings_next_block(postings, docids, numbers, 512, &count, NULL);
    (void)cxapian_terms_next(terms, &bytes, &size, NULL, NULL);
    cxapian_terms_free(terms);
    cxapian_postings_free(postings);
    cxapian_database_free(reader);
}

void test_revisions(const char *folder) {
    char path[512];
    cxapian_writer *writer = filled_database(in_folder(path, folder, "db"));
    enlarge(writer);
    second_commit(path, writer);
    writing_under_a_cursor(writer);
    cxapian_writer_free(writer);
}
