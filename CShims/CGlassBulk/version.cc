#include "version.hh"

#include "encoding.hh"
#include "failure.hh"

#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

namespace glassbulk {

namespace {

/// What a version file begins with: a magic string, and the format's date in 16 bits: years since 2014, month, day.
const std::string &magic() {
    constexpr unsigned version = (2016 - 2014) << 9 | 3 << 5 | 14;
    static const std::string bytes = std::string("\x0f\x0dXapian Glass") + static_cast<char>(version >> 8) +
                                     static_cast<char>(version & 0xff);
    return bytes;
}

constexpr size_t uuid_size = 16;
/// With those of spelling and synonyms.
constexpr size_t all_tables = table_count + 2;
/// A version file has some 130 bytes; the lists of free blocks are short.
constexpr size_t largest_file = 1 << 16;
/// Block sizes are stored divided by this.
constexpr unsigned block_unit = 2048;
constexpr unsigned flag_sequential = 0x02, flag_no_file = 0x01;

std::string contents(const std::string &path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        system_failure(path + " could not be opened");
    std::string bytes(largest_file, '\0');
    const ssize_t size = read(file, &bytes[0], bytes.size());
    const int error = errno;
    close(file);
    errno = error;
    if (size < 0)
        system_failure(path + " could not be read");
    bytes.resize(static_cast<size_t>(size));
    return bytes;
}

} // namespace

Version Version::read(const std::string &folder) {
    const std::string path = folder + "/iamglass", bytes = contents(path);
    if (bytes.compare(0, magic().size(), magic()) != 0)
        damaged(path, "this is not a glass database of the format that is known");
    Decoder in(std::string_view(bytes).substr(magic().size()), path);
    in.skip(uuid_size);
    in.number<uint32_t>(); // The revision.
    Version version;
    for (size_t table = 0; table < all_tables; ++table) {
        Root root;
        root.block = in.number<uint32_t>();
        const uint32_t level = in.number<uint32_t>();
        root.level = level >> 2;
        root.has_file = (level & flag_no_file) == 0;
        in.number<uint64_t>(); // The count of entries.
        if (in.number<uint32_t>() != block::size / block_unit)
            refuse("a source has blocks of another size than 8 KB");
        in.number<uint32_t>(); // What is compressed.
        in.string();           // Free blocks.
        if (table < table_count)
            version.roots[table] = root;
        else if (root.has_file)
            refuse("a source has spelling or synonyms, which are not merged");
    }
    Statistics &statistics = version.statistics;
    statistics.documents = in.number<uint32_t>();
    const uint64_t last_docid = uint64_t(in.number<uint32_t>()) + statistics.documents;
    statistics.shortest = in.number<uint32_t>();
    statistics.largest_wdf = in.number<uint32_t>();
    const uint64_t longest = uint64_t(in.number<uint32_t>()) + statistics.largest_wdf;
    in.number<uint32_t>(); // Always 0.
    statistics.total_length = in.number<uint64_t>();
    if (last_docid > UINT32_MAX || longest > UINT32_MAX)
        damaged(path, "the statistics are more than 32 bits hold");
    statistics.last_docid = static_cast<uint32_t>(last_docid);
    statistics.longest = static_cast<uint32_t>(longest);
    return version;
}

void Version::write(const std::string &folder, bool sync) const {
    std::string out = magic();
    unsigned char uuid[uuid_size];
    if (getrandom(uuid, sizeof uuid, 0) != static_cast<ssize_t>(sizeof uuid))
        system_failure("there are no random numbers for the database's UUID");
    uuid[6] = static_cast<unsigned char>((uuid[6] & 0x0f) | 0x40);
    uuid[8] = static_cast<unsigned char>((uuid[8] & 0x3f) | 0x80);
    out.append(reinterpret_cast<const char *>(uuid), sizeof uuid);
    put_number(out, Table::revision);
    const Root none;
    const uint32_t compress[all_tables] = {0, compress_above, compress_above, 0, compress_above, compress_above};
    for (size_t table = 0; table < all_tables; ++table) {
        const Root &root = table < table_count ? roots[table] : none;
        put_number(out, root.block);
        put_number(out, root.level << 2 | flag_sequential | (root.has_file ? 0 : flag_no_file));
        put_number(out, root.entries);
        put_number(out, block::size / block_unit);
        put_number(out, compress[table]);
        std::string free_blocks;
        if (root.has_file) {
            put_number(free_blocks, Table::revision);
            put_number(free_blocks, root.blocks);
            free_blocks.append(4, '\0');
        }
        put_string(out, free_blocks.data(), free_blocks.size());
    }
    put_number(out, statistics.documents);
    put_number(out, statistics.last_docid - statistics.documents);
    put_number(out, statistics.shortest);
    put_number(out, statistics.largest_wdf);
    put_number(out, statistics.longest - statistics.largest_wdf);
    put_number(out, 0u);
    put_number(out, statistics.total_length);
    put_number(out, 0u);

    const std::string name = folder + "/iamglass";
    const int version_file = open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (version_file < 0)
        system_failure("the version file could not be made");
    const bool is_written = write_all(version_file, out.data(), out.size()) && (!sync || fdatasync(version_file) == 0);
    const int error = errno;
    const bool is_closed = close(version_file) == 0;
    if (!is_written)
        errno = error;
    if (!is_written || !is_closed)
        system_failure("the version file could not be written");
    if (!sync)
        return;
    const int directory = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = directory >= 0 && fsync(directory) == 0;
    if (directory >= 0)
        close(directory);
    if (!synced)
        system_failure("the folder of the database could not be synced");
}

} // namespace glassbulk
