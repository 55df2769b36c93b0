package org.maxdock.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.maxdock.text.IoReason;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Where results go. A print stream tells only that something could not be written; this knows why, so that a full disk
 * or a closed output is a failure, as of the tools of GNU, and a reader that has had enough is none that needs words.
 */
public final class StandardOutput {

    private static final Path OF_PROCESS = Path.of("/proc/self/fd/1");

    /** The type of a file in its mode (inode(7)). */
    private static final int TYPE = 0xF000;

    private static final int PIPE = 0x1000;
    private static final int SOCKET = 0xC000;

    private final Path descriptor;
    private final Noted noted;
    private final PrintStream stream;

    /** @param descriptor by which the system shows what is written to */
    StandardOutput(OutputStream to, Path descriptor, Charset charset) {
        this.descriptor = descriptor;
        this.noted = new Noted(to);
        this.stream = new PrintStream(new BufferedOutputStream(noted), true, charset);
    }

    /** That of this process. */
    public static StandardOutput ofProcess() {
        Charset locale = System.out.charset();
        boolean terminal = !isUnicode(locale) && Console.isTerminal();
        return new StandardOutput(new FileOutputStream(FileDescriptor.out), OF_PROCESS, results(locale, terminal));
    }

    /** Standard error of this process, as its terminal or log reads it. */
    public static PrintStream errors() {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.err)),
                true,
                messages(System.err.charset()));
    }

    /** The same for what no command says itself, such as warnings of the log. */
    public static PrintStream shown(PrintStream errors) {
        return new PrintStream(new ShownOutput(errors), true, errors.charset());
    }

    /**
     * Results are UTF-8 wherever a program may read them: JSON is (RFC 8259, 8.1), and the paths in a script are bytes
     * of the cluster. Only a terminal of another encoding would show that as something else.
     */
    static Charset results(Charset locale, boolean terminal) {
        return terminal ? messages(locale) : StandardCharsets.UTF_8;
    }

    /** Messages are as the locale has them; one of ASCII has no other characters, and its terminal mostly has. */
    static Charset messages(Charset locale) {
        return locale.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : locale;
    }

    private static boolean isUnicode(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    }

    public PrintStream stream() {
        return stream;
    }

    /**
     * Writes out what is left, and says where that or anything before it could not be written.
     *
     * @param status of the command
     * @return the status to end with
     */
    public int end(int status, PrintStream err, Locale locale) {
        if (!stream.checkError() || noted.failure().isEmpty()) {
            return status;
        }
        IOException failure = noted.failure().get();
        if (isUnread(failure)) {
            return status == Exit.DONE ? Exit.NOBODY_READS : status;
        }
        Trouble trouble = new Trouble(failure, TroubleKind.OUTPUT_CUT, IoReason.of(failure));
        err.println("maxdock: " + new Texts(locale).explain(trouble));
        return status == Exit.DONE || status == Exit.NOBODY_READS ? Exit.FAILED : status;
    }

    /** As after {@code | head}; of pipes the system says nothing else, whatever the language of its words. */
    private boolean isUnread(IOException failure) {
        return isPipe() || String.valueOf(failure.getMessage()).contains("Broken pipe");
    }

    private boolean isPipe() {
        try {
            int type = (int) Files.getAttribute(descriptor, "unix:mode") & TYPE;
            return type == PIPE || type == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            System.getLogger(StandardOutput.class.getName()).log(System.Logger.Level.DEBUG, "not to be seen", e);
            return false;
        }
    }

    /** Keeps the first failure. */
    private static final class Noted extends FilterOutputStream {

        private Optional<IOException> failure = Optional.empty();

        Noted(OutputStream to) {
            super(to);
        }

        synchronized Optional<IOException> failure() {
            return failure;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                note(e);
                throw e;
            }
        }

        private synchronized void note(IOException e) {
            failure = failure.or(() -> Optional.of(e));
        }
    }
}
