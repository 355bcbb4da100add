#include "cursor.hh"

#include "failure.hh"
#include "key.hh"

namespace glassbulk {

Cursor::Cursor(const Source &source, size_t table)
    : source(source), reader(source.file(table), source.version.roots[table]) {
    next();
}

void Cursor::next() {
    is_done = !reader.next();
    is_same_list = false;
    if (is_done)
        return;
    const std::string_view key = reader.key;
    const size_t size = name_size(key, reader.path);
    is_same_list = size == name.size() && key.size() > size && key.substr(0, size) == name;
    if (!is_same_list) {
        if (key.substr(0, size) <= std::string_view(name))
            fail("the keys are not in order");
        name.assign(key.substr(0, size));
        docid = 0;
    }
    if (key.size() == size)
        return;
    // A NUL ends a term.
    Decoder rest(key.substr(key_kind::of(key) == key_kind::term ? size + 1 : size), reader.path);
    const uint32_t next_docid = source.raised(rest.sortable(), reader.path);
    if (next_docid <= docid || !rest.is_at_end())
        fail("the keys are not in order");
    docid = next_docid;
}

void Cursor::skip(uint32_t others) {
    const uint64_t next_docid = uint64_t(docid) + others + 1;
    if (next_docid > source.last)
        fail("there is a docid above the last one");
    docid = static_cast<uint32_t>(next_docid);
}

Decoder Cursor::decoder() const {
    if (is_compressed())
        fail("a list is compressed");
    return Decoder(tag(), reader.path);
}

} // namespace glassbulk
