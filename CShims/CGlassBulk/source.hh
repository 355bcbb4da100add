// A database that is merged with others.
#ifndef CGLASSBULK_SOURCE_HH
#define CGLASSBULK_SOURCE_HH

#include "failure.hh"
#include "version.hh"

#include <cstdint>
#include <string>

#pragma GCC visibility push(hidden)

namespace glassbulk {

struct Source {
    std::string folder;
    Version version;
    /// Whether it is a piece, whose positions are runs.
    bool is_piece;
    /// By how much its docids rise.
    uint32_t offset;
    /// The last docid it ever used, raised; where it has no documents, at least that of the sources before.
    uint32_t last;

    /// A docid of its own, raised. Throws DAMAGED when it has no such docid.
    /// - Parameter path: the file that the docid is from.
    uint32_t raised(uint32_t docid, const std::string &path) const {
        const uint64_t sum = uint64_t(docid) + offset;
        if (docid == 0 || sum > last)
            damaged(path, "there is a docid above the last one, or 0");
        return static_cast<uint32_t>(sum);
    }

    /// The file of a table.
    std::string file(size_t table) const {
        return table == position && is_piece ? runs_path(folder) : table_path(folder, table);
    }
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
