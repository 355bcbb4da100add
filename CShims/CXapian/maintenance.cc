#include "guard.hh"

#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <sstream>
#include <unistd.h>

using namespace cxapian;

cxapian_status cxapian_check(const void *path, size_t path_size, size_t *error_count, char **text,
                             cxapian_error *error) noexcept {
    reset(error_count);
    reset(text);
    return guard(error, [&] {
        size_t &errors = deref(error_count, "error_count");
        char *&report = deref(text, "text");
        std::ostringstream out;
        const size_t found = Xapian::Database::check(cxapian::path(path, path_size), 0, &out);
        report = copied(out.str());
        errors = found;
    });
}

cxapian_status cxapian_compact(const cxapian_path *sources, size_t count, const void *destination,
                               size_t destination_size, bool renumber, cxapian_error *error) noexcept {
    return guard(error, [&] {
        // Without a source Xapian would report success and write nothing.
        if (count == 0)
            throw Xapian::InvalidArgumentError("There is no database to compact");
        Xapian::Database merged;
        for (size_t i = 0; i < count; ++i) {
            const cxapian_path &source = (&deref(sources, "sources"))[i];
            merged.add_database(Xapian::Database(path(source.bytes, source.size), Xapian::DB_BACKEND_GLASS));
        }
        merged.compact(path(destination, destination_size), renumber ? 0 : Xapian::DBCOMPACT_NO_RENUMBER);
    });
}

namespace {

/// Has the system write out a file or a folder.
void sync_one(const std::string &name, int flags) {
    const int descriptor = open(name.c_str(), O_RDONLY | O_CLOEXEC | flags);
    if (descriptor < 0)
        throw Xapian::DatabaseError("A file cannot be opened", errno);
    const int failure = fsync(descriptor) == 0 ? 0 : errno;
    close(descriptor);
    if (failure != 0)
        throw Xapian::DatabaseError("A file cannot be synced", failure);
}

/// An open folder.
struct Listing {
    DIR *handle;
    explicit Listing(const std::string &folder) : handle(opendir(folder.c_str())) {
        if (handle == nullptr)
            throw Xapian::DatabaseError("A folder cannot be read", errno);
    }
    Listing(const Listing &) = delete;
    ~Listing() { closedir(handle); }
};

} // namespace

cxapian_status cxapian_sync(const void *path, size_t path_size, cxapian_error *error) noexcept {
    return guard(error, [&] {
        const std::string folder = cxapian::path(path, path_size);
        const Listing listing(folder);
        while (const dirent *entry = readdir(listing.handle)) {
            // Some file systems do not tell what an entry is; nothing but files is in the folder of a database.
            if (entry->d_name[0] != '.' && (entry->d_type == DT_REG || entry->d_type == DT_UNKNOWN))
                sync_one(folder + "/" + entry->d_name, 0);
        }
        sync_one(folder, O_DIRECTORY);
    });
}

cxapian_status cxapian_exchange(const void *path, size_t path_size, const void *other, size_t other_size,
                                cxapian_error *error) noexcept {
    return guard(error, [&] {
        const std::string one = cxapian::path(path, path_size);
        const std::string two = cxapian::path(other, other_size);
        if (renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, two.c_str(), RENAME_EXCHANGE) == 0)
            return;
        if (errno == EINVAL || errno == ENOSYS)
            throw Xapian::UnimplementedError("This file system cannot exchange folders", errno);
        throw Xapian::DatabaseError("Two folders cannot be exchanged", errno);
    });
}
