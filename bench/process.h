/*
 * process.h: other programs, run and measured. The file that includes it defines
 * _DEFAULT_SOURCE (wait4) and _XOPEN_SOURCE 700.
 */
#ifndef PROCESS_H
#define PROCESS_H

#include "bench.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct process {
	double ms;
	double cpu_ms; /* its own and the system's for it */
	double peak_mib;
	int status; /* of wait */
};

static inline void process_die(const char *what)
{
	fprintf(stderr, "bench: %s: %s\n", what, strerror(errno));
	exit(1);
}

/* Runs a program to its end; what it says goes to a file. */
static inline struct process process_run(char *const argv[], const char *log)
{
	struct process process;
	struct rusage usage;
	double start = bench_now_ns();
	pid_t pid = fork();

	if (pid < 0)
		process_die("fork");
	if (pid == 0) {
		int fd = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0600);

		if (fd >= 0 && dup2(fd, STDOUT_FILENO) >= 0 && dup2(fd, STDERR_FILENO) >= 0)
			execv(argv[0], argv);
		_exit(127);
	}
	while (wait4(pid, &process.status, 0, &usage) < 0) {
		if (errno != EINTR)
			process_die("wait4");
	}
	process.ms = (bench_now_ns() - start) / 1e6;
	process.cpu_ms = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
		(double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
	process.peak_mib = (double)usage.ru_maxrss / 1024;
	return process;
}

static inline int process_remove_one(const char *path, const struct stat *info, int type, struct FTW *place)
{
	(void)info;
	(void)type;
	(void)place;
	return remove(path);
}

static inline void process_remove_folder(const char *path)
{
	struct stat info;

	if (stat(path, &info) == 0 && nftw(path, process_remove_one, 16, FTW_DEPTH | FTW_PHYS) != 0)
		process_die(path);
}

#endif
