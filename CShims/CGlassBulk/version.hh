// The version file, which says where each table's root is and what the database holds: docs/GLASS.md, "The version
// file".
#ifndef CGLASSBULK_VERSION_HH
#define CGLASSBULK_VERSION_HH

#include "table.hh"

#include <cstdint>
#include <string>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// The tables that are read and written, in the order of the version file.
enum : size_t { postlist, docdata, termlist, position, table_count };

struct Statistics {
    uint32_t documents = 0;
    uint32_t last_docid = 0;
    /// Of the documents that are not empty; 0 when there is none.
    uint32_t shortest = 0;
    uint32_t longest = 0;
    uint32_t largest_wdf = 0;
    uint64_t total_length = 0;
};

struct Version {
    Root roots[table_count];
    Statistics statistics;

    /// Reads the one of the database in a folder. Throws DAMAGED (also when it is of another format), SYSTEM, and
    /// INVALID_ARGUMENT for what is not merged: blocks of another size, spelling, synonyms.
    static Version read(const std::string &folder);

    /// Writes a new one, with a UUID of its own. With sync, it and the folder are on the disk afterwards. Throws
    /// SYSTEM.
    void write(const std::string &folder, bool sync) const;
};

inline std::string table_path(const std::string &folder, size_t table) {
    constexpr const char *names[] = {"postlist", "docdata", "termlist", "position"};
    return folder + "/" + names[table] + ".glass";
}

/// The positions of a piece, a table that Xapian does not know: docs/GLASS.md, "Pieces".
inline std::string runs_path(const std::string &folder) { return folder + "/positions.runs"; }

/// Tags that are not longer than this are not compressed.
constexpr uint32_t compress_above = 18;

} // namespace glassbulk

#pragma GCC visibility pop

#endif
