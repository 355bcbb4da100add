#include "handles.hh"

using namespace cxapian;

struct cxapian_writer {
    Xapian::WritableDatabase database;
};

static Xapian::WritableDatabase &opened(cxapian_writer *writer) { return deref(writer, "writer").database; }

void cxapian_writer_free(cxapian_writer *writer) noexcept { delete writer; }

static int flags(cxapian_open_mode mode) {
    switch (mode) {
    case CXAPIAN_OPEN:
        return Xapian::DB_OPEN;
    case CXAPIAN_CREATE:
        return Xapian::DB_CREATE;
    case CXAPIAN_CREATE_OR_OPEN:
        return Xapian::DB_CREATE_OR_OPEN;
    case CXAPIAN_CREATE_OR_OVERWRITE:
        return Xapian::DB_CREATE_OR_OVERWRITE;
    }
    throw Xapian::InvalidArgumentError("Unknown mode of opening");
}

cxapian_status cxapian_writer_open(const void *path, size_t path_size, cxapian_open_mode mode, bool no_sync,
                                   cxapian_writer **writer, cxapian_error *error) noexcept {
    reset(writer);
    return guard(error, [&] {
        cxapian_writer *&result = deref(writer, "writer");
        const int how = flags(mode) | Xapian::DB_BACKEND_GLASS | (no_sync ? Xapian::DB_NO_SYNC : 0);
        Xapian::WritableDatabase database(cxapian::path(path, path_size), how);
        result = new cxapian_writer{std::move(database)};
    });
}

cxapian_status cxapian_writer_reader(cxapian_writer *writer, cxapian_database **database,
                                     cxapian_error *error) noexcept {
    reset(database);
    return guard(error, [&] {
        cxapian_database *&result = deref(database, "database");
        result = new cxapian_database{Xapian::Database(opened(writer)), {}, {}};
    });
}

cxapian_status cxapian_writer_close(cxapian_writer *writer, cxapian_error *error) noexcept {
    return guard(error, [&] { opened(writer).close(); });
}

cxapian_status cxapian_writer_add(cxapian_writer *writer, const cxapian_document *document, uint32_t *docid,
                                  cxapian_error *error) noexcept {
    reset(docid);
    return guard(error, [&] {
        uint32_t &result = deref(docid, "docid");
        result = opened(writer).add_document(deref(document, "document").document);
    });
}

cxapian_status cxapian_writer_replace(cxapian_writer *writer, const void *term, size_t term_size,
                                      const cxapian_document *document, uint32_t *docid,
                                      cxapian_error *error) noexcept {
    reset(docid);
    return guard(error, [&] {
        uint32_t &result = deref(docid, "docid");
        result = opened(writer).replace_document(text(term, term_size), deref(document, "document").document);
    });
}

cxapian_status cxapian_writer_put(cxapian_writer *writer, uint32_t docid, const cxapian_document *document,
                                  cxapian_error *error) noexcept {
    return guard(error,
                 [&] { opened(writer).replace_document(docid, deref(document, "document").document); });
}

cxapian_status cxapian_writer_add_copy(cxapian_writer *writer, cxapian_database *source, uint32_t source_docid,
                                       uint32_t *docid, cxapian_error *error) noexcept {
    reset(docid);
    return guard(error, [&] {
        uint32_t &result = deref(docid, "docid");
        Xapian::WritableDatabase &target = opened(writer);
        result = target.add_document(deref(source, "source").database.get_document(source_docid));
    });
}

cxapian_status cxapian_writer_delete_term(cxapian_writer *writer, const void *term, size_t term_size,
                                          cxapian_error *error) noexcept {
    return guard(error, [&] { opened(writer).delete_document(text(term, term_size)); });
}

cxapian_status cxapian_writer_delete_docid(cxapian_writer *writer, uint32_t docid, cxapian_error *error) noexcept {
    return guard(error, [&] { opened(writer).delete_document(docid); });
}

cxapian_status cxapian_writer_set_metadata(cxapian_writer *writer, const void *key, size_t key_size, const void *bytes,
                                           size_t size, cxapian_error *error) noexcept {
    return guard(error, [&] { opened(writer).set_metadata(text(key, key_size), text(bytes, size)); });
}

cxapian_status cxapian_writer_add_spelling(cxapian_writer *writer, const void *word, size_t word_size,
                                           uint32_t frequency, cxapian_error *error) noexcept {
    return guard(error, [&] { opened(writer).add_spelling(storable(word, word_size), frequency); });
}

cxapian_status cxapian_writer_remove_spelling(cxapian_writer *writer, const void *word, size_t word_size,
                                              uint32_t frequency, cxapian_error *error) noexcept {
    return guard(error, [&] { opened(writer).remove_spelling(text(word, word_size), frequency); });
}

cxapian_status cxapian_writer_begin_transaction(cxapian_writer *writer, cxapian_error *error) noexcept {
    return guard(error, [&] { opened(writer).begin_transaction(); });
}

cxapian_status cxapian_writer_commit_transaction(cxapian_writer *writer, cxapian_error *error) noexcept {
    return guard(error, [&] { opened(writer).commit_transaction(); });
}

cxapian_status cxapian_writer_cancel_transaction(cxapian_writer *writer, cxapian_error *error) noexcept {
    return guard(error, [&] { opened(writer).cancel_transaction(); });
}

cxapian_status cxapian_writer_commit(cxapian_writer *writer, cxapian_error *error) noexcept {
    return guard(error, [&] { opened(writer).commit(); });
}
