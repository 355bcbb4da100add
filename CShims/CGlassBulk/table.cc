#include "table.hh"

#include "failure.hh"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace glassbulk {

using namespace block;

namespace {

/// At least four items fit in a block.
constexpr size_t largest_item = (block::size - directory_begin - 4 * directory_entry) / 4;

/// A first component that is shorter than this is not worth an item of its own.
constexpr size_t smallest_component = 64;

constexpr size_t most_components = 0xffff;
/// What is written at once stays in the processor's cache until the system has copied it.
constexpr size_t write_size = 1 << 17;

} // namespace

bool write_all(int file, const char *bytes, size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(file, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        size -= static_cast<size_t>(written);
    }
    return true;
}

void Table::Block::clear(unsigned level) {
    std::memset(bytes, 0, sizeof bytes);
    put4(bytes, revision);
    bytes[level_at] = static_cast<uint8_t>(level);
    directory_end = directory_begin;
    items_begin = block::size;
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
    add_item({}, 1, {}, flag_first | flag_last);
}

void Table::add(std::string_view key, std::string_view tag, bool compressed) {
    if (key.size() > longest_key)
        too_large("a key is longer than glass can hold");
    if (file < 0)
        open();
    const unsigned flags = compressed ? flag_compressed : 0;
    const size_t whole = largest_item - leaf_head - key.size();
    ++entries;
    if (tag.size() <= whole) {
        add_item(key, 1, tag, flags | flag_first | flag_last);
        return;
    }
    // What is left of the block is filled, unless that is too little to be worth it.
    const size_t room = levels[0]->room();
    const size_t head = leaf_head + key.size() + directory_entry;
    const size_t fits = room > head ? room - head : 0;
    size_t size = fits >= smallest_component ? std::min(fits, whole) : whole;
    if ((tag.size() - size) / (whole - component_size) + 2 > most_components)
        too_large("an entry is larger than glass can hold");
    for (uint32_t component = 1; !tag.empty(); ++component) {
        const std::string_view part = tag.substr(0, size);
        tag.remove_prefix(part.size());
        const unsigned place = (component == 1 ? flag_first : 0) | (tag.empty() ? flag_last : 0);
        add_item(key, component, part, flags | place);
        size = whole - component_size;
    }
}

void Table::add_item(std::string_view key, uint32_t component, std::string_view bytes, unsigned flags) {
    const size_t item = leaf_head + key.size() + (component == 1 ? 0 : component_size) + bytes.size();
    if (levels[0]->room() < item + directory_entry)
        start_leaf(key, component);
    uint8_t *at = levels[0]->take(item);
    put2(at, (item - leaf_head) | (size_t(flags) << 8));
    at[2] = static_cast<uint8_t>(key.size());
    at += leaf_head;
    key.copy(reinterpret_cast<char *>(at), key.size());
    at += key.size();
    if (component != 1) {
        put2(at, component);
        at += component_size;
    }
    bytes.copy(reinterpret_cast<char *>(at), bytes.size());
}

/// Writes the leaf, which has no room for the next item, and begins one whose first item that will be.
void Table::start_leaf(std::string_view key, uint32_t component) {
    Block &leaf = *levels[0];
    const uint8_t *last = leaf.bytes + leaf.items_begin;
    const std::string_view before(reinterpret_cast<const char *>(last + leaf_head), last[2]);
    // The least of the key that sets it off from the one before; all of it, when that has the same key.
    const size_t most = std::min(before.size(), key.size());
    const auto differ = std::mismatch(before.begin(), before.begin() + most, key.begin());
    std::string divider(key.substr(0, static_cast<size_t>(differ.first - before.begin()) + 1));
    divider.push_back(static_cast<char>(component >> 8));
    divider.push_back(static_cast<char>(component));
    const uint32_t number = write(leaf);
    add_child(1, leaf.divider, number);
    leaf.clear(0);
    leaf.divider = std::move(divider);
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
    put2(block.bytes + gap_at, block.room());
    put2(block.bytes + free_at, block.room());
    put2(block.bytes + directory_end_at, block.directory_end);
    pending.append(reinterpret_cast<const char *>(block.bytes), sizeof block.bytes);
    if (pending.size() >= write_size)
        flush();
    return blocks++;
}

void Table::flush() {
    if (!write_all(file, pending.data(), pending.size()))
        system_failure("a table could not be written");
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
    root.has_file = true;
    root.blocks = blocks;
    return root;
}

} // namespace glassbulk
