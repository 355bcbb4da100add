#include "table.hh"

#include "failure.hh"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace glassbulk {

namespace {

// A block: revision (4 bytes), level (1), the gap before the items (2), all free bytes (2), where the directory ends (2);
// then the directory, two bytes an item; then the gap; then the items, the last one first. Numbers have the high byte first.
constexpr size_t directory_begin = 11;
constexpr size_t directory_entry = 2;

// A leaf's item: its size less 3, with flags in the top three bits (2 bytes), the key's length (1), the key, the number of
// the component (2) unless it is the first, the bytes of the tag.
constexpr size_t leaf_head = 3;
constexpr size_t component_size = 2;
constexpr unsigned flag_compressed = 0x80, flag_last = 0x40, flag_first = 0x20;

// An item of a branch: the child's number (4 bytes), the key's length (1), the key, the component (2).
constexpr size_t branch_head = 5;

/// At least four items fit in a block.
constexpr size_t largest_item = (Table::block_size - directory_begin - 4 * directory_entry) / 4;

/// A first component that is shorter than this is not worth an item of its own.
constexpr size_t smallest_piece = 64;

constexpr size_t most_components = 0xffff;
constexpr size_t write_size = 1 << 20;

void put2(uint8_t *at, size_t value) {
    at[0] = static_cast<uint8_t>(value >> 8);
    at[1] = static_cast<uint8_t>(value);
}

void put4(uint8_t *at, uint32_t value) {
    put2(at, value >> 16);
    put2(at + 2, value & 0xffff);
}

} // namespace

void Table::Block::clear(unsigned level) {
    std::memset(bytes, 0, sizeof bytes);
    put4(bytes, revision);
    bytes[4] = static_cast<uint8_t>(level);
    directory_end = directory_begin;
    items_begin = block_size;
    divider.clear();
}

/// The place of a new item, which there is room for.
uint8_t *Table::Block::take(size_t size) {
    items_begin -= size;
    put2(bytes + directory_end, items_begin);
    directory_end += directory_entry;
    return bytes + items_begin;
}

Table::~Table() {
    if (file >= 0)
        close(file);
}

void Table::open() {
    file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        system_failure("a table could not be made");
    levels.push_back(std::make_unique<Block>());
    levels[0]->clear(0);
    // Before all keys stands one that is empty.
    add_item(std::string(), 1, nullptr, 0, flag_first | flag_last);
}

void Table::add(const std::string &key, const char *tag, size_t tag_size, bool compressed) {
    if (file < 0)
        open();
    const unsigned flags = compressed ? flag_compressed : 0;
    const size_t whole = largest_item - leaf_head - key.size();
    ++entries;
    if (tag_size <= whole) {
        add_item(key, 1, tag, tag_size, flags | flag_first | flag_last);
        return;
    }
    // What is left of the block is filled, unless that is too little to be worth it.
    const size_t room = levels[0]->room();
    const size_t head = leaf_head + key.size() + directory_entry;
    const size_t fits = room > head ? room - head : 0;
    size_t size = fits >= smallest_piece ? std::min(fits, whole) : whole;
    if ((tag_size - size) / (whole - component_size) + 2 > most_components)
        too_large("an entry is larger than glass can hold");
    for (uint32_t component = 1; tag_size > 0; ++component) {
        size = std::min(size, tag_size);
        const unsigned place = (component == 1 ? flag_first : 0) | (size == tag_size ? flag_last : 0);
        add_item(key, component, tag, size, flags | place);
        tag += size;
        tag_size -= size;
        size = whole - component_size;
    }
}

void Table::add_item(const std::string &key, uint32_t component, const char *bytes, size_t size, unsigned flags) {
    const size_t item = leaf_head + key.size() + (component == 1 ? 0 : component_size) + size;
    Block &leaf = *levels[0];
    if (leaf.room() < item + directory_entry) {
        const std::string divider = leaf.divider;
        const uint32_t number = write(leaf);
        add_child(1, divider, number);
        leaf.clear(0);
        // The least of the key that sets it off from the one before; all of it, when that has the same key.
        const size_t common = static_cast<size_t>(
            std::mismatch(last_key.begin(), last_key.begin() + std::min(last_key.size(), key.size()), key.begin()).first -
            last_key.begin());
        leaf.divider.assign(key, 0, std::min(common + 1, key.size()));
        leaf.divider.push_back(static_cast<char>(component >> 8));
        leaf.divider.push_back(static_cast<char>(component));
    }
    uint8_t *at = leaf.take(item);
    put2(at, (item - leaf_head) | (size_t(flags) << 8));
    at[2] = static_cast<uint8_t>(key.size());
    at += leaf_head;
    std::memcpy(at, key.data(), key.size());
    at += key.size();
    if (component != 1) {
        put2(at, component);
        at += component_size;
    }
    if (size > 0)
        std::memcpy(at, bytes, size);
    last_key = key;
}

/// Enters a block that is complete in the level above. The first of a branch needs no key, whatever is left of it.
void Table::add_child(size_t level, const std::string &divider, uint32_t block) {
    if (level == levels.size()) {
        levels.push_back(std::make_unique<Block>());
        levels[level]->clear(static_cast<unsigned>(level));
    }
    Block *branch = levels[level].get();
    bool first = branch->directory_end == directory_begin;
    const size_t key = divider.empty() ? 0 : divider.size() - component_size;
    if (!first && branch->room() < branch_head + key + component_size + directory_entry) {
        const std::string above = branch->divider;
        const uint32_t number = write(*branch);
        add_child(level + 1, above, number);
        branch = levels[level].get();
        branch->clear(static_cast<unsigned>(level));
        branch->divider = divider;
        first = true;
    }
    uint8_t *at = branch->take(branch_head + (first ? 0 : key) + component_size);
    put4(at, block);
    at[4] = static_cast<uint8_t>(first ? 0 : key);
    // The component stands after the key in a divider too.
    if (first)
        put2(at + branch_head, 0);
    else
        std::memcpy(at + branch_head, divider.data(), divider.size());
}

uint32_t Table::write(Block &block) {
    if (blocks == UINT32_MAX)
        too_large("a table has more blocks than glass can number");
    put2(block.bytes + 5, block.room());
    put2(block.bytes + 7, block.room());
    put2(block.bytes + 9, block.directory_end);
    pending.append(reinterpret_cast<const char *>(block.bytes), block_size);
    if (pending.size() >= write_size)
        flush();
    return blocks++;
}

void Table::flush() {
    const char *at = pending.data();
    for (size_t left = pending.size(); left > 0;) {
        const ssize_t written = ::write(file, at, left);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            system_failure("a table could not be written");
        }
        at += written;
        left -= static_cast<size_t>(written);
    }
    pending.clear();
}

Root Table::finish(bool sync) {
    Root root;
    if (file < 0)
        return root;
    for (size_t level = 0; level < levels.size(); ++level) {
        const std::string divider = levels[level]->divider;
        root.block = write(*levels[level]);
        root.level = static_cast<uint32_t>(level);
        if (level + 1 < levels.size())
            add_child(level + 1, divider, root.block);
    }
    flush();
    if (sync && fdatasync(file) != 0)
        system_failure("a table could not be synced");
    const int closing = file;
    file = -1;
    if (close(closing) != 0)
        system_failure("a table could not be closed");
    root.entries = entries;
    root.blocks = blocks;
    return root;
}

} // namespace glassbulk
