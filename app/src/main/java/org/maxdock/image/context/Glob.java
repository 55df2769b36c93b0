package org.maxdock.image.context;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A pattern for paths: a star is anything within a name, a question mark any character of one, {@code **} any number of
 * folders, or at its end anything; every other character means itself. It looks at each character of a path once,
 * whatever the pattern is: instead of trying one way after the other it goes all ways at the same time.
 */
final class Glob implements PathPattern {

    private sealed interface Part permits One, Repeated {}

    /** This character; or, below 0, any but a slash. */
    private record One(int character) implements Part {
        boolean takes(int c) {
            return character < 0 ? c != '/' : c == character;
        }
    }

    private enum Repeated implements Part {
        WITHIN_FOLDER,
        FOLDERS,
        ANYTHING
    }

    private final List<Part> parts;
    /** Whether what is repeated ends before the end of a line, as the dot of a regular expression does. */
    private final boolean inLines;

    private Glob(List<Part> parts, boolean inLines) {
        this.parts = parts;
        this.inLines = inLines;
    }

    static Glob of(String pattern) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            int c = pattern.codePointAt(at);
            if (pattern.startsWith("**", at)) {
                boolean slash = pattern.startsWith("/", at + 2);
                at += slash ? 3 : 2;
                boolean suffix = parts.isEmpty() && !slash && isPlain(pattern.substring(at));
                Part any = at == pattern.length() || suffix ? Repeated.ANYTHING : Repeated.FOLDERS;
                if (parts.isEmpty() || !parts.getLast().equals(any)) { // any number of any number is any number
                    parts.add(any);
                }
            } else {
                parts.add(c == '*' ? Repeated.WITHIN_FOLDER : new One(c == '?' ? -1 : c));
                at += Character.charCount(c);
            }
        }
        return new Glob(parts, RegexPattern.isMade(pattern));
    }

    private static boolean isPlain(String rest) {
        return rest.indexOf('*') < 0 && rest.indexOf('?') < 0;
    }

    @Override
    public boolean matches(String path) {
        return matches(path, true);
    }

    @Override
    public boolean matchesWhole(String path) {
        return matches(path, false);
    }

    private boolean matches(String path, boolean orFolder) {
        Places here = new Places();
        here.enter(0);
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            if (orFolder && c == '/' && here.atEnd()) {
                return true;
            }
            here = after(here, c);
            if (here.reached.isEmpty()) {
                return false;
            }
            i += Character.charCount(c);
        }
        return here.atEnd();
    }

    /** Before which parts one may be. */
    private final class Places {

        private final BitSet reached = new BitSet();
        /** From which all that can be passed over without a character has been; so none is twice. */
        private final BitSet passed = new BitSet();

        /** Is before a part, and before what follows, as far as the parts between may be none at all. */
        void enter(int part) {
            int at = part;
            reached.set(at);
            while (at < parts.size() && parts.get(at) instanceof Repeated && !passed.get(at)) {
                passed.set(at);
                reached.set(++at);
            }
        }

        boolean atEnd() {
            return reached.get(parts.size());
        }
    }

    private Places after(Places here, int c) {
        Places next = new Places();
        BitSet from = here.reached;
        for (int at = from.nextSetBit(0); at >= 0 && at < parts.size(); at = from.nextSetBit(at + 1)) {
            switch (parts.get(at)) {
                case One one -> {
                    if (one.takes(c)) {
                        next.enter(at + 1);
                    }
                }
                case Repeated.WITHIN_FOLDER -> {
                    if (c != '/') {
                        next.enter(at);
                    }
                }
                case Repeated.FOLDERS -> {
                    if (isPassed(c)) {
                        next.reached.set(at);
                    }
                    if (c == '/') {
                        next.enter(at + 1);
                    }
                }
                case Repeated.ANYTHING -> {
                    if (isPassed(c)) {
                        next.enter(at);
                    }
                }
            }
        }
        return next;
    }

    private boolean isPassed(int c) {
        return !inLines || c != '\n';
    }
}
