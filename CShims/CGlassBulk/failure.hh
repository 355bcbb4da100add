// What is thrown inside, and caught by the guard around each function of the header.
#ifndef CGLASSBULK_FAILURE_HH
#define CGLASSBULK_FAILURE_HH

#include "CGlassBulk.h"

#include <cerrno>
#include <string>

#pragma GCC visibility push(hidden)

namespace glassbulk {

struct Failure {
    cglassbulk_status status;
    std::string message;
    int system_error;
};

[[noreturn]] inline void refuse(const char *message) { throw Failure{CGLASSBULK_INVALID_ARGUMENT, message, 0}; }

[[noreturn]] inline void too_large(const char *message) { throw Failure{CGLASSBULK_TOO_LARGE, message, 0}; }

/// Of a file that is read.
[[noreturn]] inline void damaged(const std::string &path, const char *message) {
    throw Failure{CGLASSBULK_DAMAGED, path + ": " + message, 0};
}

/// Reports errno.
[[noreturn]] inline void system_failure(const std::string &message) {
    const int error = errno;
    throw Failure{CGLASSBULK_SYSTEM, message, error};
}

} // namespace glassbulk

#pragma GCC visibility pop

#endif
