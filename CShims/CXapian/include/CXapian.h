/* The C face of Xapian: what XapianKit, and nothing else, calls.
 *
 * Every function
 *   - never lets a C++ exception out, and returns a cxapian_status (the free functions and cxapian_version excepted);
 *   - takes a cxapian_error as its last argument, which may be NULL and is written only when it fails;
 *   - sets its out-parameters to NULL, 0 or false before it does anything that can fail;
 *   - takes byte strings, which may hold any bytes, as pointer and size; NULL with size 0 is the empty string.
 *
 * A handle belongs to one thread: two threads must not use it, nor a cursor or a reader that came from it, even in
 * turn. Cursors keep what they read from alive, so handles may be freed in any order; a cursor must not be used after
 * its database was reopened or written to.
 *
 * "Borrowed until the next call on H": the bytes belong to handle H and stay as they are until H is passed to another
 * function of this header.
 *
 * Statuses. Each function lists those it returns. Four groups stand for what would otherwise be repeated:
 *   [any]  OK, NULL_ARGUMENT, OUT_OF_MEMORY; and, when Xapian has a defect or is newer than this header, ASSERTION,
 *          INTERNAL, LOGIC, RUNTIME, STANDARD_EXCEPTION, UNKNOWN_EXCEPTION
 *   [read] [any], DATABASE (input or output failed), DATABASE_CLOSED, DATABASE_CORRUPT, DATABASE_MODIFIED (never on a
 *          writer's own reader)
 *   [write] [any], DATABASE (disk full, say), DATABASE_CLOSED, DATABASE_CORRUPT
 *   [none] FEATURE_UNAVAILABLE, NETWORK, NETWORK_TIMEOUT, QUERY_PARSER, RANGE, SERIALISATION, WILDCARD are named
 *          because Xapian has these classes; no function of this header leads to code that throws them.
 */
#ifndef CXAPIAN_H
#define CXAPIAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* An enumeration that callers pass in. C++ needs the type to be fixed, or a number without a name could not even be
 * refused. */
#ifdef __cplusplus
#define CXAPIAN_NOEXCEPT noexcept
#define CXAPIAN_ENUM(name) enum name : unsigned int
extern "C" {
#else
#define CXAPIAN_NOEXCEPT
#define CXAPIAN_ENUM(name) enum name
#endif

/* The functions below are all that a library built from these sources exports of its own. */
#define CXAPIAN_API __attribute__((visibility("default")))
#pragma GCC visibility push(hidden)

/* ---- Errors ---------------------------------------------------------------------------------------------------- */

/* One status for each error class of Xapian, and five for what is not Xapian's. Numbers never change meaning. */
typedef enum cxapian_status {
    CXAPIAN_OK = 0,
    /* Xapian::LogicError and its subclasses: the call was wrong. */
    CXAPIAN_LOGIC = 1,
    CXAPIAN_ASSERTION = 2,
    CXAPIAN_INVALID_ARGUMENT = 3,
    CXAPIAN_INVALID_OPERATION = 4,
    CXAPIAN_UNIMPLEMENTED = 5,
    /* Xapian::RuntimeError and its subclasses: the world was wrong. */
    CXAPIAN_RUNTIME = 16,
    CXAPIAN_DATABASE = 17,
    CXAPIAN_DATABASE_CLOSED = 18,
    CXAPIAN_DATABASE_CORRUPT = 19,
    CXAPIAN_DATABASE_CREATE = 20,
    CXAPIAN_DATABASE_LOCK = 21,
    CXAPIAN_DATABASE_MODIFIED = 22,
    CXAPIAN_DATABASE_OPENING = 23,
    CXAPIAN_DATABASE_NOT_FOUND = 24,
    CXAPIAN_DATABASE_VERSION = 25,
    CXAPIAN_DOCUMENT_NOT_FOUND = 26,
    CXAPIAN_FEATURE_UNAVAILABLE = 27,
    CXAPIAN_INTERNAL = 28,
    CXAPIAN_NETWORK = 29,
    CXAPIAN_NETWORK_TIMEOUT = 30,
    CXAPIAN_QUERY_PARSER = 31,
    CXAPIAN_RANGE = 32,
    CXAPIAN_SERIALISATION = 33,
    CXAPIAN_WILDCARD = 34,
    /* Not Xapian's. */
    CXAPIAN_NULL_ARGUMENT = 64,      /* a handle or an out-parameter was NULL */
    CXAPIAN_OUT_OF_MEMORY = 65,      /* std::bad_alloc */
    CXAPIAN_STANDARD_EXCEPTION = 66, /* another std::exception */
    CXAPIAN_UNKNOWN_EXCEPTION = 67,  /* something thrown that is no std::exception */
    CXAPIAN_INTERRUPTED = 68         /* a cxapian_stop asked for it; the handles are as good as before */
} cxapian_status;

enum { CXAPIAN_TEXT_SIZE = 256 };

/* What went wrong. Texts end in NUL and are cut to fit; a message may quote terms. */
typedef struct cxapian_error {
    cxapian_status status;
    char message[CXAPIAN_TEXT_SIZE]; /* Xapian's message, then ": " and the system's when there is one */
    char context[CXAPIAN_TEXT_SIZE]; /* Xapian's context, often empty */
} cxapian_error;

/* ---- Handles --------------------------------------------------------------------------------------------------- */

typedef struct cxapian_database cxapian_database;   /* a reader: of files on disk, or of a writer's state */
typedef struct cxapian_writer cxapian_writer;       /* the one writer of a database */
typedef struct cxapian_document cxapian_document;   /* a document being built */
typedef struct cxapian_postings cxapian_postings;   /* cursor: documents of a term */
typedef struct cxapian_lengths cxapian_lengths;     /* cursor: documents and their lengths */
typedef struct cxapian_values cxapian_values;       /* cursor: values of a slot */
typedef struct cxapian_terms cxapian_terms;         /* cursor: terms, metadata keys or spelling words */
typedef struct cxapian_query cxapian_query;         /* an immutable query tree */
typedef struct cxapian_stemmer cxapian_stemmer;     /* a stemming algorithm */

/* Each frees its handle and accepts NULL. No errors, no status. */
CXAPIAN_API void cxapian_database_free(cxapian_database *database) CXAPIAN_NOEXCEPT;
/* The last handle, reader or cursor of a writer to go commits what is pending, or cancels an open transaction, and
 * drops the lock; a failure then goes unreported, so commit or close first. */
CXAPIAN_API void cxapian_writer_free(cxapian_writer *writer) CXAPIAN_NOEXCEPT;
CXAPIAN_API void cxapian_document_free(cxapian_document *document) CXAPIAN_NOEXCEPT;
CXAPIAN_API void cxapian_postings_free(cxapian_postings *cursor) CXAPIAN_NOEXCEPT;
CXAPIAN_API void cxapian_lengths_free(cxapian_lengths *cursor) CXAPIAN_NOEXCEPT;
CXAPIAN_API void cxapian_values_free(cxapian_values *cursor) CXAPIAN_NOEXCEPT;
CXAPIAN_API void cxapian_terms_free(cxapian_terms *cursor) CXAPIAN_NOEXCEPT;
CXAPIAN_API void cxapian_query_free(cxapian_query *query) CXAPIAN_NOEXCEPT;
CXAPIAN_API void cxapian_stemmer_free(cxapian_stemmer *stemmer) CXAPIAN_NOEXCEPT;
/* Frees a text that cxapian_check or cxapian_stemmer_languages returned. */
CXAPIAN_API void cxapian_text_free(char *text) CXAPIAN_NOEXCEPT;

/* The version of the Xapian library in use, such as "1.4.22"; static, never freed. */
CXAPIAN_API const char *cxapian_version(void) CXAPIAN_NOEXCEPT;

/* ---- Reader ---------------------------------------------------------------------------------------------------- */

/* Opens the glass database in the folder at path for reading, at its last committed revision. The caller frees
 * *database. Stub files and other backends are not followed.
 * [read], DATABASE_NOT_FOUND, DATABASE_OPENING, DATABASE_VERSION, INVALID_ARGUMENT (path with a NUL byte) */
CXAPIAN_API cxapian_status cxapian_database_open(const void *path, size_t path_size, cxapian_database **database,
                                                 cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Moves a reader to the last committed revision; *changed is false when it certainly was there already. On a writer's
 * reader: nothing to do, false.
 * [read], DATABASE_NOT_FOUND, DATABASE_OPENING, DATABASE_VERSION */
CXAPIAN_API cxapian_status cxapian_database_reopen(cxapian_database *database, bool *changed,
                                                   cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Closes the files; later calls give DATABASE_CLOSED unless what they need is at hand. Twice is fine. [read] */
CXAPIAN_API cxapian_status cxapian_database_close(cxapian_database *database, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* The database's UUID as 36 characters. Borrowed until the next call on database. [read] */
CXAPIAN_API cxapian_status cxapian_database_uuid(cxapian_database *database, const char **bytes, size_t *size,
                                                 cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Counts of a whole database. */
typedef struct cxapian_statistics {
    uint64_t revision;             /* increases with each commit */
    uint64_t total_length;         /* sum of the lengths of all documents */
    double average_length;         /* total_length / document_count; 0 when empty */
    uint32_t document_count;       /* documents now */
    uint32_t last_docid;           /* highest docid ever used; docids are not reused */
    uint32_t length_lower_bound;   /* of the documents that are not empty; may be too low, never too high */
    uint32_t length_upper_bound;   /* may be too high, never too low */
    bool has_positions;            /* some term has positions */
} cxapian_statistics;

/* Fills *statistics. On a writer's reader the counts include what is pending, the revision does not. [read] */
CXAPIAN_API cxapian_status cxapian_database_statistics(cxapian_database *database, cxapian_statistics *statistics,
                                                       cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Number of documents with the term, and the sum of its wdf over them; 0 for an unknown term. Either pointer may be
 * NULL. The empty term counts all documents. [read] */
CXAPIAN_API cxapian_status cxapian_database_frequency(cxapian_database *database, const void *term, size_t term_size,
                                                      uint32_t *termfreq, uint32_t *collection_freq,
                                                      cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Length of one document: the sum of its terms' wdf. [read], DOCUMENT_NOT_FOUND, INVALID_ARGUMENT (docid 0) */
CXAPIAN_API cxapian_status cxapian_database_length(cxapian_database *database, uint32_t docid, uint32_t *length,
                                                   cxapian_error *error) CXAPIAN_NOEXCEPT;

/* User metadata under a key; empty when there is none. Borrowed until the next call on database.
 * [read], INVALID_ARGUMENT (empty key) */
CXAPIAN_API cxapian_status cxapian_database_metadata(cxapian_database *database, const void *key, size_t key_size,
                                                     const char **bytes, size_t *size,
                                                     cxapian_error *error) CXAPIAN_NOEXCEPT;

/* The data of a document. Borrowed until the next call on database.
 * [read], DOCUMENT_NOT_FOUND, INVALID_ARGUMENT (docid 0) */
CXAPIAN_API cxapian_status cxapian_database_data(cxapian_database *database, uint32_t docid, const char **bytes,
                                                 size_t *size, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* The value in a slot of a document; empty when there is none. Borrowed until the next call on database.
 * [read], DOCUMENT_NOT_FOUND, INVALID_ARGUMENT (docid 0) */
CXAPIAN_API cxapian_status cxapian_database_value(cxapian_database *database, uint32_t docid, uint32_t slot,
                                                  const char **bytes, size_t *size,
                                                  cxapian_error *error) CXAPIAN_NOEXCEPT;

/* The positions of a term in a document, ascending; none when either is unknown. Borrowed until the next call on
 * database. [read], INVALID_ARGUMENT (docid 0 or empty term) */
CXAPIAN_API cxapian_status cxapian_database_positions(cxapian_database *database, uint32_t docid, const void *term,
                                                      size_t term_size, const uint32_t **positions, size_t *count,
                                                      cxapian_error *error) CXAPIAN_NOEXCEPT;

/* The spelling word nearest to word within max_edits edits; empty when there is none or word itself is one. Borrowed
 * until the next call on database. [read] */
CXAPIAN_API cxapian_status cxapian_database_suggestion(cxapian_database *database, const void *word, size_t word_size,
                                                       uint32_t max_edits, const char **bytes, size_t *size,
                                                       cxapian_error *error) CXAPIAN_NOEXCEPT;

/* ---- Cursors --------------------------------------------------------------------------------------------------- */

/* A cursor on the documents of a term, before the first; of all documents, with a wdf of 1, for the empty term. An
 * unknown term has none. *termfreq, which may be NULL, is how many there are. The caller frees *cursor. [read] */
CXAPIAN_API cxapian_status cxapian_postings_open(cxapian_database *database, const void *term, size_t term_size,
                                                 cxapian_postings **cursor, uint32_t *termfreq,
                                                 cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Decodes the next documents, ascending, into docids and, unless NULL, wdfs, both with room for capacity. *count of
 * 0 is the end. After an error the cursor is of no use. [read] */
CXAPIAN_API cxapian_status cxapian_postings_next_block(cxapian_postings *cursor, uint32_t *docids, uint32_t *wdfs,
                                                       size_t capacity, size_t *count,
                                                       cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Moves to before the first document that is docid or higher; never backwards. [read] */
CXAPIAN_API cxapian_status cxapian_postings_skip_to(cxapian_postings *cursor, uint32_t docid,
                                                    cxapian_error *error) CXAPIAN_NOEXCEPT;

/* A cursor on all documents with their lengths, before the first. The caller frees *cursor. [read] */
CXAPIAN_API cxapian_status cxapian_lengths_open(cxapian_database *database, cxapian_lengths **cursor,
                                                cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Decodes the next documents, ascending, and their lengths, each array with room for capacity. *count of 0 is the
 * end. [read] */
CXAPIAN_API cxapian_status cxapian_lengths_next_block(cxapian_lengths *cursor, uint32_t *docids, uint32_t *lengths,
                                                      size_t capacity, size_t *count,
                                                      cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Moves to before the first document that is docid or higher; never backwards. [read] */
CXAPIAN_API cxapian_status cxapian_lengths_skip_to(cxapian_lengths *cursor, uint32_t docid,
                                                   cxapian_error *error) CXAPIAN_NOEXCEPT;

/* A cursor on the documents that have a value in slot, before the first. The caller frees *cursor. [read] */
CXAPIAN_API cxapian_status cxapian_values_open(cxapian_database *database, uint32_t slot, cxapian_values **cursor,
                                               cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Decodes the next documents, ascending, and their values: value i is bytes[ends[i - 1] ..< ends[i]], from 0 for the
 * first. docids and ends have room for capacity; *count may be less before the end (values of more than a gigabyte
 * together), 0 is the end. *bytes is borrowed until the next call on cursor. [read] */
CXAPIAN_API cxapian_status cxapian_values_next_block(cxapian_values *cursor, uint32_t *docids, uint32_t *ends,
                                                     size_t capacity, const char **bytes, size_t *count,
                                                     cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Moves to before the first document that is docid or higher; never backwards. [read] */
CXAPIAN_API cxapian_status cxapian_values_skip_to(cxapian_values *cursor, uint32_t docid,
                                                  cxapian_error *error) CXAPIAN_NOEXCEPT;

/* What a term cursor walks, and what cxapian_terms_next reports beside each entry. */
typedef CXAPIAN_ENUM(cxapian_terms_kind) {
    CXAPIAN_TERMS_ALL = 0,          /* terms of the database that start with prefix; termfreq */
    CXAPIAN_TERMS_METADATA_KEYS = 1,/* keys of user metadata that start with prefix; 0 */
    CXAPIAN_TERMS_SPELLINGS = 2     /* spelling words; their frequency; prefix must be empty */
} cxapian_terms_kind;

/* A cursor on the entries of one kind, before the first, in byte order. The caller frees *cursor.
 * [read], INVALID_ARGUMENT (unknown kind, spellings with a prefix) */
CXAPIAN_API cxapian_status cxapian_terms_open(cxapian_database *database, cxapian_terms_kind kind, const void *prefix,
                                              size_t prefix_size, cxapian_terms **cursor,
                                              cxapian_error *error) CXAPIAN_NOEXCEPT;

/* A cursor on the terms of one document, before the first, in byte order; cxapian_terms_next reports the wdf. The
 * caller frees *cursor. [read], DOCUMENT_NOT_FOUND, INVALID_ARGUMENT (docid 0) */
CXAPIAN_API cxapian_status cxapian_terms_open_document(cxapian_database *database, uint32_t docid,
                                                       cxapian_terms **cursor, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Takes the next entry and, unless NULL, its number. *bytes is NULL at the end, else borrowed until the next call on
 * cursor. [read] */
CXAPIAN_API cxapian_status cxapian_terms_next(cxapian_terms *cursor, const char **bytes, size_t *size,
                                              uint32_t *number, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Moves to before the first entry that is term or comes after it in byte order; never backwards. [read] */
CXAPIAN_API cxapian_status cxapian_terms_skip_to(cxapian_terms *cursor, const void *term, size_t term_size,
                                                 cxapian_error *error) CXAPIAN_NOEXCEPT;

/* ---- Queries --------------------------------------------------------------------------------------------------- */

/* How the parts of a compound query are put together; the names are Xapian's. */
typedef CXAPIAN_ENUM(cxapian_operator) {
    CXAPIAN_AND = 0,
    CXAPIAN_OR = 1,
    CXAPIAN_AND_NOT = 2,   /* the first part without the others */
    CXAPIAN_AND_MAYBE = 3, /* the first part; the others only add weight */
    CXAPIAN_FILTER = 4,    /* as AND, with the weight of the first part only */
    CXAPIAN_NEAR = 5,      /* parts within window positions, any order; parts are terms, or ORs of terms */
    CXAPIAN_PHRASE = 6,    /* the same in order */
    CXAPIAN_SYNONYM = 7,   /* as OR, weighted as if it were one term */
    CXAPIAN_MAX = 8        /* as OR, with the highest weight of the parts that match */
} cxapian_operator;

/* Every document, weight 0. The caller frees *query. [any] */
CXAPIAN_API cxapian_status cxapian_query_all(cxapian_query **query, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* The documents of a term; of all for the empty term. wqf is how often the query says it. The caller frees *query.
 * [any] */
CXAPIAN_API cxapian_status cxapian_query_term(const void *term, size_t term_size, uint32_t wqf, cxapian_query **query,
                                              cxapian_error *error) CXAPIAN_NOEXCEPT;

/* The compound of count parts, which it does not take over: the caller frees them, before or after, and *query. No
 * parts match nothing. window is for NEAR and PHRASE, 0 meaning count; others ignore it.
 * [any], INVALID_ARGUMENT (unknown op), UNIMPLEMENTED (positional query over compound parts) */
CXAPIAN_API cxapian_status cxapian_query_compound(cxapian_operator op, const cxapian_query *const *parts, size_t count,
                                                  uint32_t window, cxapian_query **query,
                                                  cxapian_error *error) CXAPIAN_NOEXCEPT;

/* The same documents with their weight times factor. The caller frees *query.
 * [any], INVALID_ARGUMENT (factor negative or not a number) */
CXAPIAN_API cxapian_status cxapian_query_scaled(const cxapian_query *part, double factor, cxapian_query **query,
                                                cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Xapian's printable form of the tree. Borrowed until the next call on query. [any] */
CXAPIAN_API cxapian_status cxapian_query_description(cxapian_query *query, const char **bytes, size_t *size,
                                                     cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Xapian's BM25, which takes a negative parameter for 0 and a b above 1 for 1; its defaults are 1, 0, 1, 0.5, 0.5. Not
 * bm25: boolean, every weight 0, parameters unused. */
typedef struct cxapian_weighting {
    bool bm25;
    double k1, k2, k3, b, min_normlen;
} cxapian_weighting;

/* How many documents match, as far as the matcher looked; all three are equal when check_at_least >= document count. */
typedef struct cxapian_bounds {
    uint32_t lower, estimated, upper;
} cxapian_bounds;

/* Ranks: skips first matches and writes at most max_items docids and weights, which have room for that many, highest
 * weight first, equal weights by ascending docid. weights may be NULL. *bounds counts matches before first and beyond
 * max_items too; to be exact it needs check_at_least. Blocking, for as long as the match takes.
 * [read] */
CXAPIAN_API cxapian_status cxapian_match(cxapian_database *database, const cxapian_query *query,
                                         const cxapian_weighting *weighting, uint32_t first, uint32_t max_items,
                                         uint32_t check_at_least, uint32_t *docids, double *weights, size_t *count,
                                         cxapian_bounds *bounds, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* When a function that may take long shall give up. It looks when it begins, then every few hundred
 * candidates, and in a conjunction or phrase at the latest after 200,000 documents of its rarest term. */
typedef struct cxapian_stop {
    const uint8_t *flag; /* NULL, or a byte that another thread may set, atomically, to something other than 0 */
    int64_t nanoseconds; /* from the call; negative for no limit */
} cxapian_stop;

/* All documents that match, ascending, unweighted. stop may be NULL. Borrowed until the next call on database.
 * Blocking, until stop says so.
 * [read], INTERRUPTED */
CXAPIAN_API cxapian_status cxapian_match_docids(cxapian_database *database, const cxapian_query *query,
                                                const cxapian_stop *stop, const uint32_t **docids, size_t *count,
                                                cxapian_error *error) CXAPIAN_NOEXCEPT;

/* ---- Documents ------------------------------------------------------------------------------------------------- */

/* An empty document. The caller frees *document. [any] */
CXAPIAN_API cxapian_status cxapian_document_new(cxapian_document **document, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Makes it empty again. [any] */
CXAPIAN_API cxapian_status cxapian_document_clear(cxapian_document *document, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Sets the data. [any] */
CXAPIAN_API cxapian_status cxapian_document_set_data(cxapian_document *document, const void *bytes, size_t size,
                                                     cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Sets the value of a slot; an empty one removes it. [any], INVALID_ARGUMENT (the slot Xapian keeps for "none") */
CXAPIAN_API cxapian_status cxapian_document_set_value(cxapian_document *document, uint32_t slot, const void *bytes,
                                                      size_t size, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Adds wdf occurrences of a term at a position. A term is refused here if the database could not store it, because
 * a refusal while the document is being added would cancel everything that is pending.
 * [any], INVALID_ARGUMENT (term empty, or size plus number of NUL bytes over 245) */
CXAPIAN_API cxapian_status cxapian_document_add_posting(cxapian_document *document, const void *term, size_t term_size,
                                                        uint32_t position, uint32_t wdf,
                                                        cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Adds wdf occurrences of a term without a position; 0 is a boolean term. The same refusals.
 * [any], INVALID_ARGUMENT */
CXAPIAN_API cxapian_status cxapian_document_add_term(cxapian_document *document, const void *term, size_t term_size,
                                                     uint32_t wdf, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* ---- Writer ---------------------------------------------------------------------------------------------------- */

typedef CXAPIAN_ENUM(cxapian_open_mode) {
    CXAPIAN_OPEN = 0,           /* must exist */
    CXAPIAN_CREATE = 1,         /* must not exist */
    CXAPIAN_CREATE_OR_OPEN = 2,
    CXAPIAN_CREATE_OR_OVERWRITE = 3
} cxapian_open_mode;

/* Opens a glass database for writing and locks it; the folder is created, its parents are not. With no_sync a commit
 * does not wait for the disk: only for databases that can be made again. The caller frees *writer.
 * [write], DATABASE_CREATE, DATABASE_LOCK, DATABASE_NOT_FOUND, DATABASE_OPENING, DATABASE_VERSION,
 * INVALID_ARGUMENT (unknown mode, path with a NUL byte) */
CXAPIAN_API cxapian_status cxapian_writer_open(const void *path, size_t path_size, cxapian_open_mode mode, bool no_sync,
                                               cxapian_writer **writer, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* A reader of the writer's state, pending changes included. It shares the writer's thread and lock. The caller frees
 * *database. [any] */
CXAPIAN_API cxapian_status cxapian_writer_reader(cxapian_writer *writer, cxapian_database **database,
                                                 cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Commits what is pending, or cancels an open transaction, and closes. Twice is fine. [write] */
CXAPIAN_API cxapian_status cxapian_writer_close(cxapian_writer *writer, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Adds a document under the next docid. When this fails, Xapian has dropped all that was pending; the same holds for
 * cxapian_writer_replace and the deletions, save after DOCUMENT_NOT_FOUND and INVALID_ARGUMENT. [write] */
CXAPIAN_API cxapian_status cxapian_writer_add(cxapian_writer *writer, const cxapian_document *document,
                                              uint32_t *docid, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Replaces the documents that have the term by one, under the lowest docid of theirs, or adds it.
 * [write], INVALID_ARGUMENT (empty term) */
CXAPIAN_API cxapian_status cxapian_writer_replace(cxapian_writer *writer, const void *term, size_t term_size,
                                                  const cxapian_document *document, uint32_t *docid,
                                                  cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Replaces a document, or adds it under this docid, which may lie above all that were used. Failure: see
 * cxapian_writer_add. [write], INVALID_ARGUMENT (docid 0) */
CXAPIAN_API cxapian_status cxapian_writer_put(cxapian_writer *writer, uint32_t docid,
                                              const cxapian_document *document,
                                              cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Adds a copy of another database's document under the next docid. Failure: see cxapian_writer_add.
 * [read], [write], DOCUMENT_NOT_FOUND, INVALID_ARGUMENT (docid 0) */
CXAPIAN_API cxapian_status cxapian_writer_add_copy(cxapian_writer *writer, cxapian_database *source,
                                                   uint32_t source_docid, uint32_t *docid,
                                                   cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Deletes every document that has the term; none is fine. [write], INVALID_ARGUMENT (empty term) */
CXAPIAN_API cxapian_status cxapian_writer_delete_term(cxapian_writer *writer, const void *term, size_t term_size,
                                                      cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Deletes one document. [write], DOCUMENT_NOT_FOUND, INVALID_ARGUMENT (docid 0) */
CXAPIAN_API cxapian_status cxapian_writer_delete_docid(cxapian_writer *writer, uint32_t docid,
                                                       cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Sets user metadata; an empty value removes the key. [write], INVALID_ARGUMENT (empty or too long key) */
CXAPIAN_API cxapian_status cxapian_writer_set_metadata(cxapian_writer *writer, const void *key, size_t key_size,
                                                       const void *bytes, size_t size,
                                                       cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Adds to the frequency of a spelling word. [write], INVALID_ARGUMENT (word empty or too long, as for a term) */
CXAPIAN_API cxapian_status cxapian_writer_add_spelling(cxapian_writer *writer, const void *word, size_t word_size,
                                                       uint32_t frequency, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Takes from the frequency of a spelling word, which goes at 0; an unknown word is fine. [write] */
CXAPIAN_API cxapian_status cxapian_writer_remove_spelling(cxapian_writer *writer, const void *word, size_t word_size,
                                                          uint32_t frequency, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Commits what is pending, then opens a transaction. [write], INVALID_OPERATION (one is open) */
CXAPIAN_API cxapian_status cxapian_writer_begin_transaction(cxapian_writer *writer,
                                                            cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Commits the open transaction; on disk when this returns. [write], INVALID_OPERATION (none is open) */
CXAPIAN_API cxapian_status cxapian_writer_commit_transaction(cxapian_writer *writer,
                                                             cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Drops the open transaction. [write], INVALID_OPERATION (none is open) */
CXAPIAN_API cxapian_status cxapian_writer_cancel_transaction(cxapian_writer *writer,
                                                             cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Commits what is pending; on disk when this returns. [write], INVALID_OPERATION (a transaction is open) */
CXAPIAN_API cxapian_status cxapian_writer_commit(cxapian_writer *writer, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* ---- Stemming and maintenance ---------------------------------------------------------------------------------- */

/* The stemmer of a language, by English name or ISO code; "none" and "" leave words as they are. The caller frees
 * *stemmer. [any], INVALID_ARGUMENT (unknown language) */
CXAPIAN_API cxapian_status cxapian_stemmer_new(const void *language, size_t language_size, cxapian_stemmer **stemmer,
                                               cxapian_error *error) CXAPIAN_NOEXCEPT;

/* The stem of a lower-case UTF-8 word. Borrowed until the next call on stemmer. [any] */
CXAPIAN_API cxapian_status cxapian_stemmer_stem(cxapian_stemmer *stemmer, const void *word, size_t word_size,
                                                const char **bytes, size_t *size,
                                                cxapian_error *error) CXAPIAN_NOEXCEPT;

/* The languages there are stemmers for, separated by spaces. The caller frees *text with cxapian_text_free. [any] */
CXAPIAN_API cxapian_status cxapian_stemmer_languages(char **text, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Verifies a database on disk, without a writer: *error_count problems, described in *text, which the caller frees
 * with cxapian_text_free. Path may also be one of its tables, NAME.glass. Blocking: reads everything, in a process of its
 * own, because Xapian may crash on damage; that is DATABASE_CORRUPT.
 * [read], DATABASE_OPENING (also when there is none), DATABASE_VERSION, INVALID_ARGUMENT (path with a NUL byte) */
CXAPIAN_API cxapian_status cxapian_check(const void *path, size_t path_size, size_t *error_count, char **text,
                                         cxapian_error *error) CXAPIAN_NOEXCEPT;

/* One path of cxapian_compact. */
typedef struct cxapian_path {
    const void *bytes;
    size_t size;
} cxapian_path;

/* Writes the last committed revisions of count databases as one compact database at destination, which gets a new
 * UUID; a database that is there already is overwritten. With renumber each source's docids are raised by the last
 * docid of those before it; without, the sources' ranges of docids must not overlap. Of metadata under one key the
 * first source's wins. Blocking: copies everything.
 * [read], DATABASE_CREATE, DATABASE_NOT_FOUND, DATABASE_OPENING, DATABASE_VERSION,
 * INVALID_ARGUMENT (path with a NUL byte, no source, destination is a source), INVALID_OPERATION (docids overlap) */
CXAPIAN_API cxapian_status cxapian_compact(const cxapian_path *sources, size_t count, const void *destination,
                                           size_t destination_size, bool renumber,
                                           cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Waits until all files of a folder, and its list of them, are on the disk.
 * [any], DATABASE (the system's error), INVALID_ARGUMENT (path with a NUL byte) */
CXAPIAN_API cxapian_status cxapian_sync(const void *path, size_t path_size, cxapian_error *error) CXAPIAN_NOEXCEPT;

/* Puts each of two folders of one file system in the other's place, in one step that is whole or not at all. Nobody may
 * write to a database in them, nor be opening or reopening one.
 * [any], DATABASE (the system's error), UNIMPLEMENTED (the file system cannot), INVALID_ARGUMENT (path with a NUL
 * byte) */
CXAPIAN_API cxapian_status cxapian_exchange(const void *path, size_t path_size, const void *other, size_t other_size,
                                            cxapian_error *error) CXAPIAN_NOEXCEPT;

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif

#endif
