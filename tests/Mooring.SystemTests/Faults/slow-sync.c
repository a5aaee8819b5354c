/*
 * Stands between the server and its disk (LD_PRELOAD): while the file that SYNC_WISH names says "hang", no sync ends;
 * when it says "fail", the disk reports an error.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int wishes(const char *what)
{
    char wish[16] = "";
    FILE *file = fopen(getenv("SYNC_WISH"), "re");
    if (file != NULL) {
        if (fgets(wish, sizeof wish, file) == NULL)
            wish[0] = '\0';
        fclose(file);
    }
    return strncmp(wish, what, strlen(what)) == 0;
}

static int sync_as_wished(const char *name, int fd)
{
    struct timespec moment = { 0, 10000000 };
    while (wishes("hang"))
        nanosleep(&moment, NULL);
    if (wishes("fail")) {
        errno = EIO;
        return -1;
    }
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    return real(fd);
}

int fsync(int fd) { return sync_as_wished("fsync", fd); }
int fdatasync(int fd) { return sync_as_wished("fdatasync", fd); }
