// Several databases, made one.
#ifndef CGLASSBULK_MERGER_HH
#define CGLASSBULK_MERGER_HH

#include "table.hh"
#include "version.hh"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// Merges databases whose docids, each raised by an offset, ascend from one to the next.
///
/// A list of postings or positions is that of the first source, followed by that of the second, and so on. So what is
/// merged are the names of lists; what they hold is only copied, with other docids. Postings are joined to chunks of the usual
/// size without being looked at.
class Merger {
  public:
    /// Adds the database in a folder.
    void add(std::string folder, uint32_t offset);

    /// Writes the database to a folder, which must not be there; its positions on a thread of its own.
    void write(const std::string &folder, bool sync) const;

  private:
    /// Tables in the order of table_names.
    enum : size_t { postlist, docdata, termlist, position };

    struct Source {
        std::string folder;
        Version version;
        /// Whether it is a piece, whose positions are runs.
        bool is_piece;
        uint32_t offset;
        /// Its docids, raised, are above the one and not above the other.
        uint32_t above, last;

        /// A docid of its own, raised.
        uint32_t raised(uint32_t docid) const;
        /// The file of a table.
        std::string file(size_t table) const;
    };
    class Cursor;

    template <typename Body> void for_each_list(size_t table, Body body) const;
    void concatenate(size_t table, Table &out) const;
    void merge_postlists(Table &out) const;
    void merge_positions(Table &out) const;
    Statistics statistics() const;

    std::vector<Source> sources;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
