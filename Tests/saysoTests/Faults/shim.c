// Loaded into sayso with LD_PRELOAD by the tests of faults: a disk that takes and gives a few bytes at a time, and a clock
// that is wrong. What it does, the environment says:
//
//     SHIM_SHORT=7        read(2), write(2), pread(2) and pwrite(2) of more than 7 bytes handle 7 at most, half of the times
//     SHIM_CLOCK=-86400   the time of day is a day behind
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>

static long setting(const char *name) {
    const char *value = getenv(name);
    return value ? atol(value) : 0;
}

static size_t shortened(size_t count) {
    static atomic_int turn;
    long most = setting("SHIM_SHORT");
    return most > 0 && count > (size_t)most && atomic_fetch_add(&turn, 1) % 2 ? (size_t)most : count;
}

#define NEXT(name) __typeof__(name) *next = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t read(int fd, void *buffer, size_t count);
ssize_t write(int fd, const void *buffer, size_t count);
ssize_t pread(int fd, void *buffer, size_t count, off_t offset);

ssize_t read(int fd, void *buffer, size_t count) {
    NEXT(read);
    return next(fd, buffer, shortened(count));
}

ssize_t write(int fd, const void *buffer, size_t count) {
    NEXT(write);
    return next(fd, buffer, shortened(count));
}

ssize_t pread(int fd, void *buffer, size_t count, off_t offset) {
    NEXT(pread);
    return next(fd, buffer, shortened(count), offset);
}

ssize_t pread64(int fd, void *buffer, size_t count, off_t offset) { return pread(fd, buffer, count, offset); }

int clock_gettime(clockid_t clock, struct timespec *time) {
    NEXT(clock_gettime);
    int result = next(clock, time);
    if (result == 0 && clock == CLOCK_REALTIME) time->tv_sec += setting("SHIM_CLOCK");
    return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    NEXT(gettimeofday);
    int result = next(time, zone);
    if (result == 0) time->tv_sec += setting("SHIM_CLOCK");
    return result;
}

time_t time(time_t *place) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (place) *place = now.tv_sec;
    return now.tv_sec;
}
