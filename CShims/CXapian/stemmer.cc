#include "handles.hh"

using namespace cxapian;

struct cxapian_stemmer {
    Xapian::Stem stem;
    /// The last stem.
    std::string bytes;
};

void cxapian_stemmer_free(cxapian_stemmer *stemmer) noexcept { delete stemmer; }

cxapian_status cxapian_stemmer_new(const void *language, size_t language_size, cxapian_stemmer **stemmer,
                                   cxapian_error *error) noexcept {
    reset(stemmer);
    return guard(error, [&] {
        cxapian_stemmer *&result = deref(stemmer, "stemmer");
        result = new cxapian_stemmer{Xapian::Stem(text(language, language_size)), {}};
    });
}

cxapian_status cxapian_stemmer_stem(cxapian_stemmer *stemmer, const void *word, size_t word_size, const char **bytes,
                                    size_t *size, cxapian_error *error) noexcept {
    reset(bytes);
    reset(size);
    return guard(error, [&] {
        cxapian_stemmer &handle = deref(stemmer, "stemmer");
        handle.bytes = handle.stem(text(word, word_size));
        lend(handle.bytes, bytes, size);
    });
}

cxapian_status cxapian_stemmer_languages(char **text, cxapian_error *error) noexcept {
    reset(text);
    return guard(error, [&] {
        char *&result = deref(text, "text");
        result = copied(Xapian::Stem::get_available_languages());
    });
}
