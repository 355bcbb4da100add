// A database that is being written: its folder and its tables.
#ifndef CGLASSBULK_NEW_DATABASE_HH
#define CGLASSBULK_NEW_DATABASE_HH

#include "failure.hh"
#include "table.hh"
#include "version.hh"

#include <string>
#include <sys/stat.h>
#include <unistd.h>

#pragma GCC visibility push(hidden)

namespace glassbulk {

/// Whoever fills the tables finishes them. Unless the version file is written in the end, all is removed.
class NewDatabase {
  public:
    /// Makes the folder, which must not be there.
    explicit NewDatabase(std::string folder)
        : path(std::move(folder)), postlist(table_path(path, glassbulk::postlist)),
          docdata(table_path(path, glassbulk::docdata)), termlist(table_path(path, glassbulk::termlist)),
          position(table_path(path, glassbulk::position)), runs(runs_path(path)) {
        if (mkdir(path.c_str(), 0777) != 0)
            system_failure("the folder of the database could not be made");
    }

    ~NewDatabase() {
        if (complete)
            return;
        for (size_t table = 0; table < table_count; ++table)
            unlink(table_path(path, table).c_str());
        unlink(runs_path(path).c_str());
        unlink((path + "/iamglass").c_str());
        rmdir(path.c_str());
    }

    NewDatabase(const NewDatabase &) = delete;
    NewDatabase &operator=(const NewDatabase &) = delete;

    /// Writes the version file, last of all.
    void complete_with(const Version &version, bool sync) {
        version.write(path, sync);
        complete = true;
    }

  private:
    const std::string path;
    bool complete = false;

  public:
    Table postlist, docdata, termlist, position;
    /// What a piece has in the place of positions.
    Table runs;
};

} // namespace glassbulk

#pragma GCC visibility pop

#endif
