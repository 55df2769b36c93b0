package org.maxdock.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.maxdock.engine.EngineSilence;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.text.BoundedInput;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A file of an image, out of the archive that the engine gives of it. Links are followed here: docker's client asks by
 * a request that a site's plugin may refuse, and then follows none without a word.
 */
final class FileOfImage {

    private static final String ARCHIVE = UnstartedContainer.SCRIPT + "docker cp \"$id:$2\" -\n";
    /** Each costs a container; Linux would follow 40 (path_resolution(7)). */
    private static final int MOST_LINKS = 10;

    private static final int MOST_SAID = 1 << 16;
    /** Bytes of the archive before the file's own: Linux has names and links of 4 kB, and attributes of 64 kB. */
    private static final int MOST_BEFORE = 1 << 18;

    private final Host host;
    private final String image;
    private final String path;

    FileOfImage(Host host, String image, String path) {
        this.host = host;
        this.image = image;
        this.path = path;
    }

    /**
     * Gives it on as it comes.
     *
     * @param most bytes; the rest is left out
     * @throws Trouble where it is no file, or does not come whole
     */
    void copy(OutputStream to, long most, Cancellation cancellation) throws Trouble {
        String at = path;
        for (int links = 0; links < MOST_LINKS; links++) {
            Optional<String> target = copy(at, to, most, cancellation);
            if (target.isEmpty()) {
                return;
            }
            at = target.get().startsWith("/") ? target.get() : at.substring(0, at.lastIndexOf('/') + 1) + target.get();
        }
        throw new Trouble(TroubleKind.NO_PLAIN_FILE, path, image);
    }

    /** Where it leads to, if it is a link. */
    private Optional<String> copy(String at, OutputStream to, long most, Cancellation cancellation) throws Trouble {
        Command command = Command.script(ARCHIVE, image, at).withLifeline();
        try (Running running = host.start(command, cancellation)) {
            CompletableFuture<byte[]> errors =
                    CompletableFuture.supplyAsync(() -> said(running.errors()), Thread::startVirtualThread);
            BoundedInput given = new BoundedInput(running.output(), MOST_BEFORE);
            TarArchiveInputStream archive = new TarArchiveInputStream(given, StandardCharsets.ISO_8859_1.name());
            TarArchiveEntry entry = archive.getNextEntry(); // which calls itself for each header before it
            given.release();
            if (entry == null) {
                throw refused(new Output(running.await(), new byte[0], errors.join()), at, cancellation);
            }
            if (entry.isSymbolicLink()) {
                end(running);
                return Optional.of(
                        new String(entry.getLinkName().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
            if (entry.isDirectory() || entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice()) {
                end(running);
                throw new Trouble(TroubleKind.NO_PLAIN_FILE, path, image);
            }
            if (copy(archive, to, most) == most) {
                end(running);
            } else {
                Output ended = new Output(awaited(running), new byte[0], errors.join());
                if (!ended.ok()) {
                    throw refused(ended, at, cancellation);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw cancellation.isCancelled()
                    ? new Trouble(e, TroubleKind.CANCELLED)
                    : host.isOpen()
                            ? new Trouble(e, TroubleKind.COPY_FAILED, IoReason.of(e))
                            : new Trouble(e, TroubleKind.CONNECTION_LOST, host.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    private static long copy(InputStream from, OutputStream to, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        while (copied < most) {
            int n = from.read(buffer, 0, (int) Math.min(buffer.length, most - copied));
            if (n < 0) {
                break;
            }
            to.write(buffer, 0, n);
            copied += n;
        }
        return copied;
    }

    /** Has it end before all is given, and clear up. */
    private static void end(Running running) throws IOException, InterruptedException {
        running.input().close();
        awaited(running);
    }

    /** What follows in the archive is of no interest, but is to be read for its writer to end. */
    private static int awaited(Running running) throws IOException, InterruptedException {
        running.output().transferTo(OutputStream.nullOutputStream());
        return running.await();
    }

    private Trouble refused(Output ended, String at, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new Trouble(TroubleKind.CANCELLED);
        }
        if (ended.status() == Running.BROKEN && !host.isOpen()) {
            return new Trouble(TroubleKind.CONNECTION_LOST, host.name());
        }
        Optional<Trouble> silent = EngineSilence.in(ended);
        if (silent.isPresent()) {
            return silent.get();
        }
        String said = ended.errors();
        if (said.contains("No such image")) {
            return new Trouble(TroubleKind.NO_SUCH_IMAGE, image);
        }
        if (said.contains("too many l")) { // of links, in the engine's words or the kernel's
            return new Trouble(TroubleKind.NO_PLAIN_FILE, path, image);
        }
        return said.contains("No such container:path")
                        || said.contains("Could not find the file")
                        || said.contains("not a directory")
                        || said.contains("no such file or directory")
                ? new Trouble(TroubleKind.NOT_IN_IMAGE, at, image)
                : new Trouble(TroubleKind.COPY_FAILED, ended.lastError());
    }

    private static byte[] said(InputStream errors) {
        try {
            return errors.readNBytes(MOST_SAID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
