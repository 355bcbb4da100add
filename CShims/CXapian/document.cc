#include "handles.hh"

#include <algorithm>

using namespace cxapian;

std::string cxapian::storable(const void *term, size_t term_size) {
    constexpr size_t longest = 245;
    std::string name = text(term, term_size);
    if (name.empty())
        throw Xapian::InvalidArgumentError("A term must not be empty");
    if (name.size() > longest / 2 && name.size() + std::count(name.begin(), name.end(), '\0') > longest)
        throw Xapian::InvalidArgumentError("A term must have at most 245 bytes, NUL bytes counting twice");
    return name;
}

void cxapian_document_free(cxapian_document *document) noexcept { delete document; }

cxapian_status cxapian_document_new(cxapian_document **document, cxapian_error *error) noexcept {
    reset(document);
    return guard(error, [&] {
        cxapian_document *&result = deref(document, "document");
        result = new cxapian_document();
    });
}

cxapian_status cxapian_document_clear(cxapian_document *document, cxapian_error *error) noexcept {
    return guard(error, [&] { deref(document, "document").document = Xapian::Document(); });
}

cxapian_status cxapian_document_set_data(cxapian_document *document, const void *bytes, size_t size,
                                         cxapian_error *error) noexcept {
    return guard(error, [&] { deref(document, "document").document.set_data(text(bytes, size)); });
}

cxapian_status cxapian_document_set_value(cxapian_document *document, uint32_t slot, const void *bytes, size_t size,
                                          cxapian_error *error) noexcept {
    return guard(error, [&] {
        Xapian::Document &built = deref(document, "document").document;
        if (slot == Xapian::BAD_VALUENO)
            throw Xapian::InvalidArgumentError("This slot number means no slot");
        built.add_value(slot, text(bytes, size));
    });
}

cxapian_status cxapian_document_add_posting(cxapian_document *document, const void *term, size_t term_size,
                                            uint32_t position, uint32_t wdf, cxapian_error *error) noexcept {
    return guard(error, [&] {
        deref(document, "document").document.add_posting(storable(term, term_size), position, wdf);
    });
}

cxapian_status cxapian_document_add_term(cxapian_document *document, const void *term, size_t term_size, uint32_t wdf,
                                         cxapian_error *error) noexcept {
    return guard(error, [&] { deref(document, "document").document.add_term(storable(term, term_size), wdf); });
}
