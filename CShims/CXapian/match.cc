#include "handles.hh"

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

cxapian_status cxapian_match_docids(cxapian_database *database, const cxapian_query *query, const uint32_t **docids,
                                    size_t *count, cxapian_error *error) noexcept {
    reset(docids);
    reset(count);
    return guard(error, [&] {
        cxapian_database &handle = deref(database, "database");
        handle.numbers.clear();
        DocidSpy spy(handle.numbers);
        Xapian::Enquire enquire(handle.database);
        enquire.set_query(deref(query, "query").query);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.add_matchspy(&spy);
        // No match is kept, all are looked at: only the spy's list is made.
        enquire.get_mset(0, 0, handle.database.get_doccount());
        deref(docids, "docids") = handle.numbers.data();
        deref(count, "count") = handle.numbers.size();
    });
}
