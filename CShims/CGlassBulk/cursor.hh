// The lists of a table of a database that is merged.
#ifndef CGLASSBULK_CURSOR_HH
#define CGLASSBULK_CURSOR_HH

#include "encoding.hh"
#include "source.hh"
#include "table_reader.hh"

#include <cstdint>
#include <string>
#include <string_view>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// Stands at an entry of the table of posting lists or of positions, the first one at first. Every function but the
/// plain ones throws DAMAGED, also where keys do not ascend, and SYSTEM.
class Cursor {
  public:
    /// - Parameter source: has to stay.
    Cursor(const Source &source, size_t table);

    /// Calls `body` at each entry of the list at whose first entry this stands, and goes past them.
    template <typename Body> void for_each_entry(Body body) {
        do {
            body();
            next();
        } while (is_same_list);
    }

    /// Goes on in an entry, to a document past so many others.
    void skip(uint32_t others);

    /// A docid of the source, raised.
    uint32_t raised(uint32_t own) const { return source.raised(own, reader.path); }

    /// Reads the tag, of a table where none is ever compressed.
    Decoder decoder() const;

    [[noreturn]] void fail(const char *message) const { damaged(reader.path, message); }

    std::string_view tag() const { return reader.tag; }
    bool is_compressed() const { return reader.is_compressed; }

    const Source &source;
    /// Whether there is no entry any more.
    bool is_done = false;
    /// What the key says but for the docid.
    std::string name;
    /// The docid in the entry's key, raised, or of what was read of the entry last; 0 when there is none.
    uint32_t docid = 0;

  private:
    void next();

    TableReader reader;
    bool is_same_list = false;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
