package org.maxdock.text;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one way in for what others wrote: the answer of a server, a member of an archive, a document that was pasted, a
 * file that came with a project. It is not read where it is larger than any honest one, and whatever goes wrong while
 * it is read comes out as a {@link Trouble} that names it. That reading ends soon is the readers' part: they look at
 * each character a bounded number of times, and call themselves to a bounded depth.
 */
public final class Untrusted {

    /** As much as is collected of a command's output. */
    public static final int LARGE = 64 << 20;

    private static final int SHOWN = 160;

    /** Reads it; may throw whatever it meets. */
    @FunctionalInterface
    public interface Reader<I, T> {
        T read(I input) throws Exception;
    }

    private final int most;
    private final TroubleKind kind;
    private final List<Object> about;

    private Untrusted(int most, TroubleKind kind, List<Object> about) {
        this.most = most;
        this.kind = kind;
        this.about = about;
    }

    /**
     * @param most bytes, or characters, that it may have
     * @param kind of the trouble where it cannot be read
     * @param about the trouble's arguments; the reason comes after them
     */
    public static Untrusted of(int most, TroubleKind kind, Object... about) {
        return new Untrusted(most, kind, List.of(about));
    }

    public <T> T text(String text, Reader<String, T> reader) throws Trouble {
        return read(text, text.length(), reader);
    }

    public <T> T bytes(byte[] bytes, Reader<byte[], T> reader) throws Trouble {
        return read(bytes, bytes.length, reader);
    }

    /** Words that have been parted already; their number counts as well as their length. */
    public <T> T words(List<String> words, Reader<List<String>, T> reader) throws Trouble {
        return read(words, words.stream().mapToLong(w -> 1L + w.length()).sum(), reader);
    }

    private <I, T> T read(I input, long size, Reader<I, T> reader) throws Trouble {
        if (size > most) {
            throw trouble(null, Reason.of("reason.too-long", size + " characters, of at most " + most, size, most));
        }
        try {
            return reader.read(input);
        } catch (Trouble e) {
            throw e;
        } catch (InvalidValue e) {
            throw e.trouble();
        } catch (IOException e) {
            throw trouble(e, IoReason.of(e));
        } catch (StackOverflowError e) {
            throw trouble(e, Reason.of("reason.too-deep", "it is nested too deeply"));
        } catch (Exception e) {
            throw trouble(e, Unreadable.FORM);
        }
    }

    private Trouble trouble(Throwable cause, Reason reason) {
        Reason shown = new Reason(
                Printable.line(reason.plain(), SHOWN),
                reason.key(),
                reason.arguments().stream().map(a -> Printable.line(a, SHOWN)).toList());
        return new Trouble(
                cause, kind, Stream.concat(about.stream(), Stream.of(shown)).toArray());
    }
}
