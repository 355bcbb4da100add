#include "guard.hh"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sstream>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace cxapian;

namespace {

/// What a check found; the text follows it.
struct CheckOutcome {
    cxapian_status status;
    size_t count;
    cxapian_error error;
};

/// Writes all of it, as far as the other end takes it.
void write_all(int descriptor, const void *bytes, size_t size) noexcept {
    const char *rest = static_cast<const char *>(bytes);
    while (size > 0) {
        const ssize_t count = write(descriptor, rest, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return;
        rest += count;
        size -= static_cast<size_t>(count);
    }
}

/// The check itself, in a process of its own. It uses Xapian and the C library only: no other thread is here.
[[noreturn]] void check_in_child(const std::string &path, int output) noexcept {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const int number : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGTERM, SIGINT})
        signal(number, SIG_DFL);
    const rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    CheckOutcome outcome = {};
    std::string text;
    outcome.status = guard(&outcome.error, [&] {
        std::ostringstream out;
        outcome.count = Xapian::Database::check(path, 0, &out);
        text = out.str();
    });
    write_all(output, &outcome, sizeof outcome);
    write_all(output, text.data(), text.size());
    _exit(0);
}

/// Both ends of a pipe, closed when they go.
struct Pipe {
    int ends[2];
    Pipe() {
        if (pipe2(ends, O_CLOEXEC) != 0)
            throw Xapian::DatabaseError("A pipe cannot be made", errno);
    }
    Pipe(const Pipe &) = delete;
    ~Pipe() {
        close(ends[0]);
        close_input();
    }
    void close_input() {
        if (ends[1] >= 0)
            close(ends[1]);
        ends[1] = -1;
    }
};

/// The outcome of a check and its text, as the child process wrote them.
std::string checked(const std::string &path) {
    Pipe pipe;
    const pid_t child = fork();
    if (child < 0)
        throw Xapian::DatabaseError("A process cannot be started", errno);
    if (child == 0)
        check_in_child(path, pipe.ends[1]);
    pipe.close_input();
    std::string found;
    char block[4096];
    for (;;) {
        const ssize_t count = read(pipe.ends[0], block, sizeof block);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        found.append(block, static_cast<size_t>(count));
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFSIGNALED(status))
        throw Xapian::DatabaseCorruptError("Xapian ends with signal " + std::to_string(WTERMSIG(status)) +
                                           " when it reads it");
    if (found.size() < sizeof(CheckOutcome))
        throw Xapian::DatabaseError("The process that checks has ended early");
    return found;
}

} // namespace

cxapian_status cxapian_check(const void *path, size_t path_size, size_t *error_count, char **text,
                             cxapian_error *error) noexcept {
    reset(error_count);
    reset(text);
    CheckOutcome outcome = {};
    const cxapian_status status = guard(error, [&] {
        size_t &errors = deref(error_count, "error_count");
        char *&report = deref(text, "text");
        const std::string found = checked(cxapian::path(path, path_size));
        std::memcpy(&outcome, found.data(), sizeof outcome);
        if (outcome.status != CXAPIAN_OK)
            return;
        report = copied(found.substr(sizeof outcome));
        errors = outcome.count;
    });
    if (status != CXAPIAN_OK || outcome.status == CXAPIAN_OK)
        return status;
    if (error != nullptr)
        *error = outcome.error;
    return outcome.status;
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
