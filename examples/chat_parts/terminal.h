/*
 * terminal.h: a terminal to talk in. While an answer is awaited a second thread shows that time
 * passes, and sees to Ctrl-C.
 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include "oac_client.h"

#include <stdbool.h>

enum colour { PLAIN, DIM, RED, GREEN };

/* Colours and progress are for terminals, and NO_COLOR is obeyed. False: it cannot be used. */
bool terminal_open(void);

/* text may be NULL. What comes from the model must not steer the terminal: control characters do not pass. */
void terminal_say(enum colour colour, const char *text);
/* Ends the line that was begun, if one was. */
void terminal_end_line(void);

/* Until terminal_wait_end, Ctrl-C pulls the token. */
void terminal_wait(struct oac_cancel *token);
void terminal_wait_end(void);

/* A line without its end, to be freed; NULL at the end of the input, and at Ctrl-C. */
char *terminal_read_line(const char *prompt);

#endif
