package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Trouble;

/** What the tests of those say that Docker's clients read a .dockerignore with, and of the clients themselves. */
class IgnoreFactsTest {

    /** By both ways to look: each path for itself, and from folder to folder as BuildKit does. */
    private static void isLeftOut(String lines, String path, String left) throws Trouble {
        if (left.equals("refused")) {
            assertThatThrownBy(() -> IgnoreRules.parse(lines, "Dockerfile")).isInstanceOf(Trouble.class);
            return;
        }
        IgnoreRules rules = IgnoreRules.parse(lines, "Dockerfile");
        boolean expected = Boolean.parseBoolean(left);
        assertThat(rules.names(path)).as("by itself").isEqualTo(expected);
        IgnoreRules.Verdict verdict = IgnoreRules.Verdict.OF_ALL;
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            verdict = rules.verdict(path.substring(0, end), verdict);
        }
        assertThat(rules.verdict(path, verdict).leftOut()).as("from above").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "ignore-facts.csv", delimiter = ';', quoteCharacter = '\'')
    void ofThePatterns(String patterns, String path, String left) throws Trouble {
        isLeftOut(patterns.replace(',', '\n'), path, left);
    }

    /** Files that a client is built to send or not, by lines that are parted by a bar. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|.git|pkg|.gitignore|src/_vendor|*.md|**/*.cc|dir; src/x.go; false",
                "|.git|pkg|.gitignore|src/_vendor|*.md|**/*.cc|dir; Makefile; false",
                "|.git|pkg|.gitignore|src/_vendor|*.md|**/*.cc|dir; src/_vendor/v.go; true",
                "|.git|pkg|.gitignore|src/_vendor|*.md|**/*.cc|dir; .gitignore; true",
                "|.git|pkg|.gitignore|src/_vendor|*.md|**/*.cc|dir; README.md; true",
                "|.git|pkg|.gitignore|src/_vendor|*.md|**/*.cc|dir; dir/foo; true",
                "|.git|pkg|.gitignore|src/_vendor|*.md|**/*.cc|dir; .git/HEAD; true",
                "|.git|pkg|.gitignore|src/_vendor|*.md|**/*.cc|dir; v.cc; true",
                "|.git|pkg|.gitignore|src/_vendor|*.md|**/*.cc|dir; src/v.cc; true",
                "./foo|dir1//foo|./dir1/../foo2; foo; true",
                "./foo|dir1//foo|./dir1/../foo2; foo2; true",
                "./foo|dir1//foo|./dir1/../foo2; dir1/foo; true",
                "dir|!dir/e*|!dir/dir/foo|**/*.cc|!**/*.cc; dir/dir/foo; false",
                "dir|!dir/e*|!dir/dir/foo|**/*.cc|!**/*.cc; dir/dir/f1; true",
                "dir|!dir/e*|!dir/dir/foo|**/*.cc|!**/*.cc; dir/foo1; true",
                "dir|!dir/e*|!dir/dir/foo|**/*.cc|!**/*.cc; dir/e; false",
                "dir|!dir/e*|!dir/dir/foo|**/*.cc|!**/*.cc; dir/e-dir/foo; false",
                "dir|!dir/e*|!dir/dir/foo|**/*.cc|!**/*.cc; dir/a.cc; false",
                "*; .gitignore; true",
                ".*; .gitignore; true",
                ".*; Makefile; false",
                "**; dir/file1; true",
                "**/; dir/file1; true",
                "**/**; dir/file1; true",
                "*; dir/file1; true",
                "!; x; refused",
                "**/file0; file0; true",
                "**/file0; dir1/dir2/file0; true",
                "**/*file1; dir1/dir2/file1; true",
                "**/dir1/file2; dir1/file2; true",
                "**/dir1/file2; dir1/dir2/file2; false",
                "dir1/**/file4; dir1/dir2/file4; true",
                "**/dir2/file5; dir1/dir2/file5; true",
                "**/dir1/dir2/file6; dir1/dir2/file6; true",
                "dir1/dir3/**; dir1/dir3; false",
                "dir1/dir3/**; dir1/dir3/file7; true",
                "**/dir4/**; dir1/dir4; false",
                "**/dir4/**; dir1/dir4/file9; true",
                "**/file?A; dir1/dir5/fileAA; true",
                "**/file\\?B; dir1/dir5/fileAB; false",
                "**/dir5/file.; dir1/dir5/fileB; false",
                "foo|#dir1/foo|foo2|#1|  #2; dir1/foo; false",
                "foo|#dir1/foo|foo2|#1|  #2; #1; false",
                "foo|#dir1/foo|foo2|#1|  #2; #2; true",
                "\uFEFF./own|x; own; true",
                "test1|/test2|/a/file/here||lastfile|# a comment; test2; true",
                "test1|/test2|/a/file/here||lastfile|# a comment; a/file/here; true",
                "test1|/test2|/a/file/here||lastfile|# a comment; lastfile; true",
                "all|! /all/abs/path; all/abs/path; false",
                "! ; x; refused",
                "foo*|!foo/bar2; foo2; true",
                "foo*|!foo/bar2; foo/bar2; false",
                "**/bar|!foo/bar/baz; foo/bar/baz; false",
                "**/bar|!foo/bar; foo/bar; false",
                "foo|!foo/bar|foo/bar/baz|!foo/bar/baz/x; foo/bar/baz/x; false",
                "foo|!foo/bar|foo/bar/baz|!foo/bar/baz/x; foo/bar/baz/y; true",
            })
    void ofTheClients(String lines, String path, String left) throws Trouble {
        isLeftOut(lines.replace('|', '\n'), path, left);
    }
}
