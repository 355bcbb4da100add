/* Statuses that only damaged files or a failing disk bring about. */
#include "expect.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void overwrite(const char *path, long offset, const char *bytes, size_t size) {
    FILE *file = fopen(path, "r+b");
    EXPECT(file != NULL && fseek(file, offset, SEEK_SET) == 0 && fwrite(bytes, 1, size, file) == size);
    EXPECT(fclose(file) == 0);
}

static cxapian_status open_status(const char *path) {
    cxapian_database *database;
    const cxapian_status status = cxapian_database_open(path, strlen(path), &database, NULL);
    cxapian_database_free(database);
    return status;
}

static void damaged_root(const char *folder) {
    char path[512], file[512];
    struct stat before;
    cxapian_writer_free(filled_database(in_folder(path, folder, "root")));
    in_folder(file, path, "iamglass");
    EXPECT(stat(file, &before) == 0);
    // The format version stands behind the 14 bytes of magic.
    overwrite(file, 14, "\x7f\x7f", 2);
    EXPECT(open_status(path) == CXAPIAN_DATABASE_VERSION);
    overwrite(file, 0, "x", 1);
    EXPECT(open_status(path) == CXAPIAN_DATABASE_OPENING || open_status(path) == CXAPIAN_DATABASE_CORRUPT);
    EXPECT(truncate(file, 20) == 0);
    EXPECT(open_status(path) != CXAPIAN_OK);
}

static void opening_something_else(const char *folder) {
    char path[512];
    FILE *file = fopen(in_folder(path, folder, "file"), "wb");
    EXPECT(file != NULL && fclose(file) == 0);
    EXPECT(open_status(path) == CXAPIAN_DATABASE_OPENING || open_status(path) == CXAPIAN_DATABASE_NOT_FOUND);
}

static void damaged_postings(const char *folder) {
    char path[512], file[512], block[8192];
    cxapian_writer_free(filled_database(in_folder(path, folder, "postings")));
    in_folder(file, path, "postlist.glass");
    memset(block, 0xff, sizeof block);
    overwrite(file, 0, block, sizeof block);
    EXPECT(open_status(path) == CXAPIAN_DATABASE_CORRUPT);
    EXPECT(truncate(file, 0) == 0);
    EXPECT(open_status(path) == CXAPIAN_DATABASE);
}

static void full_disk(const char *folder) {
    char path[512], term[200];
    cxapian_document *document;
    uint32_t docid;
    cxapian_writer *writer = filled_database(in_folder(path, folder, "full"));
    EXPECT_OK(cxapian_document_new(&document, &error));
    for (uint32_t i = 0; i < 2000; ++i) {
        const int size = snprintf(term, sizeof term, "%0150u", i);
        EXPECT_OK(cxapian_document_add_term(document, term, (size_t)size, 1, &error));
    }
    EXPECT_OK(cxapian_writer_add(writer, document, &docid, &error));
    cxapian_document_free(document);

    struct rlimit before, small;
    EXPECT(signal(SIGXFSZ, SIG_IGN) != SIG_ERR && getrlimit(RLIMIT_FSIZE, &before) == 0);
    small = before;
    small.rlim_cur = 40960;
    EXPECT(setrlimit(RLIMIT_FSIZE, &small) == 0);
    EXPECT_STATUS(CXAPIAN_DATABASE, cxapian_writer_commit(writer, &error));
    EXPECT(setrlimit(RLIMIT_FSIZE, &before) == 0);
    cxapian_writer_free(writer);

    // What was committed before is still there.
    cxapian_database *database;
    cxapian_statistics statistics;
    EXPECT_OK(cxapian_database_open(path, strlen(path), &database, &error));
    EXPECT_OK(cxapian_database_statistics(database, &statistics, &error));
    EXPECT(statistics.document_count == 10);
    cxapian_database_free(database);
}

void test_broken_files(const char *folder) {
    damaged_root(folder);
    opening_something_else(folder);
    damaged_postings(folder);
    full_disk(folder);
}
