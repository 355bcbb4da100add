#include "handles.hh"

using namespace cxapian;

struct cxapian_values {
    /// Stands on the next document to hand out; a default iterator is the end.
    Xapian::ValueIterator at;
    /// The values of the last block.
    std::string bytes;
};

void cxapian_values_free(cxapian_values *cursor) noexcept { delete cursor; }

cxapian_status cxapian_values_open(cxapian_database *database, uint32_t slot, cxapian_values **cursor,
                                   cxapian_error *error) noexcept {
    reset(cursor);
    return guard(error, [&] {
        const Xapian::Database &opened = deref(database, "database").database;
        cxapian_values *&result = deref(cursor, "cursor");
        result = new cxapian_values{opened.valuestream_begin(slot), {}};
    });
}

cxapian_status cxapian_values_next_block(cxapian_values *cursor, uint32_t *docids, uint32_t *ends, size_t capacity,
                                         const char **bytes, size_t *count, cxapian_error *error) noexcept {
    // A block ends early here, far below what an end of 32 bits can say.
    constexpr size_t enough = size_t(1) << 30;
    reset(bytes);
    reset(count);
    return guard(error, [&] {
        cxapian_values &handle = deref(cursor, "cursor");
        deref(docids, "docids");
        deref(ends, "ends");
        const Xapian::ValueIterator end;
        size_t filled = 0;
        handle.bytes.clear();
        for (; filled < capacity && handle.at != end && handle.bytes.size() < enough; ++handle.at, ++filled) {
            docids[filled] = handle.at.get_docid();
            handle.bytes += *handle.at;
            ends[filled] = uint32_t(handle.bytes.size());
        }
        deref(bytes, "bytes") = handle.bytes.data();
        deref(count, "count") = filled;
    });
}

cxapian_status cxapian_values_skip_to(cxapian_values *cursor, uint32_t docid, cxapian_error *error) noexcept {
    return guard(error, [&] {
        Xapian::ValueIterator &at = deref(cursor, "cursor").at;
        if (at != Xapian::ValueIterator())
            at.skip_to(docid);
    });
}
