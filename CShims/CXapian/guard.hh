// What every source of the shim includes: the header it implements, Xapian, and the guard around each function.
#ifndef CXAPIAN_GUARD_HH
#define CXAPIAN_GUARD_HH

#if __cplusplus < 201703L
#error "CXapian needs C++17"
#endif

#include <xapian.h>

#if !XAPIAN_AT_LEAST(1, 4, 22)
#error "CXapian needs Xapian 1.4.22 or newer"
#endif

#include "CXapian.h"

#include <string>

// Nothing but what the header marks with CXAPIAN_API leaves a library built from these sources.
#pragma GCC visibility push(hidden)

namespace cxapian {

/// Thrown, and caught by the guard, when a caller passes NULL where a handle or a place for a result is needed.
struct NullArgument {
    const char *name;
};

/// Thrown, and caught by the guard, when a cxapian_stop asks a function to give up.
struct Interrupted {};

/// The status of the exception being handled, which it also describes in *error unless that is NULL. Only for guard.
cxapian_status status_of_current_exception(cxapian_error *error) noexcept;

/// Runs a function's body. The one place where exceptions stop.
template <typename Body> cxapian_status guard(cxapian_error *error, Body &&body) noexcept {
    try {
        body();
        return CXAPIAN_OK;
    } catch (...) {
        return status_of_current_exception(error);
    }
}

/// What a pointer argument points at. The place for a new handle is looked at before the handle is made: the other way
/// round it would leak when there is none.
template <typename T> T &deref(T *pointer, const char *name) {
    if (pointer == nullptr)
        throw NullArgument{name};
    return *pointer;
}

/// Sets a result to "none" before anything can fail. The guard reports a NULL place for a result, by deref.
template <typename T> void reset(T *result) noexcept {
    if (result != nullptr)
        *result = T();
}

/// A byte string argument.
inline std::string text(const void *bytes, size_t size) {
    if (size == 0)
        return std::string();
    return std::string(&deref(static_cast<const char *>(bytes), "bytes"), size);
}

/// A path argument. A NUL byte is refused because the system would silently stop reading there.
std::string path(const void *bytes, size_t size);

/// A copy of text in memory that cxapian_text_free frees.
char *copied(const std::string &text);

} // namespace cxapian

static_assert(sizeof(Xapian::docid) == sizeof(uint32_t), "CXapian needs a Xapian built with 32-bit document ids");
static_assert(sizeof(Xapian::termcount) == sizeof(uint32_t), "CXapian needs a Xapian built with 32-bit term counts");
static_assert(sizeof(Xapian::termpos) == sizeof(uint32_t), "CXapian needs a Xapian built with 32-bit positions");

#pragma GCC visibility pop

#endif
