// One B-tree of a glass database, written from left to right.
#ifndef CGLASSBULK_TABLE_HH
#define CGLASSBULK_TABLE_HH

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// What the version file says of a table.
struct Root {
    uint32_t block = 0;
    uint32_t level = 0;
    uint64_t entries = 0;
    /// How many blocks the file has; 0 when there is no file.
    uint32_t blocks = 0;
};

/// Takes entries in the order of their keys and writes each block once. docs/GLASS.md, "Blocks".
class Table {
  public:
    static constexpr size_t block_size = 8192;
    static constexpr size_t longest_key = 255;
    /// The revision of every block, and of the database.
    static constexpr uint32_t revision = 1;

    /// The file is made with the first entry.
    explicit Table(std::string path) : path(std::move(path)) {}
    ~Table();
    Table(const Table &) = delete;
    Table &operator=(const Table &) = delete;

    /// Adds an entry. Its key must come after the one before, and have 1 to 255 bytes; the table's owner has looked.
    void add(const std::string &key, const char *tag, size_t tag_size, bool compressed = false);
    void add(const std::string &key, const std::string &tag) { add(key, tag.data(), tag.size()); }

    /// Writes what is left, and closes the file. Not to be called twice.
    Root finish(bool sync);

  private:
    /// A block that is being filled: the rightmost of its level.
    struct Block {
        uint8_t bytes[block_size];
        size_t directory_end;
        size_t items_begin;
        /// What divides it from the block to its left, as the level above stores it: key and component.
        std::string divider;

        void clear(unsigned level);
        size_t room() const { return items_begin - directory_end; }
        uint8_t *take(size_t size);
    };

    void add_item(const std::string &key, uint32_t component, const char *bytes, size_t size, unsigned flags);
    void add_child(size_t level, const std::string &divider, uint32_t block);
    uint32_t write(Block &block);
    void flush();
    void open();

    const std::string path;
    int file = -1;
    uint32_t blocks = 0;
    uint64_t entries = 0;
    std::vector<std::unique_ptr<Block>> levels;
    std::string last_key;
    /// Blocks that are not in the file yet.
    std::string pending;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
