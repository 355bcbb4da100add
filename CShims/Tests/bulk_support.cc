#include "bulk_support.hh"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

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

static std::string word() {
    // Few frequent words, many rare ones.
    const uint32_t rank = below(4) == 0 ? below(20000) : below(1 + below(300));
    return "w" + std::to_string(rank * 7919 % 100003);
}

static std::string odd_term() {
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
           bool is_piece) {
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

/// All that Xapian tells of a database, as text.
static std::string told(const Xapian::Database &database, bool tells_bounds) {
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

bool is_gone(const std::string &path) { return !std::filesystem::exists(std::filesystem::symlink_status(path)); }
