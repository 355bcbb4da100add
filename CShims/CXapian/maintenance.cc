#include "guard.hh"

#include <sstream>

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
