#include "expect.h"

static uint32_t documents(cxapian_database *database) {
    cxapian_statistics statistics;
    EXPECT_OK(cxapian_database_statistics(database, &statistics, &error));
    return statistics.document_count;
}

static void opening(const char *folder) {
    char path[512];
    cxapian_writer *writer, *second;
    cxapian_database *reader;
    in_folder(path, folder, "modes");
    EXPECT_STATUS(CXAPIAN_DATABASE_NOT_FOUND,
                  cxapian_writer_open(path, strlen(path), CXAPIAN_OPEN, false, &writer, &error));
    EXPECT(writer == NULL);
    EXPECT_STATUS(CXAPIAN_DATABASE_NOT_FOUND, cxapian_database_open(path, strlen(path), &reader, &error));
    EXPECT(reader == NULL);
    EXPECT_OK(cxapian_writer_open(path, strlen(path), CXAPIAN_CREATE, false, &writer, &error));
    EXPECT_STATUS(CXAPIAN_DATABASE_LOCK,
                  cxapian_writer_open(path, strlen(path), CXAPIAN_OPEN, false, &second, &error));
    EXPECT_OK(cxapian_writer_close(writer, &error));
    EXPECT_OK(cxapian_writer_close(writer, &error));
    EXPECT_STATUS(CXAPIAN_DATABASE_CLOSED, cxapian_writer_delete_docid(writer, 1, &error));
    cxapian_writer_free(writer);
    EXPECT_STATUS(CXAPIAN_DATABASE_CREATE,
                  cxapian_writer_open(path, strlen(path), CXAPIAN_CREATE, false, &writer, &error));
    EXPECT_OK(cxapian_writer_open(path, strlen(path), CXAPIAN_CREATE_OR_OPEN, false, &writer, &error));
    cxapian_writer_free(writer);
    EXPECT_OK(cxapian_writer_open(path, strlen(path), CXAPIAN_CREATE_OR_OVERWRITE, true, &writer, &error));
    cxapian_writer_free(writer);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT,
                  cxapian_writer_open(path, strlen(path), (cxapian_open_mode)4, false, &writer, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT,
                  cxapian_writer_open(TEXT("/tmp\0x"), CXAPIAN_CREATE_OR_OPEN, false, &writer, &error));
    in_folder(path, folder, "no-parent/db");
    EXPECT_STATUS(CXAPIAN_DATABASE_CREATE,
                  cxapian_writer_open(path, strlen(path), CXAPIAN_CREATE_OR_OPEN, false, &writer, &error));
}

static void documents_refuse_what_cannot_be_stored(cxapian_writer *writer) {
    cxapian_document *document;
    char term[246];
    uint32_t docid;
    memset(term, 'x', sizeof term);
    EXPECT_OK(cxapian_document_new(&document, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_document_add_term(document, term, 246, 1, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_document_add_posting(document, term, 246, 1, 1, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_document_add_term(document, NULL, 0, 1, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_document_set_value(document, UINT32_MAX, TEXT("v"), &error));
    EXPECT_OK(cxapian_document_add_term(document, term, 245, 1, &error));
    memset(term, 0, 123);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_document_add_term(document, term, 123, 1, &error));
    EXPECT_OK(cxapian_document_add_term(document, term, 122, 1, &error));
    // What it lets through, the database takes.
    EXPECT_OK(cxapian_writer_add(writer, document, &docid, &error));
    EXPECT_OK(cxapian_writer_commit(writer, &error));
    EXPECT_OK(cxapian_writer_delete_docid(writer, docid, &error));
    cxapian_document_free(document);
}

static void replaces_and_deletes(cxapian_writer *writer, cxapian_database *reader) {
    cxapian_document *document;
    uint32_t docid;
    EXPECT_OK(cxapian_document_new(&document, &error));
    EXPECT_OK(cxapian_document_add_term(document, TEXT("odd"), 1, &error));
    EXPECT_OK(cxapian_writer_replace(writer, TEXT("odd"), document, &docid, &error));
    EXPECT(docid == 1 && documents(reader) == 6);
    EXPECT_OK(cxapian_writer_delete_term(writer, TEXT("odd"), &error));
    EXPECT_OK(cxapian_writer_delete_term(writer, TEXT("unknown"), &error));
    EXPECT_OK(cxapian_writer_delete_docid(writer, 2, &error));
    EXPECT(documents(reader) == 4);
    EXPECT_STATUS(CXAPIAN_DOCUMENT_NOT_FOUND, cxapian_writer_delete_docid(writer, 2, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_writer_delete_docid(writer, 0, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_writer_delete_term(writer, NULL, 0, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_writer_replace(writer, NULL, 0, document, &docid, &error));
    EXPECT(docid == 0);
    cxapian_document_free(document);
    EXPECT_OK(cxapian_writer_commit(writer, &error));
}

static void transactions(cxapian_writer *writer, cxapian_database *reader) {
    const uint32_t before = documents(reader);
    EXPECT_STATUS(CXAPIAN_INVALID_OPERATION, cxapian_writer_commit_transaction(writer, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_OPERATION, cxapian_writer_cancel_transaction(writer, &error));
    EXPECT_OK(cxapian_writer_begin_transaction(writer, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_OPERATION, cxapian_writer_begin_transaction(writer, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_OPERATION, cxapian_writer_commit(writer, &error));
    EXPECT_OK(cxapian_writer_delete_term(writer, TEXT("even"), &error));
    EXPECT(documents(reader) < before);
    EXPECT_OK(cxapian_writer_cancel_transaction(writer, &error));
    EXPECT(documents(reader) == before);
    EXPECT_OK(cxapian_writer_begin_transaction(writer, &error));
    EXPECT_OK(cxapian_writer_delete_docid(writer, 4, &error));
    EXPECT_OK(cxapian_writer_commit_transaction(writer, &error));
    EXPECT(documents(reader) == before - 1);
}

static void metadata_and_spelling(cxapian_writer *writer, cxapian_database *reader) {
    const char *bytes;
    size_t size;
    uint32_t number;
    char key[300];
    cxapian_terms *cursor;
    EXPECT_OK(cxapian_writer_set_metadata(writer, TEXT("a\0key"), TEXT("a\0value"), &error));
    EXPECT_OK(cxapian_writer_set_metadata(writer, TEXT("b"), TEXT("other"), &error));
    EXPECT_OK(cxapian_database_metadata(reader, TEXT("a\0key"), &bytes, &size, &error));
    EXPECT(SAME(bytes, size, "a\0value"));
    EXPECT_OK(cxapian_terms_open(reader, CXAPIAN_TERMS_METADATA_KEYS, TEXT("a"), &cursor, &error));
    EXPECT_OK(cxapian_terms_next(cursor, &bytes, &size, &number, &error));
    EXPECT(SAME(bytes, size, "a\0key") && number == 0);
    EXPECT_OK(cxapian_terms_next(cursor, &bytes, &size, &number, &error));
    EXPECT(bytes == NULL);
    cxapian_terms_free(cursor);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_writer_set_metadata(writer, NULL, 0, TEXT("v"), &error));
    memset(key, 'k', sizeof key);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_writer_set_metadata(writer, key, sizeof key, TEXT("v"), &error));
    // Asking for what cannot be stored is fine.
    EXPECT_OK(cxapian_database_metadata(reader, key, sizeof key, &bytes, &size, &error));
    EXPECT(size == 0);
    EXPECT_OK(cxapian_database_frequency(reader, key, sizeof key, &number, NULL, &error));
    EXPECT(number == 0);

    EXPECT_OK(cxapian_writer_add_spelling(writer, TEXT("accords"), 3, &error));
    EXPECT_OK(cxapian_writer_add_spelling(writer, TEXT("minister"), 1, &error));
    EXPECT_OK(cxapian_database_suggestion(reader, TEXT("acords"), 2, &bytes, &size, &error));
    EXPECT(SAME(bytes, size, "accords"));
    EXPECT_OK(cxapian_writer_commit(writer, &error));
    EXPECT_OK(cxapian_terms_open(reader, CXAPIAN_TERMS_SPELLINGS, NULL, 0, &cursor, &error));
    EXPECT_OK(cxapian_terms_next(cursor, &bytes, &size, &number, &error));
    EXPECT(SAME(bytes, size, "accords") && number == 3);
    cxapian_terms_free(cursor);
    EXPECT_OK(cxapian_writer_remove_spelling(writer, TEXT("accords"), 3, &error));
    EXPECT_OK(cxapian_writer_remove_spelling(writer, TEXT("unknown"), 3, &error));
    EXPECT_OK(cxapian_database_suggestion(reader, TEXT("acords"), 2, &bytes, &size, &error));
    EXPECT(size == 0);
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_writer_add_spelling(writer, key, sizeof key, 1, &error));
}

void test_writing(const char *folder) {
    char path[512];
    cxapian_database *reader;
    opening(folder);
    in_folder(path, folder, "db");
    cxapian_writer *writer = filled_database(path);
    EXPECT_OK(cxapian_writer_reader(writer, &reader, &error));
    documents_refuse_what_cannot_be_stored(writer);
    replaces_and_deletes(writer, reader);
    transactions(writer, reader);
    metadata_and_spelling(writer, reader);
    // In either order.
    cxapian_writer_free(writer);
    EXPECT(documents(reader) == 3);
    cxapian_database_free(reader);
}
