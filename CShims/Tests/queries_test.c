#include "expect.h"

static const cxapian_weighting bm25 = {true, 1, 0, 1, 0.5, 0.5};
static const cxapian_weighting boolean = {false, 0, 0, 0, 0, 0};

static cxapian_query *term(const char *name) {
    cxapian_query *query;
    EXPECT_OK(cxapian_query_term(name, strlen(name), 1, &query, &error));
    return query;
}

static cxapian_query *pair(cxapian_operator op, cxapian_query *a, cxapian_query *b) {
    const cxapian_query *const parts[] = {a, b};
    cxapian_query *query;
    EXPECT_OK(cxapian_query_compound(op, parts, 2, 0, &query, &error));
    cxapian_query_free(a);
    cxapian_query_free(b);
    return query;
}

/* Frees the query. */
static size_t matches(cxapian_database *database, cxapian_query *query) {
    const uint32_t *all;
    uint32_t docids[16];
    size_t count, ranked;
    cxapian_bounds bounds;
    EXPECT_OK(cxapian_match(database, query, &boolean, 0, 16, 16, docids, NULL, &ranked, &bounds, &error));
    EXPECT(bounds.lower == ranked && bounds.estimated == ranked && bounds.upper == ranked);
    const uint8_t lowered = 0;
    const cxapian_stop later = {&lowered, 60000000000};
    const cxapian_stop *const stops[] = {NULL, &later};
    for (size_t i = 0; i < 2; ++i) {
        EXPECT_OK(cxapian_match_docids(database, query, stops[i], &all, &count, &error));
        EXPECT(count == ranked && (count == 0 || memcmp(all, docids, count * sizeof *all) == 0));
    }
    cxapian_query_free(query);
    return count;
}

static void operators(cxapian_database *database) {
    cxapian_query *query;
    EXPECT_OK(cxapian_query_all(&query, &error));
    EXPECT(matches(database, query) == 10);
    EXPECT(matches(database, term("even")) == 5);
    EXPECT(matches(database, term("unknown")) == 0);
    EXPECT(matches(database, term("")) == 10);
    EXPECT(matches(database, pair(CXAPIAN_AND, term("even"), term("w4"))) == 1);
    EXPECT(matches(database, pair(CXAPIAN_OR, term("even"), term("w3"))) == 6);
    EXPECT(matches(database, pair(CXAPIAN_AND_NOT, term("even"), term("w4"))) == 4);
    EXPECT(matches(database, pair(CXAPIAN_AND_MAYBE, term("even"), term("w3"))) == 5);
    EXPECT(matches(database, pair(CXAPIAN_FILTER, term("all"), term("odd"))) == 5);
    EXPECT(matches(database, pair(CXAPIAN_PHRASE, term("one"), term("two"))) == 5);
    EXPECT(matches(database, pair(CXAPIAN_NEAR, term("two"), term("one"))) == 5);
    EXPECT(matches(database, pair(CXAPIAN_SYNONYM, term("w1"), term("w2"))) == 2);
    EXPECT(matches(database, pair(CXAPIAN_MAX, term("w1"), term("w2"))) == 2);
    EXPECT_OK(cxapian_query_compound(CXAPIAN_OR, NULL, 0, 0, &query, &error));
    EXPECT(matches(database, query) == 0);
}

static void failures(void) {
    cxapian_query *a = term("one"), *query;
    const cxapian_query *with_null[] = {a, NULL};
    EXPECT_STATUS(CXAPIAN_NULL_ARGUMENT, cxapian_query_compound(CXAPIAN_AND, with_null, 2, 0, &query, &error));
    EXPECT(query == NULL);
    EXPECT_STATUS(CXAPIAN_NULL_ARGUMENT, cxapian_query_compound(CXAPIAN_AND, NULL, 2, 0, &query, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT,
                  cxapian_query_compound((cxapian_operator)9, with_null, 1, 0, &query, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_query_scaled(a, -1, &query, &error));
    EXPECT_STATUS(CXAPIAN_INVALID_ARGUMENT, cxapian_query_scaled(a, 0.0 / 0.0, &query, &error));

    // Xapian has no positions of a compound of ANDs: refused when made, or when matched.
    cxapian_query *both = pair(CXAPIAN_AND, term("two"), term("three"));
    const cxapian_query *const parts[] = {a, both};
    EXPECT_STATUS(CXAPIAN_UNIMPLEMENTED, cxapian_query_compound(CXAPIAN_PHRASE, parts, 2, 0, &query, &error));
    cxapian_query_free(both);
    cxapian_query_free(a);
}

static void ranking(cxapian_database *database) {
    cxapian_query *all = term("all"), *scaled;
    uint32_t docids[16];
    double weights[16], halves[16];
    const char *bytes;
    size_t count, size;
    cxapian_bounds bounds;
    EXPECT_OK(cxapian_match(database, all, &bm25, 1, 4, 10, docids, weights, &count, &bounds, &error));
    EXPECT(count == 4 && bounds.lower == 10);
    for (size_t i = 1; i < count; ++i)
        EXPECT(weights[i - 1] > weights[i] || (weights[i - 1] == weights[i] && docids[i - 1] < docids[i]));
    EXPECT_OK(cxapian_match(database, all, &bm25, 0, 0, 0, NULL, NULL, &count, &bounds, &error));
    EXPECT(count == 0 && bounds.estimated == 10);
    EXPECT_OK(cxapian_query_scaled(all, 0.5, &scaled, &error));
    EXPECT_OK(cxapian_match(database, scaled, &bm25, 1, 4, 10, docids, halves, &count, &bounds, &error));
    EXPECT(halves[0] * 2 > weights[0] * 0.999 && halves[0] * 2 < weights[0] * 1.001);
    EXPECT_OK(cxapian_query_description(all, &bytes, &size, &error));
    EXPECT(SAME(bytes, size, "Query(all)"));
    cxapian_query_free(scaled);
    cxapian_query_free(all);
}

/* Stops in the middle of a match in which no document matches: every document has both terms, never side by side. */
static void stopping(cxapian_writer *writer) {
    uint8_t flag = 0;
    const cxapian_stop now = {NULL, 0}, raised = {&flag, -1};
    const uint32_t *all;
    size_t count;
    cxapian_document *document;
    cxapian_database *database;
    EXPECT_OK(cxapian_document_new(&document, &error));
    EXPECT_OK(cxapian_document_add_posting(document, TEXT("left"), 1, 1, &error));
    EXPECT_OK(cxapian_document_add_posting(document, TEXT("right"), 9, 1, &error));
    for (uint32_t i = 0, docid; i < 2000; ++i)
        EXPECT_OK(cxapian_writer_add(writer, document, &docid, &error));
    EXPECT_OK(cxapian_writer_commit(writer, &error));
    EXPECT_OK(cxapian_writer_reader(writer, &database, &error));
    cxapian_query *query = pair(CXAPIAN_PHRASE, term("left"), term("right"));
    EXPECT_OK(cxapian_match_docids(database, query, &raised, &all, &count, &error));
    EXPECT(count == 0);
    EXPECT_STATUS(CXAPIAN_INTERRUPTED, cxapian_match_docids(database, query, &now, &all, &count, &error));
    flag = 1;
    EXPECT_STATUS(CXAPIAN_INTERRUPTED, cxapian_match_docids(database, query, &raised, &all, &count, &error));
    /* A tenth of a millisecond is over before 2,000 documents have been looked at, or the machine is fast: either is right,
     * and neither leaks. */
    const cxapian_stop soon = {NULL, 100000};
    cxapian_status status = cxapian_match_docids(database, query, &soon, &all, &count, NULL);
    EXPECT(status == CXAPIAN_INTERRUPTED || status == CXAPIAN_OK);
    EXPECT_OK(cxapian_match_docids(database, query, NULL, &all, &count, &error));
    cxapian_query_free(query);
    cxapian_document_free(document);
    cxapian_database_free(database);
}

void test_queries(const char *folder) {
    char path[512];
    cxapian_database *database;
    in_folder(path, folder, "db");
    cxapian_writer *writer = filled_database(path);
    EXPECT_OK(cxapian_database_open(path, strlen(path), &database, &error));
    operators(database);
    failures();
    ranking(database);
    cxapian_database_free(database);
    stopping(writer);
    cxapian_writer_free(writer);
}
