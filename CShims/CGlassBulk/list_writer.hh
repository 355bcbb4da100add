// Posting lists, cut into chunks: docs/GLASS.md, "Entries".
#ifndef CGLASSBULK_LIST_WRITER_HH
#define CGLASSBULK_LIST_WRITER_HH

#include "encoding.hh"
#include "key.hh"
#include "table.hh"

#include <string>
#include <string_view>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// A chunk of postings or values that has grown to so many bytes is followed by another one.
constexpr size_t chunk_size = 2000;

/// Writes one list after the other: of a term, or the one of all documents' lengths, which is kept in the same way.
class ListWriter {
  public:
    explicit ListWriter(Table &table) : table(table) {}

    /// Begins the list with that key. It says itself how many documents it has and how often its term occurs in them.
    void begin(std::string_view key, uint32_t documents, uint32_t occurrences) {
        name.assign(key);
        this->documents = documents;
        this->occurrences = occurrences;
        is_first = true;
    }

    /// Adds a document, after those before it, with its wdf or length.
    void add(uint32_t docid, uint32_t number) {
        append(docid, chunk.size() < chunk_size);
        put_number(chunk, number);
        last = docid;
    }

    /// Adds the postings of a chunk of another list, from its first wdf on.
    void add(uint32_t first_docid, uint32_t last_docid, std::string_view postings) {
        append(first_docid, chunk.size() + postings.size() <= chunk_size);
        chunk.append(postings);
        last = last_docid;
    }

    /// Writes what is left; nothing when nothing was added.
    void end() {
        if (!chunk.empty())
            write(true);
    }

  private:
    void append(uint32_t docid, bool fits) {
        if (!chunk.empty()) {
            if (fits)
                return put_number(chunk, docid - last - 1);
            write(false);
        }
        first = docid;
    }

    void write(bool is_last) {
        tag.clear();
        if (is_first) {
            put_number(tag, documents);
            put_number(tag, occurrences);
            put_number(tag, first - 1);
            key.assign(name);
        } else {
            key.assign(name);
            // The name of the list of lengths tells by itself where it ends.
            if (key_kind::of(name) == key_kind::term)
                key.push_back('\0');
            put_sortable(key, first);
        }
        tag.push_back(is_last ? '1' : '0');
        put_number(tag, last - first);
        tag += chunk;
        table.add(key, tag);
        chunk.clear();
        is_first = false;
    }

    Table &table;
    std::string name, key, tag;
    uint32_t documents = 0, occurrences = 0;
    bool is_first = true;
    /// The chunk that is being filled, and its docids.
    std::string chunk;
    uint32_t first = 0, last = 0;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
