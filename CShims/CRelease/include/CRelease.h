#ifndef CRELEASE_H
#define CRELEASE_H

/* The commit that the programs were built from, as Package.swift was told by DATELINE_COMMIT; "unknown" when it was
   not. The text is static. */
const char *crelease_commit(void);

#endif
