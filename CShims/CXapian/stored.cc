// What a database stores for one document.
#include "handles.hh"

using namespace cxapian;

cxapian_status cxapian_database_length(cxapian_database *database, uint32_t docid, uint32_t *length,
                                       cxapian_error *error) noexcept {
    reset(length);
    return guard(error,
                 [&] { deref(length, "length") = deref(database, "database").database.get_doclength(docid); });
}

cxapian_status cxapian_database_data(cxapian_database *database, uint32_t docid, const char **bytes, size_t *size,
                                     cxapian_error *error) noexcept {
    reset(bytes);
    reset(size);
    return guard(error, [&] {
        cxapian_database &handle = deref(database, "database");
        // Asking whether the document exists costs as much as reading it, so that is done for empty data only.
        handle.bytes = handle.database.get_document(docid, Xapian::DOC_ASSUME_VALID).get_data();
        if (handle.bytes.empty())
            handle.bytes = handle.database.get_document(docid).get_data();
        lend(handle.bytes, bytes, size);
    });
}

cxapian_status cxapian_database_value(cxapian_database *database, uint32_t docid, uint32_t slot, const char **bytes,
                                      size_t *size, cxapian_error *error) noexcept {
    reset(bytes);
    reset(size);
    return guard(error, [&] {
        cxapian_database &handle = deref(database, "database");
        handle.bytes = handle.database.get_document(docid).get_value(slot);
        lend(handle.bytes, bytes, size);
    });
}

cxapian_status cxapian_database_positions(cxapian_database *database, uint32_t docid, const void *term,
                                          size_t term_size, const uint32_t **positions, size_t *count,
                                          cxapian_error *error) noexcept {
    reset(positions);
    reset(count);
    return guard(error, [&] {
        cxapian_database &handle = deref(database, "database");
        handle.numbers.clear();
        const Xapian::PositionIterator end;
        for (auto at = handle.database.positionlist_begin(docid, text(term, term_size)); at != end; ++at)
            handle.numbers.push_back(*at);
        deref(positions, "positions") = handle.numbers.data();
        deref(count, "count") = handle.numbers.size();
    });
}
