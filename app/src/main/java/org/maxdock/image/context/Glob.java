package org.maxdock.image.context;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A pattern for paths: those of Go's filepath.Match (https://pkg.go.dev/path/filepath#Match) and {@code **}, which is
 * any number of folders, or at its end anything. Every other character means itself. It looks at each character of a
 * path once, whatever the pattern is: instead of trying one way after the other it goes all ways at the same time.
 */
final class Glob {

    private sealed interface Part permits Range, Repeated {}

    /** One character: of these from…to, or none of them. */
    private record Range(int[] ends, boolean negated) implements Part {
        boolean takes(int c) {
            boolean in = false;
            for (int i = 0; i < ends.length; i += 2) {
                in |= ends[i] <= c && c <= ends[i + 1];
            }
            return in != negated;
        }
    }

    private enum Repeated implements Part {
        WITHIN_FOLDER,
        FOLDERS,
        ANYTHING
    }

    private static final Range NO_SLASH = new Range(new int[] {'/', '/'}, true);

    private final List<Part> parts;

    private Glob(List<Part> parts) {
        this.parts = parts;
    }

    /** Empty where Go would call it malformed. */
    static Optional<Glob> of(String pattern) {
        List<Part> parts = new ArrayList<>();
        GlobReader reader = new GlobReader(pattern);
        while (reader.more()) {
            if (reader.take("**")) {
                boolean slash = reader.take("/");
                if (!reader.more()) {
                    parts.add(Repeated.ANYTHING);
                } else {
                    parts.add(parts.isEmpty() && !slash && reader.isPlain() ? Repeated.ANYTHING : Repeated.FOLDERS);
                }
            } else if (reader.take("*")) {
                parts.add(Repeated.WITHIN_FOLDER);
            } else if (reader.take("?")) {
                parts.add(NO_SLASH);
            } else if (reader.take("[")) {
                boolean negated = reader.take("^");
                parts.add(new Range(reader.members(), negated));
            } else {
                int c = reader.character();
                parts.add(new Range(new int[] {c, c}, false));
            }
        }
        return reader.isMalformed() ? Optional.empty() : Optional.of(new Glob(parts));
    }

    /** Whether it is a path, or one of the folders that the path lies in. */
    boolean matches(String path) {
        return matches(path, true);
    }

    /** Whether it is a path itself. */
    boolean matchesWhole(String path) {
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
                case Range range -> {
                    if (range.takes(c)) {
                        next.enter(at + 1);
                    }
                }
                case Repeated.WITHIN_FOLDER -> {
                    if (c != '/') {
                        next.enter(at);
                    }
                }
                case Repeated.FOLDERS -> {
                    next.reached.set(at);
                    if (c == '/') {
                        next.enter(at + 1);
                    }
                }
                case Repeated.ANYTHING -> next.enter(at);
            }
        }
        return next;
    }
}
