/* A library to load before a daemon, which makes the system fail in ways that a test switches on and off by files:
   with $FAULTS/fsync, syncing fails (EIO); with $FAULTS/clock, the time of day is a year later. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static int is_on(const char *name) {
    char path[4096];
    const char *folder = getenv("FAULTS");
    if (!folder) return 0;
    int kept = errno;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    int found = access(path, F_OK) == 0;
    errno = kept;
    return found;
}

int fsync(int file) {
    if (is_on("fsync")) {
        errno = EIO;
        return -1;
    }
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    return real(file);
}

int fdatasync(int file) {
    if (is_on("fsync")) {
        errno = EIO;
        return -1;
    }
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    return real(file);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int (*real)(clockid_t, struct timespec *) = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(clock, time);
    if (result == 0 && clock == CLOCK_REALTIME && is_on("clock")) time->tv_sec += 365 * 86400;
    return result;
}
