/* Writing all or nothing, the manifest, and what is never touched. */
#define _POSIX_C_SOURCE 200809L

#include "diag.h"
#include "manifest.h"
#include "output.h"
#include "replace.h"
#include "fingerprint.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>

#include "capture.h"
#include "folder.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>

#include <cmocka.h>

struct fixture {
	struct diag diag;
	struct folder folder;
	struct capture capture;
	struct output output;
	const char *target; /* where the output goes */
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	folder_make(&fixture->folder);
	fixture->target = fixture->folder.path;
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	diag_clear(&fixture->diag);
	folder_remove(fixture->folder.path);
	free(fixture);
	return 0;
}

/* files: names and texts in turn, then NULL. What is printed is captured. */
static bool commit(struct fixture *fixture, bool force, const char *const *files)
{
	struct output *output = &fixture->output;
	capture_begin(&fixture->capture);
	output_init(output, fixture->target, &fixture->diag);
	for (; *files != NULL; files += 2)
		output_add(output, files[0], strdup(files[1]), strlen(files[1]));
	bool fine = output_commit(output, force);
	output_clear(output);
	capture_end(&fixture->capture);
	diag_clear(&fixture->diag);
	return fine;
}

static bool check(struct fixture *fixture, const char *const *files)
{
	struct output *output = &fixture->output;
	capture_begin(&fixture->capture);
	output_init(output, fixture->target, &fixture->diag);
	for (; *files != NULL; files += 2)
		output_add(output, files[0], strdup(files[1]), strlen(files[1]));
	bool fine = output_check(output);
	output_clear(output);
	capture_end(&fixture->capture);
	diag_clear(&fixture->diag);
	return fine;
}

static void assert_said(const struct fixture *fixture, const char *what)
{
	if (strstr(fixture->capture.text, what) == NULL)
		fail_msg("not said: %s\nbut: %s", what, fixture->capture.text);
}

static void assert_counts(
	const struct fixture *fixture, size_t written, size_t unchanged, size_t removed)
{
	assert_int_equal(fixture->output.written, written);
	assert_int_equal(fixture->output.unchanged, unchanged);
	assert_int_equal(fixture->output.removed, removed);
}

#define FILES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void hash_of(const char *text, size_t len, size_t step, char hash[FINGERPRINT_TEXT_SIZE])
{
	struct fingerprint print;
	fingerprint_init(&print);
	for (size_t at = 0; at < len; at += step)
		fingerprint_add(&print, text + at, len - at < step ? len - at : step);
	fingerprint_text(&print, hash);
}

/* A manifest written on one machine is read on another. */
static void fingerprints(void **state)
{
	(void)state;
	enum { LEN = 1000 };
	char text[LEN];
	char whole[FINGERPRINT_TEXT_SIZE];
	char other[FINGERPRINT_TEXT_SIZE];
	for (size_t i = 0; i < LEN; i++)
		text[i] = (char)('a' + i * i % 26);
	hash_of("", 0, 1, whole);
	assert_string_equal(whole, "534a38d595a25ff2ecede7c555b7cd48");
	hash_of(text, LEN, LEN, whole);
	assert_string_equal(whole, "65f3941b64b826bca3ae39c1170d865f");
	for (size_t step = 1; step <= 40; step++) {
		hash_of(text, LEN, step, other);
		assert_string_equal(other, whole);
	}
	/* every single bit counts, and so does the length */
	for (size_t bit = 0; bit < LEN * 8; bit++) {
		text[bit / 8] = (char)(text[bit / 8] ^ 1 << bit % 8);
		hash_of(text, LEN, LEN, other);
		assert_string_not_equal(other, whole);
		text[bit / 8] = (char)(text[bit / 8] ^ 1 << bit % 8);
	}
	hash_of("a", 1, 1, whole);
	hash_of("a\0", 2, 2, other);
	assert_string_not_equal(other, whole);
}

static void write_and_rewrite(void **state)
{
	struct fixture *fixture = *state;
	assert_true(commit(fixture, false, FILES("b.h", "two", "src/a.c", "one", "empty", "")));
	assert_counts(fixture, 3, 0, 0);
	assert_true(folder_has(&fixture->folder, "b.h", "two"));
	assert_true(folder_has(&fixture->folder, "src/a.c", "one"));
	assert_true(folder_has(&fixture->folder, "empty", ""));
	assert_true(folder_has(&fixture->folder, ".oac-manifest",
		"f4b0e1e83b5a24ea44c3d41b7239ec1c  b.h\n"
		"534a38d595a25ff2ecede7c555b7cd48  empty\n"
		"5a8a0a9dc0cd0bf398d2a893e7c547ac  src/a.c\n"));
	struct stat info;
	assert_int_equal(stat(folder_join(&fixture->folder, "b.h"), &info), 0);
	assert_int_equal(info.st_mode & 0600, 0600);

	/* Nothing to do: nothing is touched. */
	const struct timespec past[2] = { { 1000, 0 }, { 1000, 0 } };
	assert_int_equal(utimensat(AT_FDCWD, folder_join(&fixture->folder, "b.h"), past, 0), 0);
	assert_int_equal(utimensat(AT_FDCWD, fixture->folder.path, past, 0), 0);
	assert_true(commit(fixture, false, FILES("b.h", "two", "src/a.c", "one", "empty", "")));
	assert_counts(fixture, 0, 3, 0);
	assert_int_equal(stat(folder_join(&fixture->folder, "b.h"), &info), 0);
	assert_int_equal(info.st_mtime, 1000);
	assert_int_equal(stat(fixture->folder.path, &info), 0);
	assert_int_equal(info.st_mtime, 1000);

	assert_true(commit(fixture, false, FILES("b.h", "2", "new.h", "n")));
	assert_counts(fixture, 2, 0, 2);
	assert_true(folder_has(&fixture->folder, "b.h", "2"));
	assert_true(folder_has(&fixture->folder, "src/a.c", NULL));
	assert_int_equal(folder_count(&fixture->folder, "src"), -1);
	assert_int_equal(folder_count(&fixture->folder, "."), 3);
	assert_string_equal(fixture->capture.text, "");
}

static void foreign_files(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "mine.c", "by hand");
	folder_write(&fixture->folder, "same.c", "same");
	assert_false(commit(fixture, false, FILES("a.c", "a", "mine.c", "m", "same.c", "same")));
	assert_said(fixture, "/mine.c: error: is in the way: oac did not write it");
	assert_int_equal(folder_count(&fixture->folder, "."), 2);
	assert_true(folder_has(&fixture->folder, "mine.c", "by hand"));
	assert_counts(fixture, 0, 0, 0);

	assert_true(commit(fixture, true, FILES("a.c", "a", "mine.c", "m", "same.c", "same")));
	assert_counts(fixture, 2, 1, 0);
	assert_true(folder_has(&fixture->folder, "mine.c", "m"));

	/* A file that oac never wrote survives every run. */
	folder_write(&fixture->folder, "other.c", "other");
	assert_true(commit(fixture, true, FILES("a.c", "a")));
	assert_true(folder_has(&fixture->folder, "other.c", "other"));
	assert_true(folder_has(&fixture->folder, "mine.c", NULL));
}

static void edited_files(void **state)
{
	struct fixture *fixture = *state;
	assert_true(commit(fixture, false, FILES("a.c", "a", "b.c", "b")));
	folder_write(&fixture->folder, "a.c", "edited");
	assert_false(commit(fixture, false, FILES("a.c", "a2", "b.c", "b2")));
	assert_said(fixture, "/a.c: error: was edited since oac wrote it");
	assert_true(folder_has(&fixture->folder, "a.c", "edited"));
	assert_true(folder_has(&fixture->folder, "b.c", "b"));
	assert_true(commit(fixture, true, FILES("a.c", "a2", "b.c", "b2")));
	assert_true(folder_has(&fixture->folder, "a.c", "a2"));

	/* Edited to what is wanted is fine; edited and no longer made is kept. */
	folder_write(&fixture->folder, "a.c", "a3");
	folder_write(&fixture->folder, "b.c", "edited");
	assert_true(commit(fixture, false, FILES("a.c", "a3")));
	assert_said(fixture, "/b.c: warning: is no longer made, but was edited: it is kept");
	assert_true(folder_has(&fixture->folder, "b.c", "edited"));
	assert_true(commit(fixture, false, FILES("a.c", "a4")));
	assert_string_equal(fixture->capture.text, "");
	assert_true(folder_has(&fixture->folder, "b.c", "edited"));
}

static void in_the_way(void **state)
{
	struct fixture *fixture = *state;
	mkdir(folder_join(&fixture->folder, "a.c"), 0777);
	assert_false(commit(fixture, true, FILES("a.c", "a")));
	assert_said(fixture, "/a.c: error: is in the way: no plain file");
	folder_write(&fixture->folder, "src", "a file");
	assert_false(commit(fixture, true, FILES("src/a.c", "a")));
	assert_said(fixture, "/src: error: is in the way: no folder");

	/* A link is no way out of the folder, neither as a file nor as a subfolder. */
	char outside[] = "/tmp/oac-outside-XXXXXX";
	assert_non_null(mkdtemp(outside));
	assert_int_equal(symlink(outside, folder_join(&fixture->folder, "link")), 0);
	assert_false(commit(fixture, true, FILES("link/a.c", "a")));
	assert_said(fixture, "/link: error: is in the way: no folder");
	assert_false(commit(fixture, true, FILES("link", "a")));
	assert_said(fixture, "/link: error: is in the way: no plain file");
	assert_int_equal(rmdir(outside), 0);
	assert_int_equal(folder_count(&fixture->folder, "."), 3);
}

static void names(void **state)
{
	static const char *const bad[] = { "", ".", "..", "../a", "/a", "a/", "a//b", "a/b/c",
		"a/..", "a/.", "./a", "a b", "a\nb", "\xC3\xA9", "a\\b", MANIFEST_NAME };
	static const char *const good[] = { "a", "a/b", ".clang-format", "a..b", "_-.", "A9/x.h" };
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		if (manifest_allows(bad[i]))
			fail_msg("allowed: '%s'", bad[i]);
	}
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		if (!manifest_allows(good[i]))
			fail_msg("not allowed: '%s'", good[i]);
	}
	assert_false(commit(fixture, true, FILES("fine.c", "a", "../evil.c", "b")));
	assert_said(fixture, "this is no name for a file of the output");
	assert_false(commit(fixture, true, FILES("a.c", "a", "b.c", "b", "a.c", "c")));
	assert_said(fixture, "/a.c: error: would be made twice");
	assert_int_equal(folder_count(&fixture->folder, "."), 0);
}

#define HASH "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431e" /* all but its last digit */

static void bad_manifest(void **state)
{
	static const char *const lines[] = {
		"junk\n",
		HASH "d  ../../etc/passwd\n",
		HASH "d  /etc/passwd\n",
		HASH "d a.c\n",
		HASH "  a.c\n",
		HASH "d  cut",
	};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		folder_write(&fixture->folder, MANIFEST_NAME, lines[i]);
		assert_false(commit(fixture, true, FILES("a.c", "a")));
		assert_said(fixture, "/.oac-manifest:1:1: error: this is no line of a manifest");
		assert_int_equal(folder_count(&fixture->folder, "."), 1);
	}
}

/* Nobody writes to a pipe that lies about. */
static void odd_manifest(void **state)
{
	struct fixture *fixture = *state;
	assert_int_equal(mkfifo(folder_join(&fixture->folder, MANIFEST_NAME), 0666), 0);
	assert_false(commit(fixture, true, FILES("a.c", "a")));
	assert_said(fixture, "/.oac-manifest: error: is in the way: no plain file");
	assert_int_equal(unlink(folder_join(&fixture->folder, MANIFEST_NAME)), 0);
	assert_int_equal(mkdir(folder_join(&fixture->folder, MANIFEST_NAME), 0777), 0);
	assert_false(commit(fixture, true, FILES("a.c", "a")));
	assert_said(fixture, "/.oac-manifest: error: is in the way: no plain file");
	assert_int_equal(folder_count(&fixture->folder, "."), 1);
}

static void new_folders(void **state)
{
	struct fixture *fixture = *state;
	fixture->target = folder_join(&fixture->folder, "x/y//z/");
	assert_true(commit(fixture, false, FILES("s/a.c", "a")));
	assert_true(folder_has(&fixture->folder, "x/y/z/s/a.c", "a"));

	/* A folder that cannot be made. */
	folder_write(&fixture->folder, "file", "");
	fixture->target = folder_join(&fixture->folder, "file/x");
	assert_false(commit(fixture, false, FILES("a.c", "a")));
	assert_said(fixture, "/file: error: cannot make this folder: Not a directory");
}

/* The second file cannot be written: the first must not be left, nor new folders. */
static void no_room(void **state)
{
	struct fixture *fixture = *state;
	assert_true(commit(fixture, false, FILES("a.c", "old", "stale.c", "s")));
	char large[5000];
	memset(large, 'x', sizeof(large) - 1);
	large[sizeof(large) - 1] = '\0';

	struct rlimit before;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	const struct rlimit limit = { 4096, before.rlim_max };
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	bool fine = commit(fixture, false, FILES("a.c", "new", "sub/b.c", "small", "z.c", large));
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, handler);

	assert_false(fine);
	assert_said(fixture, "/z.c: error: cannot write: File too large");
	assert_true(folder_has(&fixture->folder, "a.c", "old"));
	assert_true(folder_has(&fixture->folder, "stale.c", "s"));
	assert_int_equal(folder_count(&fixture->folder, "."), 3);
	assert_true(commit(fixture, false, FILES("a.c", "new", "sub/b.c", "small", "z.c", large)));
	assert_counts(fixture, 3, 0, 1);
}

/* A rename that fails undoes those before it. */
static void late_failure(void **state)
{
	struct fixture *fixture = *state;
	struct folder *folder = &fixture->folder;
	struct replace replace = { .diag = &fixture->diag };
	folder_write(folder, "old.c", "old");
	folder_write(folder, "gone.c", "gone");
	mkdir(folder_join(folder, "sub"), 0777);
	assert_true(replace_write(&replace, folder_join(folder, "old.c"), "new", 3));
	assert_true(replace_write(&replace, folder_join(folder, "added.c"), "added", 5));
	replace_remove(&replace, folder_join(folder, "gone.c"));
	assert_true(replace_write(&replace, folder_join(folder, "sub/x.c"), "x", 1));
	folder_remove(folder_join(folder, "sub"));

	fixture->diag.quiet = true;
	assert_false(replace_apply(&replace));
	replace_clear(&replace);
	assert_true(folder_has(folder, "old.c", "old"));
	assert_true(folder_has(folder, "gone.c", "gone"));
	assert_int_equal(folder_count(folder, "."), 2);
	assert_int_equal(fixture->diag.errors, 1);
}

static void checking(void **state)
{
	struct fixture *fixture = *state;
	assert_true(commit(fixture, false, FILES("a.c", "a", "b.c", "b")));
	assert_true(check(fixture, FILES("b.c", "b", "a.c", "a")));
	assert_string_equal(fixture->capture.text, "");
	assert_false(check(fixture, FILES("a.c", "a2", "c.c", "c")));
	assert_said(fixture, "/a.c: error: differs from what would be written");
	assert_said(fixture, "/c.c: error: is missing");
	assert_said(fixture, "/b.c: error: is no longer made");
	assert_true(folder_has(&fixture->folder, "a.c", "a"));
	assert_int_equal(folder_count(&fixture->folder, "."), 3);

	unlink(folder_join(&fixture->folder, "b.c"));
	assert_true(check(fixture, FILES("a.c", "a")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fingerprints),
		cmocka_unit_test_setup_teardown(write_and_rewrite, set_up, tear_down),
		cmocka_unit_test_setup_teardown(foreign_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(edited_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(in_the_way, set_up, tear_down),
		cmocka_unit_test_setup_teardown(names, set_up, tear_down),
		cmocka_unit_test_setup_teardown(bad_manifest, set_up, tear_down),
		cmocka_unit_test_setup_teardown(odd_manifest, set_up, tear_down),
		cmocka_unit_test_setup_teardown(new_folders, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_room, set_up, tear_down),
		cmocka_unit_test_setup_teardown(late_failure, set_up, tear_down),
		cmocka_unit_test_setup_teardown(checking, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("output", tests, NULL, NULL);
}
