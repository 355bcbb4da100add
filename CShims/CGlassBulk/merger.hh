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
/// merged are the names of lists; what they hold is only copied, with other docids. Postings are joined to chunks of
/// the usual size without being looked at.
class Merger {
  public:
    /// Adds the database in a folder, whose docids rise by `offset`, which is not below a raised docid of the ones
    /// before. Throws INVALID_ARGUMENT (it is, or what is not merged), TOO_LARGE (docids), and what Version::read
    /// throws.
    void add(std::string folder, uint32_t offset);

    /// Writes the database to a folder, which must not be there; its positions on a thread of its own. Blocks for long.
    /// Throws DAMAGED, SYSTEM, TOO_LARGE, INVALID_ARGUMENT (no documents); what was written is removed then.
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
        /// The last docid it ever used, raised; where it has no documents, that of the ones before.
        uint32_t last;

        /// A docid of its own, raised.
        uint32_t raised(uint32_t docid, const std::string &path) const;
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
