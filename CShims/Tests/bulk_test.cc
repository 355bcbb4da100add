// Holds databases that CGlassBulk writes to what a WritableDatabase makes of the same documents: everything that Xapian's
// interface shows, right away and after the same changes to both.
#include "CGlassBulk.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

struct Made {
    uint32_t docid;
    std::string data;
    std::map<uint32_t, std::string> values;
    std::vector<std::pair<std::string, uint32_t>> postings;
    std::vector<std::pair<std::string, uint32_t>> terms;
};

std::mt19937 random_numbers;

uint32_t below(uint32_t count) { return random_numbers() % count; }

[[noreturn]] void fail(const std::string &what) {
    std::fprintf(stderr, "bulk_test: %s\n", what.c_str());
    std::exit(1);
}

void require(bool condition, const std::string &what) {
    if (!condition)
        fail(what);
}

std::string word() {
    // Few frequent words, many rare ones.
    const uint32_t rank = below(4) == 0 ? below(20000) : below(1 + below(300));
    return "w" + std::to_string(rank * 7919 % 100003);
}

std::string odd_term() {
    switch (below(7)) {
    case 0:
        return std::string(245, static_cast<char>('a' + below(3)));
    case 1:
        return std::string(65, 'x') + std::to_string(below(5));
    case 2:
        return std::string(1, static_cast<char>(below(256)));
    case 3:
        return std::string("n\0ul", 4) + std::string(below(4), '\0');
    case 4:
        return std::string(below(3) + 1, '\xff');
    case 5:
        return std::string(237, 'z') + std::string("\0\0\0\0", 4);
    default:
        return "XP" + std::to_string(below(50));
    }
}

Made document(uint32_t docid) {
    Made made;
    made.docid = docid;
    const uint32_t kind = below(20);
    if (kind == 0)
        return made; // Nothing in it at all.
    made.data = std::string(below(10) == 0 ? 20000 + below(20000) : below(600), 'd');
    for (char &byte : made.data)
        byte = static_cast<char>(below(3) == 0 ? below(256) : 'a' + below(4));
    if (kind == 1) {
        made.terms.emplace_back("lonely", 0);
        return made;
    }
    uint32_t position = below(3);
    for (uint32_t count = below(80); count > 0; --count) {
        position += 1 + (below(30) == 0 ? below(1000000) : 0);
        made.postings.emplace_back(below(30) == 0 ? odd_term() : word(), position);
    }
    if (kind == 2) { // Out of order, and twice.
        std::shuffle(made.postings.begin(), made.postings.end(), random_numbers);
        for (size_t i = 0, half = made.postings.size() / 2; i < half; ++i)
            made.postings.push_back(made.postings[i]);
    }
    for (uint32_t count = below(6); count > 0; --count)
        made.terms.emplace_back(odd_term(), 0);
    if (kind == 3)
        made.terms.emplace_back("huge", 1u << (10 + below(20)));
    for (uint32_t count = below(5); count > 0; --count)
        made.values[below(4) == 0 ? below(1000) : below(4)] =
            below(10) == 0 ? std::string(below(5000) + 1, 'v') : std::string(1, static_cast<char>(below(256)));
    return made;
}

Xapian::Document for_xapian(const Made &made) {
    Xapian::Document document;
    document.set_data(made.data);
    for (const auto &value : made.values)
        document.add_value(value.first, value.second);
    for (const auto &posting : made.postings)
        document.add_posting(posting.first, posting.second);
    for (const auto &term : made.terms)
        document.add_term(term.first, term.second);
    return document;
}

void check(cglassbulk_status status, const cglassbulk_error &error) {
    if (status != CGLASSBULK_OK)
        fail(std::string("unexpected: ") + error.message);
}

void build(const std::string &path, const std::vector<Made> &all, const std::map<std::string, std::string> &metadata) {
    cglassbulk_error error;
    cglassbulk_builder *builder;
    check(cglassbulk_open(path.data(), path.size(), 1, &builder, &error), error);
    for (const Made &made : all) {
        check(cglassbulk_begin(builder, made.docid, &error), error);
        check(cglassbulk_set_data(builder, made.data.data(), made.data.size(), &error), error);
        // In whatever order, and some twice.
        std::vector<std::pair<uint32_t, std::string>> values(made.values.rbegin(), made.values.rend());
        if (!values.empty())
            values.insert(values.begin(), {values[0].first, "replaced"});
        for (const auto &value : values)
            check(cglassbulk_set_value(builder, value.first, value.second.data(), value.second.size(), &error), error);
        for (const auto &posting : made.postings)
            check(cglassbulk_add_posting(builder, posting.first.data(), posting.first.size(), posting.second, &error), error);
        for (const auto &term : made.terms)
            check(cglassbulk_add_term(builder, term.first.data(), term.first.size(), term.second, &error), error);
    }
    for (const auto &entry : metadata)
        check(cglassbulk_set_metadata(builder, entry.first.data(), entry.first.size(), entry.second.data(),
                                      entry.second.size(), &error),
              error);
    check(cglassbulk_finish(builder, false, &error), error);
    cglassbulk_free(builder);
}

/// All that Xapian tells of a database, as text.
std::string told(const Xapian::Database &database) {
    std::ostringstream out;
    out << database.get_doccount() << ' ' << database.get_lastdocid() << ' ' << database.get_avlength() << ' '
        << database.get_doclength_lower_bound() << ' ' << database.get_doclength_upper_bound() << ' '
        << database.get_total_length() << ' ' << database.has_positions() << '\n';
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        out << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ' '
            << database.get_wdf_upper_bound(*term) << ':';
        for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term); ++posting) {
            out << ' ' << *posting << '/' << posting.get_wdf() << '/' << posting.get_doclength();
            for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at)
                out << ',' << *at;
        }
        out << '\n';
    }
    std::set<Xapian::valueno> slots;
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
        const Xapian::Document document = database.get_document(*posting);
        out << *posting << ' ' << database.get_doclength(*posting) << ' ' << document.get_data() << '\n';
        for (auto term = database.termlist_begin(*posting); term != database.termlist_end(*posting); ++term) {
            out << ' ' << *term << '/' << term.get_wdf() << '/' << term.get_termfreq();
            for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
                out << ',' << *at;
        }
        for (auto value = document.values_begin(); value != document.values_end(); ++value) {
            slots.insert(value.get_valueno());
            out << ' ' << value.get_valueno() << '=' << *value;
        }
    }
    for (Xapian::valueno slot : slots) {
        out << '\n' << slot << ' ' << database.get_value_freq(slot) << ' ' << database.get_value_lower_bound(slot) << ' '
            << database.get_value_upper_bound(slot);
        for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value)
            out << ' ' << value.get_docid() << '=' << *value;
    }
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
        out << '\n' << *key << '=' << database.get_metadata(*key);
    return out.str();
}

void compare(const std::string &bulk, const std::string &plain, const char *when) {
    const std::string a = told(Xapian::Database(bulk)), b = told(Xapian::Database(plain));
    if (a == b)
        return;
    const size_t at = static_cast<size_t>(std::mismatch(a.begin(), a.begin() + std::min(a.size(), b.size()), b.begin()).first - a.begin());
    const size_t from = at > 60 ? at - 60 : 0;
    fail(std::string(when) + ": differs at " + std::to_string(at) + "\n  bulk:  " + a.substr(from, 160) + "\n  plain: " + b.substr(from, 160));
}

void sound(const std::string &path) {
    std::ostringstream report;
    require(Xapian::Database::check(path, 0, &report) == 0, "xapian-check: " + report.str());
}

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
    compare(bulk, plain, "as written");

    // The same changes to both, in several commits: very many for one of them.
    const uint32_t changes = seed == 1 ? 10000 : 500;
    Xapian::WritableDatabase a(bulk, Xapian::DB_OPEN | Xapian::DB_NO_SYNC), b(plain, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (uint32_t change = 0; change < changes; ++change) {
        const uint32_t which = all[below(static_cast<uint32_t>(all.size()))].docid;
        if (below(3) == 0) {
            const Xapian::Document added = for_xapian(document(1));
            require(a.add_document(added) == b.add_document(added), "an added document has another docid");
        } else if (below(2) == 0) {
            const Xapian::Document other = for_xapian(document(1));
            a.replace_document(which, other);
            b.replace_document(which, other);
        } else {
            for (Xapian::WritableDatabase *database : {&a, &b}) {
                try {
                    database->delete_document(which);
                } catch (const Xapian::DocNotFoundError &) {
                }
            }
        }
        if (below(100) == 0) {
            a.commit();
            b.commit();
        }
    }
    a.close();
    b.close();
    sound(bulk);
    compare(bulk, plain, "after the same changes");

    Xapian::Database(bulk).compact(folder + "/compact" + std::to_string(seed), Xapian::DBCOMPACT_NO_RENUMBER);
    sound(folder + "/compact" + std::to_string(seed));
    compare(folder + "/compact" + std::to_string(seed), plain, "compacted");
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
    require(std::system(("test ! -e " + path).c_str()) == 0, "a builder that was given up has left files");
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
            status = cglassbulk_finish(builder, true, &error);
        cglassbulk_free(builder);
        require(setrlimit(RLIMIT_FSIZE, &before) == 0, "setrlimit");
        require(status == CGLASSBULK_SYSTEM && error.system_error == EFBIG, "a file that may not grow: " + std::string(error.message));
        require(std::system(("test ! -e " + path).c_str()) == 0, "a builder that failed has left files");
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
    std::printf("bulk: %u databases ok\n", rounds);
    return 0;
}
