package org.maxdock.image.context;

import org.maxdock.fuzz.Fuzzed;

/** The reader of this room that gets what others wrote. */
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
}
