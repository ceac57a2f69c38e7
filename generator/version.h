/* version.h: of the tool, and of the runtime tables that its output wants. */
#ifndef OAC_GENERATOR_VERSION_H
#define OAC_GENERATOR_VERSION_H

#define OAC_VERSION "0.1.0"
/* Equal to the runtime's; a test compares them. */
#define OAC_CODEC_VERSION 5

#endif
