#include "handles.hh"

using namespace cxapian;

void cxapian_query_free(cxapian_query *query) noexcept { delete query; }

static void give(Xapian::Query made, cxapian_query **query) {
    cxapian_query *&result = deref(query, "query");
    result = new cxapian_query{std::move(made), {}};
}

static Xapian::Query::op xapian_operator(cxapian_operator op) {
    switch (op) {
    case CXAPIAN_AND:
        return Xapian::Query::OP_AND;
    case CXAPIAN_OR:
        return Xapian::Query::OP_OR;
    case CXAPIAN_AND_NOT:
        return Xapian::Query::OP_AND_NOT;
    case CXAPIAN_AND_MAYBE:
        return Xapian::Query::OP_AND_MAYBE;
    case CXAPIAN_FILTER:
        return Xapian::Query::OP_FILTER;
    case CXAPIAN_NEAR:
        return Xapian::Query::OP_NEAR;
    case CXAPIAN_PHRASE:
        return Xapian::Query::OP_PHRASE;
    case CXAPIAN_SYNONYM:
        return Xapian::Query::OP_SYNONYM;
    case CXAPIAN_MAX:
        return Xapian::Query::OP_MAX;
    }
    throw Xapian::InvalidArgumentError("Unknown query operator");
}

cxapian_status cxapian_query_all(cxapian_query **query, cxapian_error *error) noexcept {
    reset(query);
    return guard(error, [&] { give(Xapian::Query(std::string()), query); });
}

cxapian_status cxapian_query_term(const void *term, size_t term_size, uint32_t wqf, cxapian_query **query,
                                  cxapian_error *error) noexcept {
    reset(query);
    return guard(error, [&] { give(Xapian::Query(text(term, term_size), wqf), query); });
}

cxapian_status cxapian_query_compound(cxapian_operator op, const cxapian_query *const *parts, size_t count,
                                      uint32_t window, cxapian_query **query, cxapian_error *error) noexcept {
    reset(query);
    return guard(error, [&] {
        std::vector<Xapian::Query> queries;
        queries.reserve(count);
        for (size_t i = 0; i < count; ++i)
            queries.push_back(deref((&deref(parts, "parts"))[i], "part").query);
        give(Xapian::Query(xapian_operator(op), queries.begin(), queries.end(), window), query);
    });
}

cxapian_status cxapian_query_scaled(const cxapian_query *part, double factor, cxapian_query **query,
                                    cxapian_error *error) noexcept {
    reset(query);
    return guard(error, [&] {
        const Xapian::Query &scaled = deref(part, "part").query;
        if (!(factor >= 0))
            throw Xapian::InvalidArgumentError("A weight is scaled by a number that is 0 or more");
        give(Xapian::Query(factor, scaled), query);
    });
}

cxapian_status cxapian_query_description(cxapian_query *query, const char **bytes, size_t *size,
                                         cxapian_error *error) noexcept {
    reset(bytes);
    reset(size);
    return guard(error, [&] {
        cxapian_query &handle = deref(query, "query");
        handle.bytes = handle.query.get_description();
        lend(handle.bytes, bytes, size);
    });
}
