/* Runs every test of the shim, each in a new folder below the one given as the only argument. */
#include "expect.h"

#include <sys/stat.h>

cxapian_writer *filled_database(const char *path) {
    cxapian_writer *writer;
    cxapian_document *document;
    EXPECT_OK(cxapian_writer_open(path, strlen(path), CXAPIAN_CREATE, true, &writer, &error));
    EXPECT_OK(cxapian_document_new(&document, &error));
    for (uint32_t i = 1; i <= 10; ++i) {
        char text[32];
        uint32_t docid;
        EXPECT_OK(cxapian_document_clear(document, &error));
        EXPECT_OK(cxapian_document_add_term(document, TEXT("all"), i, &error));
        EXPECT_OK(cxapian_document_add_term(document, i % 2 ? "odd" : "even", i % 2 ? 3 : 4, 0, &error));
        snprintf(text, sizeof text, "w%u", i);
        EXPECT_OK(cxapian_document_add_term(document, text, strlen(text), 1, &error));
        EXPECT_OK(cxapian_document_add_posting(document, TEXT("one"), 1, 1, &error));
        EXPECT_OK(cxapian_document_add_posting(document, TEXT("two"), i % 2 ? 2 : 9, 1, &error));
        EXPECT_OK(cxapian_document_add_posting(document, TEXT("three"), 3, 1, &error));
        snprintf(text, sizeof text, "data %u", i);
        EXPECT_OK(cxapian_document_set_data(document, text, strlen(text), &error));
        snprintf(text, sizeof text, "value %u", i);
        EXPECT_OK(cxapian_document_set_value(document, 1, text, i % 2 ? 0 : strlen(text), &error));
        EXPECT_OK(cxapian_writer_add(writer, document, &docid, &error));
        EXPECT(docid == i);
    }
    cxapian_document_free(document);
    EXPECT_OK(cxapian_writer_commit(writer, &error));
    return writer;
}

static void run(const char *folder, const char *name, void (*test)(const char *)) {
    char path[256];
    EXPECT((size_t)snprintf(path, sizeof path, "%s/%s", folder, name) < sizeof path);
    EXPECT(mkdir(path, 0700) == 0);
    test(path);
    printf("%s: ok\n", name);
    fflush(stdout);
}

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: %s EMPTY-FOLDER\n", arguments[0]);
        return 2;
    }
    run(arguments[1], "guard", test_guard);
    run(arguments[1], "reading", test_reading);
    run(arguments[1], "cursors", test_cursors);
    run(arguments[1], "writing", test_writing);
    run(arguments[1], "queries", test_queries);
    run(arguments[1], "maintenance", test_maintenance);
    run(arguments[1], "null-arguments", test_null_arguments);
    run(arguments[1], "broken-files", test_broken_files);
    run(arguments[1], "revisions", test_revisions);
    return 0;
}
