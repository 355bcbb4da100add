// One B-tree of a glass database, read from left to right.
#ifndef CGLASSBULK_TABLE_READER_HH
#define CGLASSBULK_TABLE_READER_HH

#include "table.hh"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// Gives a table's entries in the order of their keys, whoever wrote it. Nobody may write to the database meanwhile.
/// Blocks while a block is read.
///
/// Nothing is believed that has not been looked at; that keys ascend is for the caller to see. Every function throws
/// DAMAGED when a block is not what it should be, SYSTEM when it cannot be read.
class TableReader {
  public:
    /// Opens the file of a table.
    TableReader(std::string path, const Root &root);
    ~TableReader();
    TableReader(const TableReader &) = delete;
    TableReader &operator=(const TableReader &) = delete;

    /// Goes to the next entry, the first one at first; false after the last.
    bool next();

    const std::string path;

    /// Of the entry, until the next call of next().
    std::string_view key, tag;
    bool is_compressed = false;

  private:
    /// The block of a level that is being read.
    struct Open {
        uint8_t bytes[block::size];
        /// The place in the directory of the next item, and where the directory ends.
        size_t next, end;
    };

    struct Item {
        std::string_view key, bytes;
        size_t component;
        unsigned flags;
    };

    bool next_leaf();
    bool next_item(Item &item);
    void read(size_t level, uint32_t number);
    void join(const Item &first);

    int file = -1;
    /// Leaves first.
    std::vector<std::unique_ptr<Open>> levels;
    /// How many blocks may be read yet: a tree that is damaged could lead round and round.
    uint64_t unread = 0;
    /// An entry of several items, put together.
    std::string joined_key, joined_tag;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
