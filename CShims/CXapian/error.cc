#include "guard.hh"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace cxapian {

namespace {

void copy_cut(char (&target)[CXAPIAN_TEXT_SIZE], const char *source, size_t size) noexcept {
    size = std::min(size, size_t(CXAPIAN_TEXT_SIZE) - 1);
    std::memcpy(target, source, size);
    target[size] = '\0';
}

cxapian_status describe(cxapian_error *error, cxapian_status status, const char *message) noexcept {
    if (error != nullptr) {
        error->status = status;
        copy_cut(error->message, message, std::strlen(message));
        error->context[0] = '\0';
    }
    return status;
}

cxapian_status describe(cxapian_error *error, cxapian_status status, const Xapian::Error &thrown) noexcept {
    if (error == nullptr)
        return status;
    error->status = status;
    copy_cut(error->message, thrown.get_msg().data(), thrown.get_msg().size());
    copy_cut(error->context, thrown.get_context().data(), thrown.get_context().size());
    if (const char *system = thrown.get_error_string()) {
        size_t used = std::strlen(error->message);
        std::strncat(error->message, ": ", CXAPIAN_TEXT_SIZE - 1 - used);
        used = std::strlen(error->message);
        std::strncat(error->message, system, CXAPIAN_TEXT_SIZE - 1 - used);
    }
    return status;
}

} // namespace

// Subclasses stand before their base class, or they would never be reached.
cxapian_status status_of_current_exception(cxapian_error *error) noexcept {
    try {
        throw;
    } catch (const Xapian::AssertionError &thrown) {
        return describe(error, CXAPIAN_ASSERTION, thrown);
    } catch (const Xapian::InvalidArgumentError &thrown) {
        return describe(error, CXAPIAN_INVALID_ARGUMENT, thrown);
    } catch (const Xapian::InvalidOperationError &thrown) {
        return describe(error, CXAPIAN_INVALID_OPERATION, thrown);
    } catch (const Xapian::UnimplementedError &thrown) {
        return describe(error, CXAPIAN_UNIMPLEMENTED, thrown);
    } catch (const Xapian::LogicError &thrown) {
        return describe(error, CXAPIAN_LOGIC, thrown);
    } catch (const Xapian::DatabaseClosedError &thrown) {
        return describe(error, CXAPIAN_DATABASE_CLOSED, thrown);
    } catch (const Xapian::DatabaseCorruptError &thrown) {
        return describe(error, CXAPIAN_DATABASE_CORRUPT, thrown);
    } catch (const Xapian::DatabaseCreateError &thrown) {
        return describe(error, CXAPIAN_DATABASE_CREATE, thrown);
    } catch (const Xapian::DatabaseLockError &thrown) {
        return describe(error, CXAPIAN_DATABASE_LOCK, thrown);
    } catch (const Xapian::DatabaseModifiedError &thrown) {
        return describe(error, CXAPIAN_DATABASE_MODIFIED, thrown);
    } catch (const Xapian::DatabaseNotFoundError &thrown) {
        return describe(error, CXAPIAN_DATABASE_NOT_FOUND, thrown);
    } catch (const Xapian::DatabaseVersionError &thrown) {
        return describe(error, CXAPIAN_DATABASE_VERSION, thrown);
    } catch (const Xapian::DatabaseOpeningError &thrown) {
        return describe(error, CXAPIAN_DATABASE_OPENING, thrown);
    } catch (const Xapian::DatabaseError &thrown) {
        return describe(error, CXAPIAN_DATABASE, thrown);
    } catch (const Xapian::DocNotFoundError &thrown) {
        return describe(error, CXAPIAN_DOCUMENT_NOT_FOUND, thrown);
    } catch (const Xapian::FeatureUnavailableError &thrown) {
        return describe(error, CXAPIAN_FEATURE_UNAVAILABLE, thrown);
    } catch (const Xapian::InternalError &thrown) {
        return describe(error, CXAPIAN_INTERNAL, thrown);
    } catch (const Xapian::NetworkTimeoutError &thrown) {
        return describe(error, CXAPIAN_NETWORK_TIMEOUT, thrown);
    } catch (const Xapian::NetworkError &thrown) {
        return describe(error, CXAPIAN_NETWORK, thrown);
    } catch (const Xapian::QueryParserError &thrown) {
        return describe(error, CXAPIAN_QUERY_PARSER, thrown);
    } catch (const Xapian::RangeError &thrown) {
        return describe(error, CXAPIAN_RANGE, thrown);
    } catch (const Xapian::SerialisationError &thrown) {
        return describe(error, CXAPIAN_SERIALISATION, thrown);
    } catch (const Xapian::WildcardError &thrown) {
        return describe(error, CXAPIAN_WILDCARD, thrown);
    } catch (const Xapian::RuntimeError &thrown) {
        return describe(error, CXAPIAN_RUNTIME, thrown);
    } catch (const NullArgument &thrown) {
        return describe(error, CXAPIAN_NULL_ARGUMENT, thrown.name);
    } catch (const Interrupted &) {
        return describe(error, CXAPIAN_INTERRUPTED, "stopped as asked");
    } catch (const std::bad_alloc &thrown) {
        return describe(error, CXAPIAN_OUT_OF_MEMORY, thrown.what());
    } catch (const std::exception &thrown) {
        return describe(error, CXAPIAN_STANDARD_EXCEPTION, thrown.what());
    } catch (...) {
        return describe(error, CXAPIAN_UNKNOWN_EXCEPTION, "an exception of an unknown class");
    }
}

std::string path(const void *bytes, size_t size) {
    std::string path = text(bytes, size);
    if (path.find('\0') != std::string::npos)
        throw Xapian::InvalidArgumentError("A path must not contain a NUL byte");
    return path;
}

char *copied(const std::string &text) {
    char *copy = static_cast<char *>(std::malloc(text.size() + 1));
    if (copy == nullptr)
        throw std::bad_alloc();
    std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

} // namespace cxapian

void cxapian_text_free(char *text) noexcept { std::free(text); }

const char *cxapian_version() noexcept { return Xapian::version_string(); }
