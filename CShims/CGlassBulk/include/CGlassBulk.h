/* Writes whole Xapian databases (backend glass, format 2016-03-14) at once, in the order of their keys.
 *
 * Xapian's own interface changes a database: it puts every posting into maps in memory and from there into B-trees, block
 * by block. This writes a new one: documents are kept as numbers until all are there, then sorted, and each table is
 * written from its first block to its last. What comes out is what a WritableDatabase would hold after the same
 * documents. It merges databases too, table by table. docs/GLASS.md has the format.
 *
 * Every function
 *   - never lets a C++ exception out, and returns a cglassbulk_status (the free functions and cglassbulk_memory excepted);
 *   - takes a cglassbulk_error as its last argument, which may be NULL and is written only when it fails;
 *   - takes byte strings, which may hold any bytes, as pointer and size; NULL with size 0 is the empty string.
 *
 * A builder belongs to one thread. After a function has failed with anything but INVALID_ARGUMENT it can only be freed.
 */
#ifndef CGLASSBULK_H
#define CGLASSBULK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define CGLASSBULK_NOEXCEPT noexcept
extern "C" {
#else
#define CGLASSBULK_NOEXCEPT
#endif

/* The functions below are all that a library built from these sources exports of its own. */
#define CGLASSBULK_API __attribute__((visibility("default")))
#pragma GCC visibility push(hidden)

typedef enum cglassbulk_status {
    CGLASSBULK_OK = 0,
    CGLASSBULK_INVALID_ARGUMENT = 1, /* nothing has changed; the message says what was wrong */
    CGLASSBULK_SYSTEM = 2,           /* of a file or a thread: errno is in system_error */
    CGLASSBULK_OUT_OF_MEMORY = 3,
    CGLASSBULK_TOO_LARGE = 4,        /* more than the format, or one builder, can hold */
    CGLASSBULK_DEFECT = 5,           /* something was thrown that nothing here throws */
    CGLASSBULK_DAMAGED = 6           /* a database that was read is damaged, or not of this format */
} cglassbulk_status;

/* What went wrong. The message ends in NUL and is cut to fit; it may name a file, and never quotes a term or data. */
typedef struct cglassbulk_error {
    cglassbulk_status status;
    int system_error;
    char message[256];
} cglassbulk_error;

typedef struct cglassbulk_builder cglassbulk_builder;

/* The version of the on-disk format that is written, as Xapian numbers it: 20160314. */
CGLASSBULK_API uint32_t cglassbulk_format_version(void) CGLASSBULK_NOEXCEPT;

/* Makes the folder path, which must not be there, and begins a database in it. compression is libdeflate's level for
 * document data, 0 to 12. The caller frees *builder. INVALID_ARGUMENT (the path, the level), SYSTEM,
 * OUT_OF_MEMORY */
CGLASSBULK_API cglassbulk_status cglassbulk_open(const void *path, size_t path_size, int compression,
                                                 cglassbulk_builder **builder,
                                                 cglassbulk_error *error) CGLASSBULK_NOEXCEPT;

/* Frees the builder, or NULL. Unless it was finished, as a database or a piece, its files and folder are removed. */
CGLASSBULK_API void cglassbulk_free(cglassbulk_builder *builder) CGLASSBULK_NOEXCEPT;

/* Begins a document; the one before is then complete. Docids ascend. INVALID_ARGUMENT (docid 0, or not above the last),
 * SYSTEM, OUT_OF_MEMORY, TOO_LARGE */
CGLASSBULK_API cglassbulk_status cglassbulk_begin(cglassbulk_builder *builder, uint32_t docid,
                                                  cglassbulk_error *error) CGLASSBULK_NOEXCEPT;

/* The data of the document, at most once. INVALID_ARGUMENT (no document begun, a second time), SYSTEM, OUT_OF_MEMORY */
CGLASSBULK_API cglassbulk_status cglassbulk_set_data(cglassbulk_builder *builder, const void *bytes, size_t size,
                                                     cglassbulk_error *error) CGLASSBULK_NOEXCEPT;

/* The value of a slot of the document; the last one given counts, an empty one is none. INVALID_ARGUMENT (no document,
 * slot 2^32 - 1), OUT_OF_MEMORY */
CGLASSBULK_API cglassbulk_status cglassbulk_set_value(cglassbulk_builder *builder, uint32_t slot, const void *bytes,
                                                      size_t size, cglassbulk_error *error) CGLASSBULK_NOEXCEPT;

/* An occurrence of a term at a position: its wdf rises by 1. Positions may come in any order, and twice; a position
 * that is there already only raises the wdf. INVALID_ARGUMENT (an empty term; one of more than 245 bytes with each NUL
 * counted twice), OUT_OF_MEMORY, TOO_LARGE */
CGLASSBULK_API cglassbulk_status cglassbulk_add_posting(cglassbulk_builder *builder, const void *term, size_t term_size,
                                                        uint32_t position,
                                                        cglassbulk_error *error) CGLASSBULK_NOEXCEPT;

/* A term without a position: its wdf rises by wdf, which may be 0. As cglassbulk_add_posting */
CGLASSBULK_API cglassbulk_status cglassbulk_add_term(cglassbulk_builder *builder, const void *term, size_t term_size,
                                                     uint32_t wdf, cglassbulk_error *error) CGLASSBULK_NOEXCEPT;

/* Metadata; the last value given for a key counts, an empty one is none. INVALID_ARGUMENT (empty or too long a key),
 * OUT_OF_MEMORY */
CGLASSBULK_API cglassbulk_status cglassbulk_set_metadata(cglassbulk_builder *builder, const void *key, size_t key_size,
                                                         const void *bytes, size_t size,
                                                         cglassbulk_error *error) CGLASSBULK_NOEXCEPT;

/* About how many bytes of memory the builder holds now. */
CGLASSBULK_API uint64_t cglassbulk_memory(const cglassbulk_builder *builder) CGLASSBULK_NOEXCEPT;

/* Writes all tables, and the version file last. With sync all files and the folder are on the disk afterwards. May
 * block for long. INVALID_ARGUMENT (no document), SYSTEM, OUT_OF_MEMORY, TOO_LARGE */
CGLASSBULK_API cglassbulk_status cglassbulk_finish(cglassbulk_builder *builder, bool sync,
                                                   cglassbulk_error *error) CGLASSBULK_NOEXCEPT;

/* The same for a piece, a database that is only there to be merged: its positions take less to write and to read, and
 * Xapian does not find them. Nothing is synced. As cglassbulk_finish */
CGLASSBULK_API cglassbulk_status cglassbulk_finish_piece(cglassbulk_builder *builder,
                                                         cglassbulk_error *error) CGLASSBULK_NOEXCEPT;

/* A database, and by how much its docids rise when it is merged with others. */
typedef struct cglassbulk_source {
    const void *path;
    size_t path_size;
    uint32_t offset;
} cglassbulk_source;

/* Writes one database of several in the folder path, which must not be there; unless it is successful it leaves
 * nothing. The sources may be pieces, and any glass databases with blocks of 8 KB and term lists, and without spelling
 * and synonyms, which nobody writes to meanwhile. The offset of each is at least the last docid that the one before
 * ever used, raised by its own offset. Of a metadata key in several sources, the value of the first counts. sync: as
 * for cglassbulk_finish. Blocks for long, and runs on two threads. INVALID_ARGUMENT (a path, an offset, no document in
 * all, what is not merged), SYSTEM, OUT_OF_MEMORY, TOO_LARGE (docids, a key), DAMAGED */
CGLASSBULK_API cglassbulk_status cglassbulk_merge(const cglassbulk_source *sources, size_t count, const void *path,
                                                  size_t path_size, bool sync,
                                                  cglassbulk_error *error) CGLASSBULK_NOEXCEPT;

#pragma GCC visibility pop

#ifdef __cplusplus
}
#endif

#endif
