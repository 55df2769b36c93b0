package org.maxdock.image;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * What a line of a builder says of the steps. The classic builder counts them; BuildKit writes before each line the
 * number of the vertex that it is about, several of which run side by side (docs.docker.com/build, --progress=plain).
 */
public sealed interface BuildLine {

    /** How a step ended. */
    enum End {
        CACHED,
        DONE,
        FAILED,
        CANCELLED
    }

    /**
     * A step begins.
     *
     * @param stage that it is one of; empty where there is one alone, or where the builder does not say
     * @param number among those of its stage
     */
    record Begun(int vertex, String stage, int number, int of, String instruction) implements BuildLine {}

    /**
     * Something begins that is no step of the Dockerfile, such as sending what is built from, or exporting the image.
     */
    record Work(int vertex, String what) implements BuildLine {}

    /** How much of something has come, in the builder's words. */
    record Moved(int vertex, String bytes) implements BuildLine {}

    /** A step has ended; the one that runs where the vertex is {@link #LAST}. */
    record Ended(int vertex, End how) implements BuildLine {}

    /** A layer of the classic builder is there. */
    record Layer(String id) implements BuildLine {}

    /** Something else: what is said by a step, or by the builder. */
    record Said() implements BuildLine {}

    /** The vertex of the classic builder, whose steps follow one another. */
    int LAST = 0;

    Pattern CLASSIC = Pattern.compile("(?s)Step ([0-9]{1,6})/([0-9]{1,6}) : (.*)");
    Pattern LAYER = Pattern.compile("---> ([0-9a-f]{12,64})");
    Pattern STEP = Pattern.compile("(?s)#([0-9]{1,7}) \\[ *(?:[a-z0-9]{1,20}/[a-z0-9/]{1,30}(?:->[a-z0-9/]{1,50})? +)?"
            + "(?:([^ /\\]]{1,200}) +)?([0-9]{1,6})/([0-9]{1,6})\\] (.*)");
    Pattern WORK =
            Pattern.compile("(?s)#([0-9]{1,7}) (\\[internal\\] .{1,200}|\\[context [^ \\]]{1,200}\\] load .{1,200}|"
                    + "(?:exporting|importing cache|resolve image config) .{1,200})");
    Pattern MOVED = Pattern.compile("(?s)#([0-9]{1,7}) (?:transferring [a-z .]{1,40}:|sha256:[0-9a-f]{8,64}) "
            + "([0-9.]{1,12} ?[kMGT]?B(?: / [0-9.]{1,12} ?[kMGT]?B)?)(?: .*)?");
    Pattern CACHED = Pattern.compile("#([0-9]{1,7}) CACHED");
    Pattern FAILED = Pattern.compile("(?s)#([0-9]{1,7}) ERROR: .*");
    Pattern CANCELED = Pattern.compile("#([0-9]{1,7}) CANCELED");
    /** It may stand behind what a step said last, without a line's end between them. */
    Pattern DONE =
            Pattern.compile("(?s)#([0-9]{1,7}) .*#([0-9]{1,7}) DONE [0-9.]{1,20}s|#([0-9]{1,7}) DONE [0-9.]{1,20}s");

    /** What a line says; any line may come. */
    static BuildLine of(String text) {
        String line = text.strip();
        Matcher m = CLASSIC.matcher(line);
        if (m.matches()) {
            return new Begun(LAST, "", Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), m.group(3));
        }
        if (line.startsWith("#")) {
            return ofBuildKit(line);
        }
        if (text.contains("---> Using cache")) {
            return new Ended(LAST, End.CACHED);
        }
        m = LAYER.matcher(line);
        if (m.matches()) {
            return new Layer(m.group(1));
        }
        return new Said();
    }

    private static BuildLine ofBuildKit(String line) {
        Matcher m = STEP.matcher(line);
        if (m.matches()) {
            return new Begun(
                    Integer.parseInt(m.group(1)),
                    m.group(2) == null ? "" : m.group(2),
                    Integer.parseInt(m.group(3)),
                    Integer.parseInt(m.group(4)),
                    m.group(5));
        }
        m = WORK.matcher(line);
        if (m.matches()) {
            return new Work(Integer.parseInt(m.group(1)), m.group(2));
        }
        m = MOVED.matcher(line);
        if (m.matches()) {
            return new Moved(Integer.parseInt(m.group(1)), m.group(2));
        }
        m = CACHED.matcher(line);
        if (m.matches()) {
            return new Ended(Integer.parseInt(m.group(1)), End.CACHED);
        }
        m = FAILED.matcher(line);
        if (m.matches()) {
            return new Ended(Integer.parseInt(m.group(1)), End.FAILED);
        }
        m = CANCELED.matcher(line);
        if (m.matches()) {
            return new Ended(Integer.parseInt(m.group(1)), End.CANCELLED);
        }
        m = DONE.matcher(line);
        if (m.matches()) {
            boolean another = m.group(1) != null && !m.group(1).equals(m.group(2)); // a step's own words
            return another
                    ? new Said()
                    : new Ended(Integer.parseInt(m.group(1) == null ? m.group(3) : m.group(1)), End.DONE);
        }
        return new Said();
    }
}
