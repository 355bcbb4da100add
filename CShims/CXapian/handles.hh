// The handles that more than one source looks into.
#ifndef CXAPIAN_HANDLES_HH
#define CXAPIAN_HANDLES_HH

#include "guard.hh"

#include <vector>

#pragma GCC visibility push(hidden)

struct cxapian_database {
    Xapian::Database database;
    /// What the last call lent to the caller.
    std::string bytes;
    std::vector<uint32_t> numbers;
};

struct cxapian_document {
    Xapian::Document document;
};

struct cxapian_query {
    Xapian::Query query;
    std::string bytes;
};

namespace cxapian {

/// A term or spelling word that the database can store: the key of a term spends two bytes on a NUL. Checked before the
/// database sees it, because the database finds out only while it writes, and then drops all that is pending.
std::string storable(const void *term, size_t term_size);

/// Lends bytes, which its handle keeps, to the caller.
inline void lend(const std::string &bytes, const char **result, size_t *size) {
    deref(result, "bytes") = bytes.data();
    deref(size, "size") = bytes.size();
}

} // namespace cxapian

#pragma GCC visibility pop

#endif
