// Adds to the wall clock of the process the seconds that stand in the file of TLSLEAK_SOAK_CLOCK.
// The monotonic clock, and with it each wait, stays as it is.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static volatile long *offset;
static int (*real_clock)(clockid_t, struct timespec *);
static int (*real_time)(struct timeval *, void *);

__attribute__((constructor)) static void begin(void) {
    real_clock = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
    real_time = (int (*)(struct timeval *, void *)) dlsym(RTLD_NEXT, "gettimeofday");
    const char *name = getenv("TLSLEAK_SOAK_CLOCK");
    int file = name == NULL ? -1 : open(name, O_RDONLY);
    if (file >= 0) {
        void *mapped = mmap(NULL, sizeof(long), PROT_READ, MAP_SHARED, file, 0);
        offset = mapped == MAP_FAILED ? NULL : mapped;
        close(file);
    }
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    if (real_clock == NULL) {
        // another library's constructor comes before this one's
        begin();
    }
    int result = real_clock(clock, time);
    if (result == 0 && clock == CLOCK_REALTIME && offset != NULL) {
        time->tv_sec += *offset;
    }
    return result;
}

int gettimeofday(struct timeval *time, void *zone) {
    if (real_time == NULL) {
        begin();
    }
    int result = real_time(time, zone);
    if (result == 0 && offset != NULL) {
        time->tv_sec += *offset;
    }
    return result;
}
