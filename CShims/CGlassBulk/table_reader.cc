#include "table_reader.hh"

#include "failure.hh"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace glassbulk {

using namespace block;

namespace {
/// Xapian's trees have no more.
constexpr uint32_t most_levels = 10;
} // namespace

TableReader::TableReader(std::string file_path, const Root &root) : path(std::move(file_path)) {
    if (root.level >= most_levels)
        damaged(path, "the table has too many levels");
    file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        system_failure(path + " could not be opened");
    struct stat status;
    if (fstat(file, &status) != 0) {
        const int error = errno;
        close(file);
        errno = error;
        system_failure(path + " could not be looked at");
    }
    unread = static_cast<uint64_t>(status.st_size) / block::size;
    try {
        for (uint32_t level = 0; level <= root.level; ++level) {
            levels.push_back(std::make_unique<Open>());
            levels[level]->next = levels[level]->end = directory_begin;
        }
        read(root.level, root.block);
    } catch (...) {
        close(file);
        throw;
    }
}

TableReader::~TableReader() { close(file); }

void TableReader::read(size_t level, uint32_t number) {
    if (unread-- == 0)
        damaged(path, "the table leads to more blocks than it has");
    Open &open = *levels[level];
    size_t have = 0;
    while (have < block::size) {
        const ssize_t size = pread(file, open.bytes + have, block::size - have,
                                   static_cast<off_t>(uint64_t(number) * block::size + have));
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            system_failure(path + " could not be read");
        if (size == 0)
            damaged(path, "the table leads to a block past its end");
        have += static_cast<size_t>(size);
    }
    open.next = directory_begin;
    open.end = get2(open.bytes + directory_end_at);
    if (open.bytes[level_at] != level || open.end < directory_begin || open.end > block::size ||
        (open.end - directory_begin) % directory_entry != 0)
        damaged(path, "a block is damaged");
}

/// Reads the leaf after the one that has been read to its end; false when there is none.
bool TableReader::next_leaf() {
    size_t level = 1;
    while (level < levels.size() && levels[level]->next == levels[level]->end)
        ++level;
    if (level >= levels.size())
        return false;
    for (; level > 0; --level) {
        Open &branch = *levels[level];
        if (branch.next == branch.end)
            damaged(path, "a branch has no children");
        const size_t at = get2(branch.bytes + branch.next);
        branch.next += directory_entry;
        if (at < branch.end || at + branch_head > block::size)
            damaged(path, "a block is damaged");
        read(level - 1, get4(branch.bytes + at));
    }
    return true;
}

bool TableReader::next_item(Item &item) {
    while (levels[0]->next == levels[0]->end)
        if (!next_leaf())
            return false;
    Open &leaf = *levels[0];
    const size_t at = get2(leaf.bytes + leaf.next);
    leaf.next += directory_entry;
    if (at < leaf.end || at + leaf_head > block::size)
        damaged(path, "a block is damaged");
    const uint8_t *bytes = leaf.bytes + at;
    item.flags = bytes[0] & (flag_compressed | flag_last | flag_first);
    const size_t size = (get2(bytes) & 0x1fff) + leaf_head, key_size = bytes[2];
    const size_t head = leaf_head + key_size + ((item.flags & flag_first) != 0 ? 0 : component_size);
    if (head > size || at + size > block::size)
        damaged(path, "a block is damaged");
    item.key = {reinterpret_cast<const char *>(bytes + leaf_head), key_size};
    item.component = (item.flags & flag_first) != 0 ? 1 : get2(bytes + leaf_head + key_size);
    item.bytes = {reinterpret_cast<const char *>(bytes + head), size - head};
    return true;
}

bool TableReader::next() {
    Item item;
    do {
        if (!next_item(item))
            return false;
        // Before all keys stands one that is empty.
    } while (item.key.empty());
    if ((item.flags & flag_first) == 0)
        damaged(path, "an entry has no beginning");
    is_compressed = (item.flags & flag_compressed) != 0;
    if ((item.flags & flag_last) != 0) {
        key = item.key;
        tag = item.bytes;
    } else {
        join(item);
    }
    return true;
}

void TableReader::join(const Item &first) {
    joined_key.assign(first.key);
    joined_tag.assign(first.bytes);
    Item item;
    for (size_t component = 2;; ++component) {
        if (!next_item(item) || item.key != joined_key || item.component != component)
            damaged(path, "an entry has no end");
        joined_tag.append(item.bytes);
        if ((item.flags & flag_last) != 0)
            break;
    }
    key = joined_key;
    tag = joined_tag;
}

} // namespace glassbulk
