/*
 * The limit of one core: each system call of the benchmarks in a plain loop.
 *
 * Reads commands "<work> <depth> <millis>" and answers each with "<operations> <nanoseconds> -1 -1"; see LinePeer.
 * Depth means nothing to a loop that waits for every call.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { BLOCK = 4096, FILES = 1024 };

static volatile sig_atomic_t over;
static char paths[FILES][PATH_MAX];
static char buffer[BLOCK] __attribute__((aligned(BLOCK)));
static int data;
static uint64_t blocks;
static uint64_t seed = 88172645463325252u;

static void on_alarm(int signal) {
  (void)signal;
  over = 1;
}

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(1);
}

static uint64_t next_random(void) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return seed;
}

static void read_once(void) {
  if (pread(data, buffer, BLOCK, (off_t)(next_random() % blocks * BLOCK)) != BLOCK) fail("pread");
}

static void stat_once(void) {
  struct statx result;
  if (statx(AT_FDCWD, paths[next_random() % FILES], 0, STATX_BASIC_STATS | STATX_BTIME, &result)) fail("statx");
}

static void open_once(void) {
  int fd = open(paths[next_random() % FILES], O_RDONLY | O_CLOEXEC);
  if (fd < 0) fail("open");
  close(fd);
}

static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static void run(void (*once)(void), long millis) {
  struct itimerval timer = {{0, 0}, {millis / 1000, millis % 1000 * 1000}};
  uint64_t operations = 0;
  over = 0;
  uint64_t start = now();
  setitimer(ITIMER_REAL, &timer, NULL);
  while (!over) {
    once();
    operations++;
  }
  printf("%llu %llu -1 -1\n", (unsigned long long)operations, (unsigned long long)(now() - start));
  fflush(stdout);
}

static void prepare(const char *directory) {
  char path[PATH_MAX];
  struct stat attributes;
  snprintf(path, sizeof path, "%s/data", directory);
  data = open(path, O_RDONLY | O_CLOEXEC);
  if (data < 0 || fstat(data, &attributes)) fail(path);
  blocks = (uint64_t)attributes.st_size / BLOCK;
  for (int i = 0; i < FILES; i++) {
    snprintf(paths[i], PATH_MAX, "%s/files/%04d", directory, i);
  }
  struct sigaction action = {.sa_handler = on_alarm, .sa_flags = SA_RESTART};
  sigaction(SIGALRM, &action, NULL);
}

int main(int argc, char **argv) {
  char work[16];
  int depth;
  long millis;
  if (argc != 2) {
    fprintf(stderr, "usage: loop <directory>\n");
    return 2;
  }
  prepare(argv[1]);
  puts("ready");
  fflush(stdout);
  while (scanf("%15s %d %ld", work, &depth, &millis) == 3) {
    run(!strcmp(work, "read") ? read_once : !strcmp(work, "stat") ? stat_once : open_once, millis);
  }
  return 0;
}
