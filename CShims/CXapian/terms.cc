#include "handles.hh"

using namespace cxapian;

struct cxapian_terms {
    enum class Number { none, termfreq, wdf };

    /// Stands on the next entry to hand out; a default iterator is the end.
    Xapian::TermIterator at;
    Number number;
    /// The last entry.
    std::string bytes;
};

using Number = cxapian_terms::Number;

void cxapian_terms_free(cxapian_terms *cursor) noexcept { delete cursor; }

cxapian_status cxapian_terms_open(cxapian_database *database, cxapian_terms_kind kind, const void *prefix,
                                  size_t prefix_size, cxapian_terms **cursor, cxapian_error *error) noexcept {
    reset(cursor);
    return guard(error, [&] {
        const Xapian::Database &opened = deref(database, "database").database;
        cxapian_terms *&result = deref(cursor, "cursor");
        const std::string start = text(prefix, prefix_size);
        switch (kind) {
        case CXAPIAN_TERMS_ALL:
            result = new cxapian_terms{opened.allterms_begin(start), Number::termfreq, {}};
            return;
        case CXAPIAN_TERMS_METADATA_KEYS:
            result = new cxapian_terms{opened.metadata_keys_begin(start), Number::none, {}};
            return;
        case CXAPIAN_TERMS_SPELLINGS:
            if (!start.empty())
                throw Xapian::InvalidArgumentError("Spelling words are listed without a prefix");
            result = new cxapian_terms{opened.spellings_begin(), Number::termfreq, {}};
            return;
        }
        throw Xapian::InvalidArgumentError("Unknown kind of term cursor");
    });
}

cxapian_status cxapian_terms_open_document(cxapian_database *database, uint32_t docid, cxapian_terms **cursor,
                                           cxapian_error *error) noexcept {
    reset(cursor);
    return guard(error, [&] {
        const Xapian::Database &opened = deref(database, "database").database;
        cxapian_terms *&result = deref(cursor, "cursor");
        result = new cxapian_terms{opened.termlist_begin(docid), Number::wdf, {}};
    });
}

cxapian_status cxapian_terms_next(cxapian_terms *cursor, const char **bytes, size_t *size, uint32_t *number,
                                  cxapian_error *error) noexcept {
    reset(bytes);
    reset(size);
    reset(number);
    return guard(error, [&] {
        cxapian_terms &handle = deref(cursor, "cursor");
        if (handle.at == Xapian::TermIterator())
            return;
        handle.bytes = *handle.at;
        if (number != nullptr && handle.number == Number::termfreq)
            *number = handle.at.get_termfreq();
        if (number != nullptr && handle.number == Number::wdf)
            *number = handle.at.get_wdf();
        ++handle.at;
        lend(handle.bytes, bytes, size);
    });
}

cxapian_status cxapian_terms_skip_to(cxapian_terms *cursor, const void *term, size_t term_size,
                                     cxapian_error *error) noexcept {
    return guard(error, [&] {
        Xapian::TermIterator &at = deref(cursor, "cursor").at;
        const std::string target = text(term, term_size);
        if (at != Xapian::TermIterator() && *at < target)
            at.skip_to(target);
    });
}
