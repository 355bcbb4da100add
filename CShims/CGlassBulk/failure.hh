// What is thrown inside, and caught by the guard around each function of the header.
#ifndef CGLASSBULK_FAILURE_HH
#define CGLASSBULK_FAILURE_HH

#include "CGlassBulk.h"

#include <cerrno>

#pragma GCC visibility push(hidden)

namespace glassbulk {

struct Failure {
    cglassbulk_status status;
    const char *message;
    int system_error;
};

[[noreturn]] inline void refuse(const char *message) { throw Failure{CGLASSBULK_INVALID_ARGUMENT, message, 0}; }

[[noreturn]] inline void too_large(const char *message) { throw Failure{CGLASSBULK_TOO_LARGE, message, 0}; }

/// Of a database that is read.
[[noreturn]] inline void damaged(const char *message) { throw Failure{CGLASSBULK_DAMAGED, message, 0}; }

/// Reports errno.
[[noreturn]] inline void system_failure(const char *message) { throw Failure{CGLASSBULK_SYSTEM, message, errno}; }

} // namespace glassbulk

#pragma GCC visibility pop

#endif
