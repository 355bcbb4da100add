// Holds databases that CGlassBulk writes to what a WritableDatabase makes of the same documents: everything that Xapian's
// interface shows, right away and after the same changes to both.
#include "CGlassBulk.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
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

void build(const std::string &path, const std::vector<Made> &all, const std::map<std::string, std::string> &metadata,
           bool is_piece = false) {
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
    check(is_piece ? cglassbulk_finish_piece(builder, &error) : cglassbulk_finish(builder, false, &error), error);
    cglassbulk_free(builder);
}

/// All that Xapian tells of a database, as text. Of the bounds of values, which Xapian tightens when a slot's last value goes
/// and not otherwise, either what they are or whether they hold.
std::string told(const Xapian::Database &database, bool tells_bounds) {
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
        const std::string lowest = database.get_value_lower_bound(slot), highest = database.get_value_upper_bound(slot);
        out << '\n' << slot << ' ' << database.get_value_freq(slot);
        if (tells_bounds)
            out << ' ' << lowest << ' ' << highest;
        for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value) {
            require(lowest <= *value && *value <= highest, "a value is outside its bounds");
            out << ' ' << value.get_docid() << '=' << *value;
        }
    }
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
        out << '\n' << *key << '=' << database.get_metadata(*key);
    return out.str();
}

void compare(const std::string &bulk, const std::string &plain, const char *when, bool tells_bounds) {
    const std::string a = told(Xapian::Database(bulk), tells_bounds), b = told(Xapian::Database(plain), tells_bounds);
    if (a == b)
        return;
    const size_t at = static_cast<size_t>(std::mismatch(a.begin(), a.begin() + std::min(a.size(), b.size()), b.begin()).first - a.begin());
    const size_t from = at > 60 ? at - 60 : 0;
    fail(std::string(when) + ": differs at " + std::to_string(at) + "\n  bulk:  " + a.substr(from, 160) + "\n  plain: " + b.substr(from, 160));
}

void sound(const std::string &path) {
    // xapian-check has an array of all docids.
    if (Xapian::Database(path).get_lastdocid() > 100000000)
        return;
    std::ostringstream report;
    require(Xapian::Database::check(path, 0, &report) == 0, "xapian-check: " + report.str());
}

/// Makes the same changes to both, in several commits, and compares; then compacts the one, and compares again.
void change_both(const std::string &bulk, const std::string &plain, const std::vector<Made> &all, uint32_t changes,
                 bool tells_bounds) {
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
    compare(bulk, plain, "after the same changes", tells_bounds);

    const std::string compact = bulk + "-compact";
    Xapian::Database(bulk).compact(compact, Xapian::DBCOMPACT_NO_RENUMBER);
    sound(compact);
    compare(compact, plain, "compacted", tells_bounds);
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
    compare(bulk, plain, "as written", true);

    change_both(bulk, plain, all, seed == 1 ? 10000 : 500, true);
}

/// Some databases, of CGlassBulk's and of Xapian's with changes behind them, merged; beside it all that in one of Xapian's.
void merged(const std::string &folder, uint32_t seed) {
    random_numbers.seed(seed + 1000);
    const std::string name = folder + "/merge" + std::to_string(seed), plain = name + "-plain", whole = name + "-whole";
    const uint32_t count = 1 + below(seed % 4 == 0 ? 40 : 5);
    std::vector<std::string> paths;
    std::vector<uint32_t> offsets;
    std::vector<Made> all;
    std::map<std::string, std::string> all_metadata;
    // Docids of two to five bytes.
    uint32_t next = seed == 6 ? 4293967295u : seed % 3 == 0 ? 5000000u : 0;
    // Xapian tightens the bounds of values when a slot's last one goes, of the source but not of all.
    bool has_exact_bounds = true;
    {
        Xapian::WritableDatabase database(plain, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
        for (uint32_t source = 0; source < count; ++source) {
            std::vector<Made> own;
            uint32_t docid = below(3) == 0 ? below(40000) : 0;
            for (uint32_t index = 1 + below(source == 0 ? 2500 : 300); index > 0; --index)
                own.push_back(document(docid += 1 + (below(40) == 0 ? below(300) : 0)));
            std::map<std::string, std::string> metadata;
            for (uint32_t index = below(10); index > 0; --index)
                metadata["M" + std::to_string(below(30))] = std::string(below(9000), static_cast<char>('a' + below(26)));
            paths.push_back(name + "-" + std::to_string(source));
            offsets.push_back(next);
            for (const Made &made : own) {
                all.push_back(made);
                all.back().docid += next;
                database.replace_document(all.back().docid, for_xapian(made));
            }
            if (const uint32_t kind = below(3); kind != 0) {
                build(paths.back(), own, metadata, kind == 1);
            } else {
                Xapian::WritableDatabase other(paths.back(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
                for (const Made &made : own)
                    other.replace_document(made.docid, for_xapian(made));
                other.commit();
                for (const Made &made : own) {
                    if (below(5) != 0 && !(below(2) == 0 && made.docid + 30 > docid))
                        continue;
                    has_exact_bounds = false;
                    other.delete_document(made.docid);
                    database.delete_document(made.docid + next);
                    if (below(20) == 0)
                        other.commit();
                }
                for (const auto &entry : metadata)
                    other.set_metadata(entry.first, entry.second);
                other.commit();
            }
            all_metadata.insert(metadata.begin(), metadata.end());
            next += docid + below(3) * below(100);
        }
        for (const auto &entry : all_metadata)
            database.set_metadata(entry.first, entry.second);
        database.commit();
    }
    std::vector<cglassbulk_source> sources;
    for (size_t source = 0; source < count; ++source)
        sources.push_back({paths[source].data(), paths[source].size(), offsets[source]});
    cglassbulk_error error;
    check(cglassbulk_merge(sources.data(), sources.size(), whole.data(), whole.size(), seed % 2 == 0, &error), error);
    sound(whole);
    compare(whole, plain, "merged", has_exact_bounds);
    change_both(whole, plain, all, 500, has_exact_bounds);
}

/// Sources that are merged as they should be, or not at all.
void edges(const std::string &folder) {
    const std::string built = folder + "/built", emptied = folder + "/emptied", out = folder + "/edges", plain = out + "-plain";
    std::vector<Made> all(3);
    for (uint32_t index = 0; index < 3; ++index)
        all[index] = {index + 4, "data", {{7, "value"}}, {{"word", 3}}, {{"term", 0}}};
    build(built, all, {{"both", "built"}});
    Xapian::WritableDatabase none(emptied, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    none.set_metadata("both", "emptied");
    none.set_metadata("own", std::string(5000, 'm'));
    for (uint32_t docid = 1; docid <= 20; ++docid)
        none.add_document(Xapian::Document());
    none.commit();
    for (uint32_t docid = 1; docid <= 20; ++docid)
        none.delete_document(docid);
    none.commit();

    // Of a source without documents, metadata and the last docid stay.
    for (const bool is_last : {false, true}) {
        std::vector<cglassbulk_source> sources = {{emptied.data(), emptied.size(), 0}, {built.data(), built.size(), 20}};
        if (is_last)
            sources = {{built.data(), built.size(), 0}, {emptied.data(), emptied.size(), 6}};
        cglassbulk_error error = {};
        check(cglassbulk_merge(sources.data(), 2, out.data(), out.size(), false, &error), error);
        Xapian::WritableDatabase database(plain, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
        for (const Made &made : all)
            database.replace_document(made.docid + (is_last ? 0 : 20), for_xapian(made));
        if (is_last) {
            database.replace_document(26, Xapian::Document());
            database.delete_document(26);
        }
        database.set_metadata("own", std::string(5000, 'm'));
        database.set_metadata("both", is_last ? "built" : "emptied");
        database.close();
        sound(out);
        compare(out, plain, "merged with a source without documents", true);
        change_both(out, plain, all, 50, true);
        for (const std::string &path : {out, plain, out + "-compact"})
            std::filesystem::remove_all(path);
    }

    const auto status = [&out](const std::string &one, const std::string &other, uint32_t offset) {
        const cglassbulk_source sources[] = {{one.data(), one.size(), 0}, {other.data(), other.size(), offset}};
        cglassbulk_error error = {};
        const cglassbulk_status status = cglassbulk_merge(sources, 2, out.data(), out.size(), false, &error);
        require(std::system(("test ! -e " + out).c_str()) == 0, "a merge that failed has left files");
        return status;
    };
    require(status(built, built, 5) == CGLASSBULK_INVALID_ARGUMENT, "docids of two sources that overlap");
    require(status(built, built, UINT32_MAX - 5) == CGLASSBULK_TOO_LARGE, "docids above 2^32");
    require(status(emptied, emptied, 20) == CGLASSBULK_INVALID_ARGUMENT, "no documents");
    none.add_spelling("word");
    none.commit();
    require(status(built, emptied, 6) == CGLASSBULK_INVALID_ARGUMENT, "spelling");
    // With a docid the key of this term is too long: each list fits in a chunk, which has none, and both together do not.
    const std::string odd = folder + "/odd";
    Xapian::WritableDatabase database(odd, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    for (uint32_t docid = 1; docid <= 900; ++docid) {
        Xapian::Document document;
        document.add_boolean_term(std::string(235, 'x') + std::string(10, '\0'));
        database.add_document(document);
    }
    database.commit();
    require(status(odd, odd, 900) == CGLASSBULK_TOO_LARGE, "a key that is too long");
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
        require(std::system(("test ! -e " + path).c_str()) == 0, "a builder that failed has left files");
        ++failed;
    }
    require(failed == 5, "five limits");
}

std::vector<char> contents(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    return std::vector<char>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

/// Merging believes nothing of its sources: whatever bytes of one are others, it gives an error, or a database, and no more.
void damaged(const std::string &folder, uint32_t rounds, bool is_piece) {
    random_numbers.seed(7);
    std::filesystem::create_directory(folder);
    const std::string paths[] = {folder + "/sound", folder + "/damaged"}, out = folder + "/of-damaged";
    for (uint32_t source = 0; source < 2; ++source) {
        std::vector<Made> all;
        for (uint32_t docid = 1; docid <= 400; ++docid)
            all.push_back(document(docid));
        build(paths[source], all, {{"key", std::string(9000, 'v')}}, source == 1 && is_piece);
    }
    const cglassbulk_source sources[] = {{paths[0].data(), paths[0].size(), 0}, {paths[1].data(), paths[1].size(), 400}};
    const char *const positions = is_piece ? "/positions.runs" : "/position.glass";
    uint32_t refused = 0;
    for (uint32_t round = 0; round < rounds; ++round) {
        const char *const names[] = {"/iamglass", "/postlist.glass", "/docdata.glass", "/termlist.glass", positions};
        const std::string path = paths[1] + names[below(5)];
        const std::vector<char> before = contents(path);
        std::vector<char> after = before;
        for (uint32_t change = 1 + below(6); change > 0; --change) {
            // Most of them where a block begins, which says where its items are.
            const size_t block = below(static_cast<uint32_t>(after.size())) / 8192 * 8192;
            const size_t at = below(3) != 0 ? block + below(60) : below(static_cast<uint32_t>(after.size()));
            after[at % after.size()] = static_cast<char>(below(256));
        }
        if (below(8) == 0)
            after.resize(below(static_cast<uint32_t>(after.size())));
        std::ofstream(path, std::ios::binary).write(after.data(), static_cast<std::streamsize>(after.size()));
        cglassbulk_error error = {};
        const cglassbulk_status status = cglassbulk_merge(sources, 2, out.data(), out.size(), false, &error);
        require(status == CGLASSBULK_OK || status == CGLASSBULK_DAMAGED || status == CGLASSBULK_INVALID_ARGUMENT ||
                    status == CGLASSBULK_TOO_LARGE || (status == CGLASSBULK_SYSTEM && error.system_error == ENOENT),
                "a damaged source: " + std::string(error.message));
        if (status != CGLASSBULK_OK) {
            ++refused;
            require(std::system(("test ! -e " + out).c_str()) == 0, "a merge that failed has left files");
        } else {
            Xapian::Database(out).get_document(1);
            std::filesystem::remove_all(out);
        }
        std::ofstream(path, std::ios::binary).write(before.data(), static_cast<std::streamsize>(before.size()));
    }
    require(refused > rounds / 2, "most damage to the heads of blocks is seen");
    // What is missing, and what is no database.
    cglassbulk_error error = {};
    require(cglassbulk_merge(nullptr, 0, out.data(), out.size(), false, &error) == CGLASSBULK_INVALID_ARGUMENT, "no sources");
    const cglassbulk_source twice[] = {sources[0], sources[0]};
    require(cglassbulk_merge(twice, 2, out.data(), out.size(), false, &error) == CGLASSBULK_INVALID_ARGUMENT, "docids twice");
    // A disk that fills, at whatever table.
    rlimit before;
    require(getrlimit(RLIMIT_FSIZE, &before) == 0, "getrlimit");
    for (rlim_t bytes : {rlim_t(0), rlim_t(100), rlim_t(50000), rlim_t(200000)}) {
        const rlimit limit = {bytes, before.rlim_max};
        require(setrlimit(RLIMIT_FSIZE, &limit) == 0, "setrlimit");
        const cglassbulk_status status = cglassbulk_merge(sources, 2, out.data(), out.size(), true, &error);
        require(setrlimit(RLIMIT_FSIZE, &before) == 0, "setrlimit");
        require(status == CGLASSBULK_SYSTEM && error.system_error == EFBIG, "a merge whose files may not grow");
        require(std::system(("test ! -e " + out).c_str()) == 0, "a merge that failed has left files");
    }
    std::filesystem::remove(paths[1] + positions);
    require(cglassbulk_merge(sources, 2, out.data(), out.size(), false, &error) == CGLASSBULK_SYSTEM, "a missing table");
    require(error.system_error == ENOENT, "why a table could not be opened");
    const cglassbulk_source one[] = {sources[0]};
    check(cglassbulk_merge(one, 1, out.data(), out.size(), true, &error), error);
    compare(out, paths[0], "a merge of one", true);
}

} // namespace

int main(int count, char **arguments) {
    if (count < 2)
        return 2;
    const uint32_t rounds = count > 2 ? static_cast<uint32_t>(std::atoi(arguments[2])) : 12;
    refusals(arguments[1]);
    full_disk(arguments[1]);
    edges(arguments[1]);
    damaged(arguments[1] + std::string("/damage"), 500, false);
    damaged(arguments[1] + std::string("/damage-to-piece"), 500, true);
    for (uint32_t seed = 1; seed <= rounds; ++seed)
        round_trip(arguments[1], seed);
    for (uint32_t seed = 1; seed <= rounds; ++seed)
        merged(arguments[1], seed);
    std::printf("bulk: %u databases and %u merged ones ok\n", rounds, rounds);
    return 0;
}
