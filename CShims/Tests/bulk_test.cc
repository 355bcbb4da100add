// Holds databases that CGlassBulk writes to what a WritableDatabase makes of the same documents: everything that Xapian's
// interface shows, right away and after the same changes to both. merge_test.cc has those that it merges.
#include "bulk_support.hh"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

void round_trip(const std::string &folder, uint32_t seed) {
    random_numbers.seed(seed);
    const std::string bulk = folder + "/bulk" + std::to_string(seed), plain = folder + "/plain" + std::to_string(seed);
    const uint32_t count = seed % 7 == 0 ? 1 : seed % 5 == 0 ? 1500 : 1 + below(400);
    std::vector<Made> all;
    uint32_t docid = seed % 3 == 0 ? 40000 : 0;
    for (uint32_t index = 0; index < count; ++index) {
        docid += 1 + (below(40) == 0 ? below(3000) : 0);
        all.push_back(document(docid));
    }
    std::map<std::string, std::string> metadata;
    for (uint32_t index = below(30); index > 0; --index)
        metadata["M" + std::to_string(below(1000))] = std::string(below(9000), static_cast<char>('a' + below(26)));
    build(bulk, all, metadata);
    {
        Xapian::WritableDatabase database(plain, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
        for (const Made &made : all)
            database.replace_document(made.docid, for_xapian(made));
        for (const auto &entry : metadata)
            database.set_metadata(entry.first, entry.second);
        database.commit();
    }
    sound(bulk);
    compare(bulk, plain, "as written", true);

    change_both(bulk, plain, all, seed == 1 ? 10000 : 500, true);
}

void refusals(const std::string &folder) {
    cglassbulk_error error;
    cglassbulk_builder *builder;
    const std::string path = folder + "/refused";
    require(cglassbulk_open(path.data(), path.size(), 99, &builder, &error) == CGLASSBULK_INVALID_ARGUMENT, "level 99");
    require(cglassbulk_open("", 0, 1, &builder, &error) == CGLASSBULK_INVALID_ARGUMENT, "no path");
    require(cglassbulk_open("/proc/none", 10, 1, &builder, &error) == CGLASSBULK_SYSTEM && error.system_error != 0, "/proc");
    require(builder == nullptr, "a builder that could not be made");
    check(cglassbulk_open(path.data(), path.size(), 1, &builder, &error), error);
    require(cglassbulk_add_term(builder, "a", 1, 0, &error) == CGLASSBULK_INVALID_ARGUMENT, "no document yet");
    require(cglassbulk_finish(builder, false, &error) == CGLASSBULK_INVALID_ARGUMENT, "no document at all");
    require(cglassbulk_begin(builder, 0, &error) == CGLASSBULK_INVALID_ARGUMENT, "docid 0");
    check(cglassbulk_begin(builder, 7, &error), error);
    require(cglassbulk_begin(builder, 7, &error) == CGLASSBULK_INVALID_ARGUMENT, "the same docid");
    require(cglassbulk_add_term(builder, "", 0, 0, &error) == CGLASSBULK_INVALID_ARGUMENT, "an empty term");
    const std::string term(246, 'x'), nuls(130, '\0');
    require(cglassbulk_add_term(builder, term.data(), 246, 0, &error) == CGLASSBULK_INVALID_ARGUMENT, "246 bytes");
    require(cglassbulk_add_posting(builder, nuls.data(), 130, 1, &error) == CGLASSBULK_INVALID_ARGUMENT, "130 NULs");
    check(cglassbulk_set_data(builder, "x", 1, &error), error);
    require(cglassbulk_set_data(builder, "y", 1, &error) == CGLASSBULK_INVALID_ARGUMENT, "data twice");
    require(cglassbulk_set_value(builder, UINT32_MAX, "x", 1, &error) == CGLASSBULK_INVALID_ARGUMENT, "the last slot");
    require(cglassbulk_set_metadata(builder, "", 0, "x", 1, &error) == CGLASSBULK_INVALID_ARGUMENT, "an empty key");
    // Given up in the middle, it leaves nothing.
    cglassbulk_free(builder);
    require(is_gone(path), "a builder that was given up has left files");
}

/// Whatever write or sync fails, the builder says so and leaves nothing: files may grow to so many bytes only.
void full_disk(const std::string &folder) {
    signal(SIGXFSZ, SIG_IGN);
    rlimit before;
    require(getrlimit(RLIMIT_FSIZE, &before) == 0, "getrlimit");
    random_numbers.seed(99);
    std::vector<Made> all;
    for (uint32_t docid = 1; docid <= 3000; ++docid)
        all.push_back(document(docid));
    const std::string path = folder + "/full";
    uint32_t failed = 0;
    for (rlim_t bytes : {rlim_t(0), rlim_t(100), rlim_t(50000), rlim_t(900000), rlim_t(2000000)}) {
        const bool is_piece = failed % 2 != 0;
        const rlimit limit = {bytes, before.rlim_max};
        require(setrlimit(RLIMIT_FSIZE, &limit) == 0, "setrlimit");
        cglassbulk_error error = {};
        cglassbulk_builder *builder;
        cglassbulk_status status = cglassbulk_open(path.data(), path.size(), 0, &builder, &error);
        for (size_t index = 0; index < all.size() && status == CGLASSBULK_OK; ++index) {
            status = cglassbulk_begin(builder, all[index].docid, &error);
            if (status == CGLASSBULK_OK)
                status = cglassbulk_set_data(builder, all[index].data.data(), all[index].data.size(), &error);
            for (const auto &posting : all[index].postings)
                if (status == CGLASSBULK_OK)
                    status = cglassbulk_add_posting(builder, posting.first.data(), posting.first.size(), posting.second, &error);
        }
        if (status == CGLASSBULK_OK)
            status = is_piece ? cglassbulk_finish_piece(builder, &error) : cglassbulk_finish(builder, true, &error);
        cglassbulk_free(builder);
        require(setrlimit(RLIMIT_FSIZE, &before) == 0, "setrlimit");
        require(status == CGLASSBULK_SYSTEM && error.system_error == EFBIG, "a file that may not grow: " + std::string(error.message));
        require(is_gone(path), "a builder that failed has left files");
        ++failed;
    }
    require(failed == 5, "five limits");
}

} // namespace

int main(int count, char **arguments) {
    if (count < 2)
        return 2;
    const uint32_t rounds = count > 2 ? static_cast<uint32_t>(std::atoi(arguments[2])) : 12;
    refusals(arguments[1]);
    full_disk(arguments[1]);
    for (uint32_t seed = 1; seed <= rounds; ++seed)
        round_trip(arguments[1], seed);
    merges(arguments[1], rounds);
    std::printf("bulk: %u databases and %u merged ones ok\n", rounds, rounds);
    return 0;
}
