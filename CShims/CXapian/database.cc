#include "handles.hh"

using namespace cxapian;

void cxapian_database_free(cxapian_database *database) noexcept { delete database; }

cxapian_status cxapian_database_open(const void *path, size_t path_size, cxapian_database **database,
                                     cxapian_error *error) noexcept {
    reset(database);
    return guard(error, [&] {
        cxapian_database *&result = deref(database, "database");
        // The backend is named so that a stub file, which may point at a program or another host, is not obeyed.
        Xapian::Database opened(cxapian::path(path, path_size), Xapian::DB_BACKEND_GLASS);
        result = new cxapian_database{std::move(opened), {}, {}};
    });
}

cxapian_status cxapian_database_reopen(cxapian_database *database, bool *changed, cxapian_error *error) noexcept {
    reset(changed);
    return guard(error, [&] { deref(changed, "changed") = deref(database, "database").database.reopen(); });
}

cxapian_status cxapian_database_close(cxapian_database *database, cxapian_error *error) noexcept {
    return guard(error, [&] { deref(database, "database").database.close(); });
}

cxapian_status cxapian_database_uuid(cxapian_database *database, const char **bytes, size_t *size,
                                     cxapian_error *error) noexcept {
    reset(bytes);
    reset(size);
    return guard(error, [&] {
        cxapian_database &handle = deref(database, "database");
        handle.bytes = handle.database.get_uuid();
        lend(handle.bytes, bytes, size);
    });
}

cxapian_status cxapian_database_statistics(cxapian_database *database, cxapian_statistics *statistics,
                                           cxapian_error *error) noexcept {
    reset(statistics);
    return guard(error, [&] {
        const Xapian::Database &opened = deref(database, "database").database;
        cxapian_statistics counts = {};
        counts.revision = opened.get_revision();
        counts.total_length = opened.get_total_length();
        counts.average_length = opened.get_average_length();
        counts.document_count = opened.get_doccount();
        counts.last_docid = opened.get_lastdocid();
        counts.length_lower_bound = opened.get_doclength_lower_bound();
        counts.length_upper_bound = opened.get_doclength_upper_bound();
        counts.has_positions = opened.has_positions();
        deref(statistics, "statistics") = counts;
    });
}

cxapian_status cxapian_database_frequency(cxapian_database *database, const void *term, size_t term_size,
                                          uint32_t *termfreq, uint32_t *collection_freq,
                                          cxapian_error *error) noexcept {
    reset(termfreq);
    reset(collection_freq);
    return guard(error, [&] {
        const Xapian::Database &opened = deref(database, "database").database;
        const std::string name = text(term, term_size);
        if (termfreq != nullptr)
            *termfreq = opened.get_termfreq(name);
        if (collection_freq != nullptr)
            *collection_freq = opened.get_collection_freq(name);
    });
}

cxapian_status cxapian_database_metadata(cxapian_database *database, const void *key, size_t key_size,
                                         const char **bytes, size_t *size, cxapian_error *error) noexcept {
    reset(bytes);
    reset(size);
    return guard(error, [&] {
        cxapian_database &handle = deref(database, "database");
        handle.bytes = handle.database.get_metadata(text(key, key_size));
        lend(handle.bytes, bytes, size);
    });
}

cxapian_status cxapian_database_suggestion(cxapian_database *database, const void *word, size_t word_size,
                                           uint32_t max_edits, const char **bytes, size_t *size,
                                           cxapian_error *error) noexcept {
    reset(bytes);
    reset(size);
    return guard(error, [&] {
        cxapian_database &handle = deref(database, "database");
        handle.bytes = handle.database.get_spelling_suggestion(text(word, word_size), max_edits);
        lend(handle.bytes, bytes, size);
    });
}
