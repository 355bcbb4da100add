// One B-tree of a glass database, written from left to right, and what of its blocks reading needs too.
#ifndef CGLASSBULK_TABLE_HH
#define CGLASSBULK_TABLE_HH

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// What the version file says of a table.
struct Root {
    uint32_t block = 0;
    uint32_t level = 0;
    uint64_t entries = 0;
    /// Whether there are entries; a table without any has no file.
    bool has_file = false;
    /// How many blocks the file has, of a table that was written.
    uint32_t blocks = 0;
};

/// A block: revision (4 bytes), level (1), the gap before the items (2), all free bytes (2), where the directory ends
/// (2); then the directory, two bytes an item; then the gap; then the items, the last one first. Numbers have the high
/// byte first.
///
/// A leaf's item: its size less 3, with flags in the top three bits (2 bytes), the key's length (1), the key, the
/// number of the component (2) unless it is the first, the bytes of the tag. An item of a branch: the child's number (4
/// bytes), the key's length (1), the key, the component (2).
namespace block {
constexpr size_t size = 8192;
constexpr size_t level_at = 4, gap_at = 5, free_at = 7, directory_end_at = 9;
constexpr size_t directory_begin = 11, directory_entry = 2;
constexpr size_t leaf_head = 3, branch_head = 5, component_size = 2;
constexpr unsigned flag_compressed = 0x80, flag_last = 0x40, flag_first = 0x20;

inline size_t get2(const uint8_t *at) { return size_t(at[0]) << 8 | at[1]; }
inline uint32_t get4(const uint8_t *at) { return static_cast<uint32_t>(get2(at) << 16 | get2(at + 2)); }

inline void put2(uint8_t *at, size_t value) {
    at[0] = static_cast<uint8_t>(value >> 8);
    at[1] = static_cast<uint8_t>(value);
}

inline void put4(uint8_t *at, uint32_t value) {
    put2(at, value >> 16);
    put2(at + 2, value & 0xffff);
}
} // namespace block

/// Writes all of some bytes; false when the system refuses, and errno says why.
bool write_all(int file, const char *bytes, size_t size);

/// Takes entries in the order of their keys and writes each block once. docs/GLASS.md, "Blocks".
class Table {
  public:
    static constexpr size_t longest_key = 255;
    /// The revision of every block, and of the database.
    static constexpr uint32_t revision = 1;

    /// The file is made with the first entry.
    explicit Table(std::string path) : path(std::move(path)) {}
    ~Table();
    Table(const Table &) = delete;
    Table &operator=(const Table &) = delete;

    /// Adds an entry. Its key must come after the one before, and not be empty; the table's owner has looked. Throws
    /// SYSTEM, and TOO_LARGE for a key of more than longest_key bytes.
    void add(std::string_view key, std::string_view tag, bool compressed = false);

    /// Writes what is left, and closes the file. Not to be called twice. Throws SYSTEM.
    Root finish(bool sync);

  private:
    /// A block that is being filled: the rightmost of its level.
    struct Block {
        uint8_t bytes[block::size];
        size_t directory_end;
        size_t items_begin;
        /// What divides it from the block to its left, as the level above stores it: key and component.
        std::string divider;

        void clear(unsigned level);
        size_t room() const { return items_begin - directory_end; }
        uint8_t *take(size_t size);
    };

    void add_item(std::string_view key, uint32_t component, std::string_view bytes, unsigned flags);
    void start_leaf(std::string_view key, uint32_t component);
    void add_child(size_t level, const std::string &divider, uint32_t block);
    uint32_t write(Block &block);
    void flush();
    void open();

    const std::string path;
    int file = -1;
    uint32_t blocks = 0;
    uint64_t entries = 0;
    std::vector<std::unique_ptr<Block>> levels;
    /// Blocks that are not in the file yet.
    std::string pending;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
