/*
 * Stands between the server and its disk (LD_PRELOAD): the file that SYNC_WISH names says by how many milliseconds every
 * sync takes longer, or "fail" for a disk that reports an error.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int sync_as_wished(const char *name, int fd)
{
    char wish[16] = "";
    FILE *file = fopen(getenv("SYNC_WISH"), "re");
    if (file != NULL) {
        if (fgets(wish, sizeof wish, file) == NULL)
            wish[0] = '\0';
        fclose(file);
    }
    if (strncmp(wish, "fail", 4) == 0) {
        errno = EIO;
        return -1;
    }
    long ms = atol(wish);
    struct timespec wait = { ms / 1000, ms % 1000 * 1000000 };
    nanosleep(&wait, NULL);
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    return real(fd);
}

int fsync(int fd) { return sync_as_wished("fsync", fd); }
int fdatasync(int fd) { return sync_as_wished("fdatasync", fd); }
