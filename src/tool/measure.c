/*
 * measure - run a command and append what it cost to a file.
 *
 *     measure FILE COMMAND [ARGUMENT...]
 *
 * One line: wall and processor time in milliseconds, the most memory in KiB
 * (as the kernel counts it, mapped inputs too), the most memory of its own in
 * KiB (sampled), exit status.  A program for tests, apart from geppo.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SAMPLE_MS = 5 };

static double now_ms(void) {
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double ms_of(struct timeval time) {
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

/* Memory of the process that no file backs, in KiB; 0 when it has ended. */
static long own_memory(pid_t pid) {
	char path[64], line[256];
	long kib = 0;
	snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
	FILE *file = fopen(path, "r");
	while (file != NULL && fgets(line, sizeof line, file) != NULL)
		if (strncmp(line, "RssAnon:", 8) == 0)
			kib = atol(line + 8);
	if (file != NULL)
		fclose(file);
	return kib;
}

/* Wait for the process, looking at its memory meanwhile; ended holds the
 * signal of its end. */
static int watch(pid_t pid, const sigset_t *ended, struct rusage *usage,
    long *own) {
	const struct timespec pause = { 0, SAMPLE_MS * 1000000L };
	int status = 0;
	while (wait4(pid, &status, WNOHANG, usage) == 0) {
		long kib = own_memory(pid);
		*own = kib > *own ? kib : *own;
		sigtimedwait(ended, NULL, &pause);
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

int main(int argc, char **argv) {
	if (argc < 3)
		return 2;
	sigset_t ended, before;
	sigemptyset(&ended);
	sigaddset(&ended, SIGCHLD);
	sigprocmask(SIG_BLOCK, &ended, &before);
	double start = now_ms();
	pid_t pid = fork();
	if (pid < 0)
		return 1;
	if (pid == 0) {
		sigprocmask(SIG_SETMASK, &before, NULL);
		execvp(argv[2], argv + 2);
		perror(argv[2]);
		_exit(127);
	}
	struct rusage usage;
	long own = 0;
	int status = watch(pid, &ended, &usage, &own);
	double wall = now_ms() - start;
	FILE *out = fopen(argv[1], "a");
	if (out == NULL)
		return 1;
	fprintf(out, "%.1f %.1f %ld %ld %d\n", wall, ms_of(usage.ru_utime)
	    + ms_of(usage.ru_stime), usage.ru_maxrss, own, status);
	return fclose(out) == 0 ? 0 : 1;
}
