#include "handles.hh"

using namespace cxapian;

// Each cursor stands on the next document to hand out; a default iterator is the end.

struct cxapian_postings {
    Xapian::PostingIterator at;
};

struct cxapian_lengths {
    Xapian::PostingIterator at;
};

void cxapian_postings_free(cxapian_postings *cursor) noexcept { delete cursor; }

void cxapian_lengths_free(cxapian_lengths *cursor) noexcept { delete cursor; }

static void skip(Xapian::PostingIterator &at, uint32_t docid) {
    if (at != Xapian::PostingIterator())
        at.skip_to(docid);
}

cxapian_status cxapian_postings_open(cxapian_database *database, const void *term, size_t term_size,
                                     cxapian_postings **cursor, uint32_t *termfreq, cxapian_error *error) noexcept {
    reset(cursor);
    reset(termfreq);
    return guard(error, [&] {
        const Xapian::Database &opened = deref(database, "database").database;
        cxapian_postings *&result = deref(cursor, "cursor");
        const std::string name = text(term, term_size);
        const Xapian::doccount frequency = termfreq != nullptr ? opened.get_termfreq(name) : 0;
        result = new cxapian_postings{opened.postlist_begin(name)};
        if (termfreq != nullptr)
            *termfreq = frequency;
    });
}

cxapian_status cxapian_postings_next_block(cxapian_postings *cursor, uint32_t *docids, uint32_t *wdfs, size_t capacity,
                                           size_t *count, cxapian_error *error) noexcept {
    reset(count);
    return guard(error, [&] {
        Xapian::PostingIterator &at = deref(cursor, "cursor").at;
        deref(docids, "docids");
        const Xapian::PostingIterator end;
        size_t filled = 0;
        for (; filled < capacity && at != end; ++at, ++filled) {
            docids[filled] = *at;
            if (wdfs != nullptr)
                wdfs[filled] = at.get_wdf();
        }
        deref(count, "count") = filled;
    });
}

cxapian_status cxapian_postings_skip_to(cxapian_postings *cursor, uint32_t docid, cxapian_error *error) noexcept {
    return guard(error, [&] { skip(deref(cursor, "cursor").at, docid); });
}

cxapian_status cxapian_lengths_open(cxapian_database *database, cxapian_lengths **cursor,
                                    cxapian_error *error) noexcept {
    reset(cursor);
    return guard(error, [&] {
        const Xapian::Database &opened = deref(database, "database").database;
        cxapian_lengths *&result = deref(cursor, "cursor");
        result = new cxapian_lengths{opened.postlist_begin(std::string())};
    });
}

cxapian_status cxapian_lengths_next_block(cxapian_lengths *cursor, uint32_t *docids, uint32_t *lengths,
                                          size_t capacity, size_t *count, cxapian_error *error) noexcept {
    reset(count);
    return guard(error, [&] {
        Xapian::PostingIterator &at = deref(cursor, "cursor").at;
        deref(docids, "docids");
        deref(lengths, "lengths");
        const Xapian::PostingIterator end;
        size_t filled = 0;
        for (; filled < capacity && at != end; ++at, ++filled) {
            docids[filled] = *at;
            lengths[filled] = at.get_doclength();
        }
        deref(count, "count") = filled;
    });
}

cxapian_status cxapian_lengths_skip_to(cxapian_lengths *cursor, uint32_t docid, cxapian_error *error) noexcept {
    return guard(error, [&] { skip(deref(cursor, "cursor").at, docid); });
}
