package org.maxdock.image.context;

import org.maxdock.fuzz.Fuzzed;

/** The readers of this room that get what others wrote. */
public final class ContextParsers {

    private ContextParsers() {}

    public static Fuzzed ignore() {
        return Fuzzed.raw(
                ".dockerignore",
                text -> {
                    IgnoreRules rules = IgnoreRules.parse(text, "Dockerfile");
                    rules.ignores("a/b/c.txt");
                    rules.ignores("a".repeat(200) + "/x/".repeat(50) + "y");
                    rules.takesBackBelow("a/b");
                },
                "# all but\n*\n!src/**/*.py\n[a-c]?\\*\n/x/../y/\n",
                "**/a*a*a*a*b\n!**/x/**/y");
    }

    public static Fuzzed copy() {
        return Fuzzed.bytes(
                "what a host has of a folder",
                ContextCopy::listed,
                "d 755 1 d\0\0f 4751 1.5 d/a b\0\0l 777 1600000000.1234567890 l\0/x\0\0" + "a".repeat(64)
                        + "  ./d/a b\0",
                "\0");
    }
}
