// Stock Xapian as an engine of the benchmark: its matcher with default BM25, facets by MatchSpy.
//
// usage: xapian_search DATABASE recipe|lists
//
// `recipe` is what Xapian's documentation says: a ValueCountMatchSpy a slot and check_at_least = all. It counts a slot's
// value as a whole, so the counts of passages with several persons are of no use. `lists` takes the value apart in a
// MatchSpy of its own and is exact. The protocol is in Benchmarks/README.md.
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::vector<std::string> split(const std::string &text, char separator) {
    std::vector<std::string> parts;
    std::string part;
    std::istringstream stream(text);
    while (std::getline(stream, part, separator)) parts.push_back(part);
    return parts;
}

// Counts the values of one slot; the ten largest counts, as the protocol wants them.
class Counter {
  public:
    virtual ~Counter() = default;
    virtual Xapian::MatchSpy *spy() = 0;
    virtual std::vector<Xapian::doccount> largest() = 0;
};

class RecipeCounter : public Counter {
    Xapian::ValueCountMatchSpy counts;

  public:
    explicit RecipeCounter(Xapian::valueno slot) : counts(slot) {}
    Xapian::MatchSpy *spy() override { return &counts; }
    std::vector<Xapian::doccount> largest() override {
        std::vector<Xapian::doccount> result;
        for (auto v = counts.top_values_begin(10); v != counts.top_values_end(10); ++v)
            result.push_back(v.get_termfreq());
        return result;
    }
};

class ListCounter : public Counter, public Xapian::MatchSpy {
    Xapian::valueno slot;
    std::map<std::string, Xapian::doccount> counts;

  public:
    explicit ListCounter(Xapian::valueno slot_) : slot(slot_) {}
    Xapian::MatchSpy *spy() override { return this; }
    void operator()(const Xapian::Document &document, double) override {
        const std::string names = document.get_value(slot);
        for (size_t start = 0; start < names.size();) {
            const size_t end = std::min(names.find('\x1f', start), names.size());
            ++counts[names.substr(start, end - start)];
            start = end + 1;
        }
    }
    std::vector<Xapian::doccount> largest() override {
        std::vector<Xapian::doccount> result;
        for (const auto &count : counts) result.push_back(count.second);
        const size_t kept = std::min<size_t>(10, result.size());
        std::partial_sort(result.begin(), result.begin() + kept, result.end(), std::greater<>());
        result.resize(kept);
        return result;
    }
};

const std::string fields[3] = {"person", "place", "organization"};
const char *const prefixes[3] = {"XP", "XL", "XO"};
const Xapian::valueno first_slot = 4;

struct Filter {
    int field = -1;
    Xapian::Query query;

    explicit Filter(const std::string &text) {
        const size_t equals = text.find('=');
        if (equals == std::string::npos) return;
        field = int(std::find(fields, fields + 3, text.substr(0, equals)) - fields);
        query = Xapian::Query(prefixes[field] + text.substr(equals + 1));
    }
};

Xapian::Query parsed(const std::string &op, const std::vector<std::string> &terms) {
    const auto joined = op == "phrase" ? Xapian::Query::OP_PHRASE : op == "or" ? Xapian::Query::OP_OR
                                                                               : Xapian::Query::OP_AND;
    return Xapian::Query(joined, terms.begin(), terms.end());
}

using Counters = std::vector<std::unique_ptr<Counter>>;

Xapian::MSet run(const Xapian::Database &db, const Xapian::Query &query, unsigned hits, bool every, Counters &counters,
                 const std::vector<int> &counted) {
    Xapian::Enquire enquire(db);
    enquire.set_query(query);
    for (int field : counted) enquire.add_matchspy(counters[field]->spy());
    return enquire.get_mset(0, hits, every ? db.get_doccount() : 0);
}

void answer(const Xapian::Database &db, bool recipe, const std::vector<std::string> &request) {
    const std::string &mode = request[1];
    const bool counting = mode != "top" && mode != "fast";
    const auto start = std::chrono::steady_clock::now();
    const Filter filter(request[3]);
    const Xapian::Query query = parsed(request[0], split(request[4], ' '));
    Counters counters;
    std::vector<int> within, apart;
    if (counting) {
        for (int field = 0; field < 3; ++field) {
            const Xapian::valueno slot = first_slot + field;
            if (recipe)
                counters.push_back(std::make_unique<RecipeCounter>(slot));
            else
                counters.push_back(std::make_unique<ListCounter>(slot));
            (mode == "drill" && field == filter.field ? apart : within).push_back(field);
        }
    }
    const Xapian::Query narrowed =
        filter.field < 0 ? query : Xapian::Query(Xapian::Query::OP_FILTER, query, filter.query);
    Xapian::MSet hits = run(db, narrowed, 10, mode != "fast", counters, within);
    // The selected value's siblings are counted without the filter: a second search.
    if (!apart.empty()) run(db, query, 0, true, counters, apart);
    std::vector<std::vector<Xapian::doccount>> facets;
    for (auto &counter : counters) facets.push_back(counter->largest());
    const auto found = std::chrono::steady_clock::now();
    size_t bytes = 0;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) bytes += hit.get_document().get_data().size();
    const auto fetched = std::chrono::steady_clock::now();

    const auto ns = [](auto a, auto b) { return std::chrono::duration_cast<std::chrono::nanoseconds>(b - a).count(); };
    std::cout << hits.get_matches_estimated() << '\t' << ns(start, found) << '\t' << ns(found, fetched) << '\t';
    std::cout.precision(15);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
        std::cout << (hit.get_rank() ? "," : "") << hit.get_weight();
    std::cout << '\t';
    for (size_t field = 0; field < facets.size(); ++field) {
        if (field) std::cout << ';';
        for (size_t i = 0; i < facets[field].size(); ++i) std::cout << (i ? "," : "") << facets[field][i];
    }
    std::cout << std::endl;
}

}  // namespace

int main(int argc, char **argv) try {
    if (argc != 3) {
        std::cerr << "usage: xapian_search DATABASE recipe|lists\n";
        return 2;
    }
    const Xapian::Database db(argv[1]);
    std::cout << "ready" << std::endl;
    std::string line;
    while (std::getline(std::cin, line)) answer(db, std::string(argv[2]) == "recipe", split(line, '\t'));
} catch (const Xapian::Error &error) {
    std::cerr << error.get_description() << '\n';
    return 1;
}
