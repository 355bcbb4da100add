/* What the tests of the shim share. A test is a function that is given an empty folder of its own. */
#ifndef CXAPIAN_EXPECT_H
#define CXAPIAN_EXPECT_H

#include "CXapian.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Ends the program where a condition does not hold. */
#define EXPECT(condition)                                                                                              \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                                    \
            exit(1);                                                                                                   \
        }                                                                                                              \
    } while (0)

/* Ends the program where a call of the shim gives another status. The call's last argument is &error. */
#define EXPECT_STATUS(expected, call)                                                                                  \
    do {                                                                                                               \
        cxapian_error error;                                                                                           \
        memset(&error, 0x5a, sizeof error);                                                                            \
        cxapian_status status_ = (call);                                                                               \
        if (status_ != (expected)) {                                                                                   \
            fprintf(stderr, "%s:%d: status %d, expected %d (%s): %s\n", __FILE__, __LINE__, (int)status_,              \
                    (int)(expected), #expected, status_ == CXAPIAN_OK ? "" : error.message);                           \
            exit(1);                                                                                                   \
        }                                                                                                              \
        if (status_ != CXAPIAN_OK) {                                                                                   \
            EXPECT(error.status == status_);                                                                           \
            EXPECT(strlen(error.message) < CXAPIAN_TEXT_SIZE && strlen(error.message) > 0);                            \
            EXPECT(strlen(error.context) < CXAPIAN_TEXT_SIZE);                                                         \
        }                                                                                                              \
    } while (0)

#define EXPECT_OK(call) EXPECT_STATUS(CXAPIAN_OK, call)

/* A string literal, NUL bytes inside included, as pointer and size. */
#define TEXT(literal) (literal), (sizeof(literal) - 1)

#define SAME(bytes, size, literal) ((size) == sizeof(literal) - 1 && memcmp((bytes), (literal), (size)) == 0)

/* Path of a file in a folder, in a buffer of the test's. */
static inline const char *in_folder(char buffer[512], const char *folder, const char *name) {
    EXPECT(snprintf(buffer, 512, "%s/%s", folder, name) < 512);
    return buffer;
}

/* A new database with 10 documents; document i has the terms "all", "even" or "odd", "w<i>" and the words one two three
 * with positions, data "data <i>", and in slot 1 "value <i>" when i is even. */
cxapian_writer *filled_database(const char *path);

void test_guard(const char *folder);
void test_reading(const char *folder);
void test_cursors(const char *folder);
void test_writing(const char *folder);
void test_queries(const char *folder);
void test_maintenance(const char *folder);
void test_null_arguments(const char *folder);
void test_broken_files(const char *folder);
void test_revisions(const char *folder);

#ifdef __cplusplus
}
#endif

#endif
