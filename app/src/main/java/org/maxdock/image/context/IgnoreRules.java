package org.maxdock.image.context;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.maxdock.text.IoReason;
import org.maxdock.text.RawText;
import org.maxdock.text.RegularFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;
import org.maxdock.text.Valid;

/**
 * A .dockerignore: patterns in order, of which the last that matches decides, {@code !} takes back. As Docker's client
 * reads it (https://docs.docker.com/build/concepts/context/#dockerignore-files). Beside what these name, MaxDock's own
 * files are left out.
 */
final class IgnoreRules {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST = 1 << 20;
    /** Characters of patterns that are regular expressions, each of which costs at each character of a path. */
    private static final int MOST_REGULAR = 1 << 16;

    private final List<IgnorePattern> patterns;
    private final List<IgnorePattern> written;

    /**
     * @param patterns all that decide, those among them that take back what a build needs
     * @param written those that stand there
     */
    private IgnoreRules(List<IgnorePattern> patterns, List<IgnorePattern> written) {
        this.patterns = patterns;
        this.written = written;
    }

    /**
     * The rules of a build folder, by which its Dockerfile and its .dockerignore are always sent; none where it has no
     * .dockerignore. One that bears the name of the Dockerfile goes before the folder's.
     */
    static IgnoreRules of(Path folder, String dockerfile) throws Trouble {
        Path own = folder.resolve(dockerfile + ".dockerignore");
        Path file = Files.exists(own) ? own : folder.resolve(".dockerignore");
        if (!Files.exists(file)) {
            return new IgnoreRules(List.of(), List.of());
        }
        return Untrusted.of(MOST, TroubleKind.FILE_UNREADABLE, file)
                .bytes(
                        RegularFile.read(file)
                                .orElseThrow(() -> new Trouble(TroubleKind.FILE_UNREADABLE, file, IoReason.NONE)),
                        bytes -> parse(RawText.of(bytes), dockerfile));
    }

    static IgnoreRules parse(String text, String dockerfile) throws Trouble {
        List<IgnorePattern> patterns = new ArrayList<>();
        String whole = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        int regular = 0;
        for (String line : whole.split("\n")) {
            String pattern = trim(line);
            if (!line.startsWith("#") && !pattern.isEmpty()) {
                regular += RegexPattern.isOne(pattern) ? pattern.length() : 0;
                if (regular > MOST_REGULAR) {
                    throw new Trouble(TroubleKind.DOCKERIGNORE_PATTERN, Valid.shown(pattern));
                }
                patterns.add(IgnorePattern.of(comparable(clean(relative(pattern)))));
            }
        }
        List<IgnorePattern> written = List.copyOf(patterns);
        for (String always : List.of(".dockerignore", clean(dockerfile))) {
            if (new IgnoreRules(patterns, written).names(always)) {
                patterns.add(IgnorePattern.of("!" + always));
            }
        }
        return new IgnoreRules(patterns, written);
    }

    /** Without a slash in front, which would be the folder itself. */
    private static String relative(String pattern) {
        boolean exception = pattern.startsWith("!");
        String path = exception ? trim(pattern.substring(1)) : pattern;
        String cleaned = path.isEmpty() ? path : clean(path);
        return (exception ? "!" : "")
                + (cleaned.length() > 1 && cleaned.startsWith("/") ? cleaned.substring(1) : cleaned);
    }

    /** Without blanks of any kind around it, as Go's strings.TrimSpace. */
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
    }

    /** The shortest path that says the same, as Go's path.Clean. */
    private static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && rooted)) {
                parts.addLast(part);
            }
        }
        String cleaned = (rooted ? "/" : "") + String.join("/", parts);
        return cleaned.isEmpty() ? "." : cleaned;
    }

    /** Bytes that are not UTF-8 are all one to Go where it looks at characters. */
    private static String comparable(String path) {
        return RawText.isRaw(path) ? path.replaceAll("[\\x{DC80}-\\x{DCFF}]", "\uFFFD") : path;
    }

    /** Whether a path, relative to the folder and with slashes, is left out. */
    boolean ignores(String path) {
        return OwnFiles.has(path) || names(path);
    }

    /** Whether .dockerignore itself leaves a path out. */
    boolean names(String path) {
        String name = comparable(path);
        boolean ignored = false;
        for (IgnorePattern pattern : patterns) {
            if (pattern.isException() == ignored && pattern.matches(name)) {
                ignored = !pattern.isException();
            }
        }
        return ignored;
    }

    /**
     * Whether something in a folder that is left out may be taken back, so that it must be looked into all the same.
     */
    boolean takesBackBelow(String folder) {
        String name = comparable(folder);
        return patterns.stream().anyMatch(p -> p.isException() && p.isBelow(name));
    }

    /**
     * What the patterns say of a path.
     *
     * @param leftOut whether it is
     * @param named the patterns that name it, or that named a folder above it, by their places
     */
    record Verdict(boolean leftOut, BitSet named) {
        static final Verdict OF_ALL = new Verdict(false, new BitSet());
    }

    /**
     * What they say of a path by what they said of the folder that it is in. So BuildKit's client looks through a
     * folder (moby/patternmatcher, MatchesUsingParentResults), which comes to another end than {@link #names} where an
     * exception names a folder that nothing had left out: it does not hold for what is in it. Of what a build needs,
     * nothing is taken back.
     */
    Verdict verdict(String path, Verdict folder) {
        String name = comparable(path);
        BitSet named = new BitSet();
        boolean leftOut = false;
        for (int i = 0; i < written.size(); i++) {
            IgnorePattern pattern = written.get(i);
            boolean asked = pattern.isException() == leftOut;
            if (folder.named().get(i) || asked && pattern.matchesWhole(name)) {
                named.set(i);
                leftOut = !pattern.isException();
            }
        }
        return new Verdict(leftOut, named);
    }

    /** The first pattern that clients before Docker 23 may read otherwise; empty where there is none. */
    Optional<String> readOtherwise() {
        boolean exceptions = takesBack();
        return written.stream()
                .filter(p -> p.isReadOtherwise(exceptions))
                .map(IgnorePattern::shown)
                .findFirst();
    }

    /** Whether anything that is in a folder that is left out can be taken back. */
    boolean takesBack() {
        return written.stream().anyMatch(IgnorePattern::isException);
    }
}
