// Several databases, made one.
#ifndef CGLASSBULK_MERGER_HH
#define CGLASSBULK_MERGER_HH

#include "source.hh"
#include "table.hh"
#include "version.hh"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#pragma GCC visibility push(hidden)

namespace glassbulk {

class Cursor;
class ListWriter;

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
    template <typename Body> void for_each_list(size_t table, Body body) const;
    void concatenate(size_t table, Table &out) const;
    void merge_postlists(Table &out) const;
    void merge_positions(Table &out) const;
    static void merge_metadata(const std::string &name, const std::vector<Cursor *> &cursors, Table &out);
    static void merge_value_statistics(const std::string &name, const std::vector<Cursor *> &cursors, Table &out);
    static void merge_values(const std::string &name, const std::vector<Cursor *> &cursors, Table &out);
    static void merge_postings(const std::string &name, const std::vector<Cursor *> &cursors, ListWriter &writer);
    Statistics statistics() const;

    std::vector<Source> sources;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
