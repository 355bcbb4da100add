#include "handles.hh"

#include <algorithm>
#include <chrono>

using namespace cxapian;

namespace {

/// Notes the docid of each match. The matcher goes through the documents in ascending order.
class DocidSpy : public Xapian::MatchSpy {
  public:
    explicit DocidSpy(std::vector<uint32_t> &docids) : docids(docids) {}

    void operator()(const Xapian::Document &document, double) override { docids.push_back(document.get_docid()); }

  private:
    std::vector<uint32_t> &docids;
};

/// A filter that lets every document through and looks, on the way, whether to stop.
///
/// As the last part of the conjunction it is asked about every document that has all terms, before their positions are
/// compared, which costs next to nothing; a decider or a spy would see matches only. Between two such documents the
/// matcher may pass over as many as have the rarest term. Where these are very many the filter claims to be the rarest
/// part itself, so that it is asked about each of them, which makes a match up to a third slower.
class StopSource : public Xapian::PostingSource {
  public:
    StopSource(const cxapian_stop &stop, const Xapian::Query &query, const Xapian::Database &database)
        : flag(stop.flag), limited(stop.nanoseconds >= 0), leads(rarest(query, database) > long_run) {
        if (limited)
            end = std::chrono::steady_clock::now() + std::chrono::nanoseconds(stop.nanoseconds);
    }

    /// Ends the match if it is time, by an exception that is not Xapian's, so that no code of Xapian's takes it for one.
    void look() const {
        if (flag != nullptr && __atomic_load_n(flag, __ATOMIC_RELAXED) != 0)
            throw cxapian::Interrupted();
        if (limited && std::chrono::steady_clock::now() >= end)
            throw cxapian::Interrupted();
    }

    void init(const Xapian::Database &database) override {
        at = 0;
        last = database.get_lastdocid();
    }

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return leads ? 1 : last; }
    Xapian::doccount get_termfreq_max() const override { return last; }

    void next(double) override { move_to(at + 1); }
    void skip_to(Xapian::docid docid, double) override { move_to(std::max(at, docid)); }
    bool at_end() const override { return at > last; }
    Xapian::docid get_docid() const override { return at; }

  private:
    static const unsigned stride = 256;
    /// Passing over a document costs some 30 ns, so these are a few milliseconds.
    static const Xapian::doccount long_run = 200000;

    /// In how many documents the rarest term of a query is.
    static Xapian::doccount rarest(const Xapian::Query &query, const Xapian::Database &database) {
        Xapian::doccount least = database.get_doccount();
        for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term)
            least = std::min(least, database.get_termfreq(*term));
        return least;
    }


    const uint8_t *flag;
    bool limited, leads;
    std::chrono::steady_clock::time_point end;
    Xapian::docid at = 0, last = 0;
    unsigned steps = 0;

    void move_to(Xapian::docid docid) {
        at = docid;
        if (++steps % stride == 0)
            look();
    }
};

} // namespace

cxapian_status cxapian_match(cxapian_database *database, const cxapian_query *query,
                             const cxapian_weighting *weighting, uint32_t first, uint32_t max_items,
                             uint32_t check_at_least, uint32_t *docids, double *weights, size_t *count,
                             cxapian_bounds *bounds, cxapian_error *error) noexcept {
    reset(count);
    reset(bounds);
    return guard(error, [&] {
        const cxapian_weighting &chosen = deref(weighting, "weighting");
        Xapian::Enquire enquire(deref(database, "database").database);
        enquire.set_query(deref(query, "query").query);
        if (max_items > 0)
            deref(docids, "docids");
        if (chosen.bm25)
            enquire.set_weighting_scheme(
                Xapian::BM25Weight(chosen.k1, chosen.k2, chosen.k3, chosen.b, chosen.min_normlen));
        else
            enquire.set_weighting_scheme(Xapian::BoolWeight());

        const Xapian::MSet matches = enquire.get_mset(first, max_items, check_at_least);
        size_t filled = 0;
        for (auto at = matches.begin(); at != matches.end(); ++at, ++filled) {
            docids[filled] = *at;
            if (weights != nullptr)
                weights[filled] = at.get_weight();
        }
        deref(bounds, "bounds") = {matches.get_matches_lower_bound(), matches.get_matches_estimated(),
                                   matches.get_matches_upper_bound()};
        deref(count, "count") = filled;
    });
}

cxapian_status cxapian_match_docids(cxapian_database *database, const cxapian_query *query, const cxapian_stop *stop,
                                    const uint32_t **docids, size_t *count, cxapian_error *error) noexcept {
    reset(docids);
    reset(count);
    return guard(error, [&] {
        cxapian_database &handle = deref(database, "database");
        handle.numbers.clear();
        DocidSpy spy(handle.numbers);
        Xapian::Enquire enquire(handle.database);
        const Xapian::Query &wanted = deref(query, "query").query;
        StopSource source(stop != nullptr ? *stop : cxapian_stop{nullptr, -1}, wanted, handle.database);
        source.look();
        enquire.set_query(stop == nullptr
                              ? wanted
                              : Xapian::Query(Xapian::Query::OP_FILTER, wanted, Xapian::Query(&source)));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.add_matchspy(&spy);
        // No match is kept, all are looked at: only the spy's list is made.
        enquire.get_mset(0, 0, handle.database.get_doccount());
        deref(docids, "docids") = handle.numbers.data();
        deref(count, "count") = handle.numbers.size();
    });
}
