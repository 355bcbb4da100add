/* Tells ThreadSanitizer of the one lock that it cannot see.
 *
 * `Mutex` of Swift's Synchronization takes and gives back a lock that nobody waits for by an atomic exchange, which is compiled
 * into the caller and so is seen. But it waits, and wakes who waits, in the library, which is not instrumented: what the thread
 * before did under the lock then looks unordered. `make tsan` preloads this, which stands before the library's functions.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>

/* _MutexHandle._lockSlow(_: UInt32) and _unlockSlow(), methods of a struct that is passed by its address. */
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

typedef __attribute__((swiftcall)) void lock_function(uint32_t thread, __attribute__((swift_context)) void *mutex);
typedef __attribute__((swiftcall)) void unlock_function(__attribute__((swift_context)) void *mutex);

/* ThreadSanitizer's; absent from other programs that the tests start. */
__attribute__((weak)) void __tsan_acquire(void *address);
__attribute__((weak)) void __tsan_release(void *address);

lock_function dateline_lock __asm__(LOCK);
unlock_function dateline_unlock __asm__(UNLOCK);

static void *real(const char *symbol) {
    void *function = dlsym(RTLD_NEXT, symbol);
    if (!function) abort();
    return function;
}

__attribute__((swiftcall)) void dateline_lock(uint32_t thread, __attribute__((swift_context)) void *mutex) {
    ((lock_function *)real(LOCK))(thread, mutex);
    if (__tsan_acquire) __tsan_acquire(mutex);
}

__attribute__((swiftcall)) void dateline_unlock(__attribute__((swift_context)) void *mutex) {
    if (__tsan_release) __tsan_release(mutex);
    ((unlock_function *)real(UNLOCK))(mutex);
}
