/* unicode_table.h: what Unicode says of all code points. */
#ifndef OAC_UNICODE_TABLE_H
#define OAC_UNICODE_TABLE_H

/*
 * The general category of every code point, from U+0000 on, in runs: two letters name it, and a
 * number follows unless the run is of one code point. NULL ends the lines; no run goes over one.
 */
extern const char *const unicode_runs[];

#endif
