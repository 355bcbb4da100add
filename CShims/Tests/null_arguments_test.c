#include "expect.h"

#define REFUSED(call) EXPECT_STATUS(CXAPIAN_NULL_ARGUMENT, call)

static void without_handles(void) {
    const char *bytes;
    const uint32_t *numbers;
    size_t size;
    uint32_t number;
    bool flag;
    cxapian_statistics statistics;
    cxapian_bounds bounds;
    const cxapian_weighting weighting = {0};
    cxapian_database *database;
    cxapian_postings *postings;
    cxapian_lengths *lengths;
    cxapian_values *values;
    cxapian_terms *terms;
    cxapian_query *query;

    REFUSED(cxapian_database_reopen(NULL, &flag, &error));
    REFUSED(cxapian_database_close(NULL, &error));
    REFUSED(cxapian_database_uuid(NULL, &bytes, &size, &error));
    REFUSED(cxapian_database_statistics(NULL, &statistics, &error));
    REFUSED(cxapian_database_frequency(NULL, TEXT("t"), &number, NULL, &error));
    REFUSED(cxapian_database_length(NULL, 1, &number, &error));
    REFUSED(cxapian_database_metadata(NULL, TEXT("k"), &bytes, &size, &error));
    REFUSED(cxapian_database_data(NULL, 1, &bytes, &size, &error));
    REFUSED(cxapian_database_value(NULL, 1, 1, &bytes, &size, &error));
    REFUSED(cxapian_database_positions(NULL, 1, TEXT("t"), &numbers, &size, &error));
    REFUSED(cxapian_database_suggestion(NULL, TEXT("t"), 2, &bytes, &size, &error));
    REFUSED(cxapian_postings_open(NULL, TEXT("t"), &postings, NULL, &error));
    REFUSED(cxapian_postings_next_block(NULL, &number, NULL, 1, &size, &error));
    REFUSED(cxapian_postings_skip_to(NULL, 1, &error));
    REFUSED(cxapian_lengths_open(NULL, &lengths, &error));
    REFUSED(cxapian_lengths_next_block(NULL, &number, &number, 1, &size, &error));
    REFUSED(cxapian_lengths_skip_to(NULL, 1, &error));
    REFUSED(cxapian_values_open(NULL, 1, &values, &error));
    REFUSED(cxapian_values_next_block(NULL, &number, &number, 1, &bytes, &size, &error));
    REFUSED(cxapian_values_skip_to(NULL, 1, &error));
    REFUSED(cxapian_terms_open(NULL, CXAPIAN_TERMS_ALL, NULL, 0, &terms, &error));
    REFUSED(cxapian_terms_open_document(NULL, 1, &terms, &error));
    REFUSED(cxapian_terms_next(NULL, &bytes, &size, &number, &error));
    REFUSED(cxapian_terms_skip_to(NULL, TEXT("t"), &error));
    REFUSED(cxapian_query_scaled(NULL, 1, &query, &error));
    REFUSED(cxapian_query_description(NULL, &bytes, &size, &error));
    REFUSED(cxapian_match(NULL, NULL, &weighting, 0, 1, 0, &number, NULL, &size, &bounds, &error));
    REFUSED(cxapian_match_docids(NULL, NULL, NULL, &numbers, &size, &error));
    REFUSED(cxapian_document_clear(NULL, &error));
    REFUSED(cxapian_document_set_data(NULL, TEXT("d"), &error));
    REFUSED(cxapian_document_set_value(NULL, 1, TEXT("v"), &error));
    REFUSED(cxapian_document_add_posting(NULL, TEXT("t"), 1, 1, &error));
    REFUSED(cxapian_document_add_term(NULL, TEXT("t"), 1, &error));
    REFUSED(cxapian_writer_reader(NULL, &database, &error));
    REFUSED(cxapian_writer_close(NULL, &error));
    REFUSED(cxapian_writer_add(NULL, NULL, &number, &error));
    REFUSED(cxapian_writer_replace(NULL, TEXT("t"), NULL, &number, &error));
    REFUSED(cxapian_writer_put(NULL, 1, NULL, &error));
    REFUSED(cxapian_writer_add_copy(NULL, NULL, 1, &number, &error));
    REFUSED(cxapian_writer_delete_term(NULL, TEXT("t"), &error));
    REFUSED(cxapian_writer_delete_docid(NULL, 1, &error));
    REFUSED(cxapian_writer_set_metadata(NULL, TEXT("k"), TEXT("v"), &error));
    REFUSED(cxapian_writer_add_spelling(NULL, TEXT("w"), 1, &error));
    REFUSED(cxapian_writer_remove_spelling(NULL, TEXT("w"), 1, &error));
    REFUSED(cxapian_writer_begin_transaction(NULL, &error));
    REFUSED(cxapian_writer_commit_transaction(NULL, &error));
    REFUSED(cxapian_writer_cancel_transaction(NULL, &error));
    REFUSED(cxapian_writer_commit(NULL, &error));
    REFUSED(cxapian_stemmer_stem(NULL, TEXT("w"), &bytes, &size, &error));
}

static void without_results(const char *folder) {
    char path[512];
    cxapian_database *database;
    cxapian_writer *writer = filled_database(in_folder(path, folder, "db"));
    EXPECT_OK(cxapian_writer_reader(writer, &database, &error));
    REFUSED(cxapian_database_open(path, strlen(path), NULL, &error));
    REFUSED(cxapian_database_uuid(database, NULL, NULL, &error));
    REFUSED(cxapian_database_statistics(database, NULL, &error));
    REFUSED(cxapian_database_data(database, 1, NULL, NULL, &error));
    REFUSED(cxapian_database_frequency(database, NULL, 3, NULL, NULL, &error));
    REFUSED(cxapian_postings_open(database, TEXT("all"), NULL, NULL, &error));
    REFUSED(cxapian_lengths_open(database, NULL, &error));
    REFUSED(cxapian_values_open(database, 1, NULL, &error));
    REFUSED(cxapian_terms_open(database, CXAPIAN_TERMS_ALL, NULL, 0, NULL, &error));
    REFUSED(cxapian_query_all(NULL, &error));
    REFUSED(cxapian_query_term(TEXT("t"), 1, NULL, &error));
    REFUSED(cxapian_document_new(NULL, &error));
    REFUSED(cxapian_writer_reader(writer, NULL, &error));
    REFUSED(cxapian_writer_add(writer, NULL, NULL, &error));
    REFUSED(cxapian_stemmer_new(TEXT("english"), NULL, &error));
    REFUSED(cxapian_stemmer_languages(NULL, &error));
    REFUSED(cxapian_check(path, strlen(path), NULL, NULL, &error));
    // The error itself may be left out.
    EXPECT(cxapian_database_data(NULL, 1, NULL, NULL, NULL) == CXAPIAN_NULL_ARGUMENT);
    cxapian_database_free(database);
    cxapian_writer_free(writer);
}

void test_null_arguments(const char *folder) {
    without_handles();
    without_results(folder);
    cxapian_database_free(NULL);
    cxapian_writer_free(NULL);
    cxapian_document_free(NULL);
    cxapian_postings_free(NULL);
    cxapian_lengths_free(NULL);
    cxapian_values_free(NULL);
    cxapian_terms_free(NULL);
    cxapian_query_free(NULL);
    cxapian_stemmer_free(NULL);
    cxapian_text_free(NULL);
}
