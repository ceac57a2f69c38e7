#define _POSIX_C_SOURCE 200809L

#include "terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
	FRAME_MS = 120,
};

static struct {
	pthread_mutex_t lock; /* of what is printed */
	bool is_terminal;
	bool has_colours;
	bool has_progress; /* the line shows it, and nothing else */
	bool is_within;	   /* a line of text, which has no room for progress */
	pthread_t watcher;
	bool is_watched;
	int bytes[2]; /* a pipe: INTERRUPT, or OVER when nothing is awaited any more */
} terminal = { .lock = PTHREAD_MUTEX_INITIALIZER };

static const char INTERRUPT = 'i';
static const char OVER = 'o';

/* ---- printing ---- */

static const char *code(enum colour colour)
{
	static const char *const codes[] = { "\033[0m", "\033[2m", "\033[31m", "\033[32m" };

	return terminal.has_colours ? codes[colour] : "";
}

static void put_text(const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		unsigned char c = (unsigned char)*p;
		unsigned char next = (unsigned char)p[1];

		if (c == 0xC2 && next >= 0x80 && next < 0xA0) { /* U+0080 to U+009F */
			putchar('?');
			p++;
		} else {
			putchar((c >= 0x20 && c != 0x7F) || c == '\n' || c == '\t' ? c : '?');
		}
	}
}

static void clear_progress(void)
{
	if (terminal.has_progress)
		fputs("\r\033[K", stdout);
	terminal.has_progress = false;
}

void terminal_say(enum colour colour, const char *text)
{
	if (text == NULL || text[0] == '\0')
		return;
	pthread_mutex_lock(&terminal.lock);
	clear_progress();
	fputs(code(colour), stdout);
	put_text(text);
	fputs(code(PLAIN), stdout);
	fflush(stdout);
	terminal.is_within = text[strlen(text) - 1] != '\n';
	pthread_mutex_unlock(&terminal.lock);
}

void terminal_end_line(void)
{
	if (terminal.is_within)
		terminal_say(PLAIN, "\n");
}

/* ---- waiting ---- */

static void show_progress(unsigned frame)
{
	static const char frames[] = { '|', '/', '-', '\\' };

	pthread_mutex_lock(&terminal.lock);
	if (terminal.is_terminal && !terminal.is_within) {
		printf("\r%s%c %u s, Ctrl-C stops%s", code(DIM), frames[frame % sizeof(frames)],
			frame * FRAME_MS / 1000, code(PLAIN));
		fflush(stdout);
		terminal.has_progress = true;
	}
	pthread_mutex_unlock(&terminal.lock);
}

static void *watch(void *token)
{
	struct pollfd fd = { .fd = terminal.bytes[0], .events = POLLIN };
	char byte = INTERRUPT;

	for (unsigned frame = 0; byte != OVER; frame++) {
		poll(&fd, 1, FRAME_MS);
		while (byte != OVER && read(terminal.bytes[0], &byte, 1) == 1)
			if (byte == INTERRUPT && token != NULL)
				oac_cancel_pull(token);
		if (byte != OVER)
			show_progress(frame);
	}
	return NULL;
}

void terminal_wait(struct oac_cancel *token)
{
	terminal.is_watched = pthread_create(&terminal.watcher, NULL, watch, token) == 0;
}

void terminal_wait_end(void)
{
	if (terminal.is_watched && write(terminal.bytes[1], &OVER, 1) == 1)
		pthread_join(terminal.watcher, NULL);
	terminal.is_watched = false;
	clear_progress();
	fflush(stdout);
}

/* ---- reading ---- */

enum {
	END = -1,
	INTERRUPTED = -2,
};

/* The next character of the input, or one of these. */
static int read_byte(void)
{
	struct pollfd fds[] = { { .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = terminal.bytes[0], .events = POLLIN } };
	unsigned char byte;

	for (;;) {
		if (poll(fds, 2, -1) < 0)
			continue; /* by the signal */
		if (read(terminal.bytes[0], &byte, 1) == 1)
			return INTERRUPTED;
		if (fds[0].revents != 0)
			return read(STDIN_FILENO, &byte, 1) == 1 ? byte : END;
	}
}

char *terminal_read_line(const char *prompt)
{
	char *line = NULL;
	size_t size = 0;
	size_t len = 0;
	int byte = END;

	if (terminal.is_terminal)
		terminal_say(GREEN, prompt);
	do {
		if (len == size) {
			char *larger = realloc(line, size = size * 2 + 128);

			if (larger == NULL)
				break;
			line = larger;
		}
		byte = read_byte();
		line[len++] = (char)byte;
	} while (byte >= 0 && byte != '\n');
	/* The terminal itself has ended a line that was typed. */
	if (byte == '\n')
		terminal.is_within = false;
	terminal_end_line();
	if (byte == '\n' || (byte == END && len > 1)) {
		line[len - 1] = '\0';
		return line;
	}
	free(line);
	return NULL;
}

/* ---- beginning ---- */

static void on_interrupt(int number)
{
	(void)number;
	if (write(terminal.bytes[1], &INTERRUPT, 1) < 0)
		return; /* there are enough of them in the pipe */
}

bool terminal_open(void)
{
	const struct sigaction interrupt = { .sa_handler = on_interrupt };
	const char *no_colour = getenv("NO_COLOR");
	const char *kind = getenv("TERM");

	terminal.is_terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && kind != NULL &&
		strcmp(kind, "dumb") != 0;
	terminal.has_colours = terminal.is_terminal && (no_colour == NULL || no_colour[0] == '\0');
	return pipe(terminal.bytes) == 0 && fcntl(terminal.bytes[0], F_SETFL, O_NONBLOCK) == 0 &&
		fcntl(terminal.bytes[1], F_SETFL, O_NONBLOCK) == 0 && sigaction(SIGINT, &interrupt, NULL) == 0;
}
