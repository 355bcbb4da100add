#include "CRelease.h"

#ifndef CRELEASE_COMMIT
#define CRELEASE_COMMIT "unknown"
#endif

const char *crelease_commit(void) { return CRELEASE_COMMIT; }
