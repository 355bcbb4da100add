// Throws one exception of every class inside the guard: the only way to see those that no function of the shim leads
// to.
#include "../CXapian/guard.hh"

#include "expect.h"

#include <new>
#include <stdexcept>

namespace {

template <typename Thrown> void maps(cxapian_status expected) {
    EXPECT_STATUS(expected, cxapian::guard(&error, [] { throw Thrown("what happened", "where"); }));
    cxapian_error error;
    cxapian::guard(&error, [] { throw Thrown("what happened", "where"); });
    EXPECT(strcmp(error.message, "what happened") == 0);
    EXPECT(strcmp(error.context, "where") == 0);
    EXPECT(cxapian::guard(nullptr, [] { throw Thrown("what happened"); }) == expected);
}

/// Stands for a class that a later Xapian may add.
struct NewLogicError : Xapian::LogicError {
    explicit NewLogicError(const std::string &message, const std::string &context = std::string())
        : LogicError(message, context, "xNewLogicError", 0) {}
};

struct NewRuntimeError : Xapian::RuntimeError {
    explicit NewRuntimeError(const std::string &message, const std::string &context = std::string())
        : RuntimeError(message, context, "xNewRuntimeError", 0) {}
};

void texts_are_cut() {
    cxapian_error error;
    cxapian::guard(&error, [] { throw Xapian::DatabaseError(std::string(1000, 'm'), std::string(1000, 'c'), ENOSPC); });
    EXPECT(strlen(error.message) == CXAPIAN_TEXT_SIZE - 1);
    EXPECT(strlen(error.context) == CXAPIAN_TEXT_SIZE - 1);
    // Room for the message but not for all of the system's.
    cxapian::guard(&error, [] { throw Xapian::DatabaseError(std::string(250, 'm'), std::string(), ENOSPC); });
    EXPECT(strlen(error.message) == CXAPIAN_TEXT_SIZE - 1);
    cxapian::guard(&error, [] { throw Xapian::DatabaseError("m", std::string(), ENOSPC); });
    EXPECT(strcmp(error.message, "m: No space left on device") == 0);
}

} // namespace

void test_guard(const char *) {
    maps<Xapian::AssertionError>(CXAPIAN_ASSERTION);
    maps<Xapian::InvalidArgumentError>(CXAPIAN_INVALID_ARGUMENT);
    maps<Xapian::InvalidOperationError>(CXAPIAN_INVALID_OPERATION);
    maps<Xapian::UnimplementedError>(CXAPIAN_UNIMPLEMENTED);
    maps<NewLogicError>(CXAPIAN_LOGIC);
    maps<Xapian::DatabaseError>(CXAPIAN_DATABASE);
    maps<Xapian::DatabaseClosedError>(CXAPIAN_DATABASE_CLOSED);
    maps<Xapian::DatabaseCorruptError>(CXAPIAN_DATABASE_CORRUPT);
    maps<Xapian::DatabaseCreateError>(CXAPIAN_DATABASE_CREATE);
    maps<Xapian::DatabaseLockError>(CXAPIAN_DATABASE_LOCK);
    maps<Xapian::DatabaseModifiedError>(CXAPIAN_DATABASE_MODIFIED);
    maps<Xapian::DatabaseOpeningError>(CXAPIAN_DATABASE_OPENING);
    maps<Xapian::DatabaseNotFoundError>(CXAPIAN_DATABASE_NOT_FOUND);
    maps<Xapian::DatabaseVersionError>(CXAPIAN_DATABASE_VERSION);
    maps<Xapian::DocNotFoundError>(CXAPIAN_DOCUMENT_NOT_FOUND);
    maps<Xapian::FeatureUnavailableError>(CXAPIAN_FEATURE_UNAVAILABLE);
    maps<Xapian::InternalError>(CXAPIAN_INTERNAL);
    maps<Xapian::NetworkError>(CXAPIAN_NETWORK);
    maps<Xapian::NetworkTimeoutError>(CXAPIAN_NETWORK_TIMEOUT);
    maps<Xapian::QueryParserError>(CXAPIAN_QUERY_PARSER);
    maps<Xapian::RangeError>(CXAPIAN_RANGE);
    maps<Xapian::SerialisationError>(CXAPIAN_SERIALISATION);
    maps<Xapian::WildcardError>(CXAPIAN_WILDCARD);
    maps<NewRuntimeError>(CXAPIAN_RUNTIME);
    EXPECT_STATUS(CXAPIAN_OUT_OF_MEMORY, cxapian::guard(&error, [] { throw std::bad_alloc(); }));
    EXPECT_STATUS(CXAPIAN_STANDARD_EXCEPTION, cxapian::guard(&error, [] { throw std::length_error("too long"); }));
    EXPECT_STATUS(CXAPIAN_UNKNOWN_EXCEPTION, cxapian::guard(&error, [] { throw 7; }));
    EXPECT_STATUS(CXAPIAN_NULL_ARGUMENT, cxapian::guard(&error, [] { throw cxapian::NullArgument{"handle"}; }));
    EXPECT_STATUS(CXAPIAN_INTERRUPTED, cxapian::guard(&error, [] { throw cxapian::Interrupted(); }));
    EXPECT_OK(cxapian::guard(&error, [] {}));
    texts_are_cut();
}
