package org.maxdock.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.maxdock.engine.EngineSilence;
import org.maxdock.engine.Progress;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.FileVersion;
import org.maxdock.host.Host;
import org.maxdock.host.HostFiles;
import org.maxdock.host.Output;
import org.maxdock.host.OwnFile;
import org.maxdock.host.Running;
import org.maxdock.image.identity.Tarball;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Saves images to files of a host and loads them from there, by the host's own docker: nothing crosses the link. What
 * an engine of this machine has is saved to a file of the server, where the nodes see it: to one here first, then sent.
 */
public final class ImageFiles {

    private static final String SAVE = """
            set -euo pipefail
            case $2 in /*) ;; *) echo "not an absolute path" >&2; exit 1;; esac
            [ ! -d "$2" ] || { echo "it is a folder; a file is to be named" >&2; exit 1; }
            new=$2.$$.$RANDOM$RANDOM
            """ + OwnFile.CREATE + """
            trap 'rm -f -- "$new"' EXIT
            packed() {
              case $1 in
                *.tar) cat;;
                *) if command -v pigz > /dev/null; then pigz -1; else gzip -1; fi;;
              esac
            }
            { docker save -- "$1" | packed "$2" | tee /dev/fd/9 >&7; } 9>&1 | sha256sum
            sync -- "$opened"
            chmod 644 -- "$opened"
            """ + OwnFile.STILL_THERE + """
            mv -fT -- "$new" "$2"
            trap - EXIT""";

    private static final int CHANGED = 9;
    private static final int IMAGES = 7;
    private static final int BLOCK = 1 << 16;

    private final Host host;
    private final Optional<HostFiles> elsewhere;

    /** @param elsewhere where saved images belong, where that is not the host's own storage */
    ImageFiles(Host host, Optional<HostFiles> elsewhere) {
        this.host = host;
        this.elsewhere = elsewhere;
    }

    /**
     * Saves an image to a file, which appears whole or not at all: plain where its name ends in .tar, otherwise
     * compressed with gzip. Its digest is that of what was written, taken on the way.
     *
     * @param listener is told how much of it is sent, where it is
     */
    public Tarball save(String reference, String path, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        return elsewhere.isPresent()
                ? send(reference, path, elsewhere.get(), listener, cancellation)
                : save(reference, path, cancellation);
    }

    private Tarball send(
            String reference, String path, HostFiles to, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        if (!path.startsWith("/")) {
            throw new Trouble(
                    TroubleKind.SAVE_FAILED, reference, path, Reason.of("reason.not-absolute", "not an absolute path"));
        }
        try {
            Path folder = Files.createTempDirectory("maxdock-image");
            Path file = folder.resolve(path.endsWith(".tar") ? "image.tar" : "image.tgz");
            try {
                Tarball here = save(reference, file.toString(), cancellation);
                long length = Files.size(file);
                to.send(
                        file,
                        new FileVersion(here.sha256()),
                        path,
                        sent -> listener.report(new Progress(path, "", sent, length)),
                        cancellation);
                return new Tarball(path, here.sha256());
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.SAVE_FAILED, reference, path, e.toString());
        }
    }

    private Tarball save(String reference, String path, Cancellation cancellation) throws Trouble {
        Output output = run(Command.script(SAVE, reference, path), cancellation);
        if (!output.ok()) {
            throw EngineSilence.in(output)
                    .orElseGet(() -> new Trouble(TroubleKind.SAVE_FAILED, reference, path, output.lastError()));
        }
        return new Tarball(path, output.text().split(" ")[0]);
    }

    /** Loads a recorded file, if it still is the one that was recorded. */
    public void load(Tarball file, Cancellation cancellation) throws Trouble {
        Output output = run(
                Command.script(
                        "[[ $(sha256sum < \"$1\") == \"$2\"* ]] || exit 9; docker load --quiet --input \"$1\"",
                        file.path(),
                        file.sha256()),
                cancellation);
        if (output.status() == CHANGED) {
            throw new Trouble(TroubleKind.TARBALL_CHANGED, file.path());
        }
        if (!output.ok()) {
            throw EngineSilence.in(output)
                    .orElseGet(() -> new Trouble(TroubleKind.LOAD_FAILED, file.path(), output.lastError()));
        }
    }

    /** Loads images from a file of the host (docker save, plain or compressed). */
    public String load(String path, Cancellation cancellation) throws Trouble {
        return loaded(run(Command.script("docker load --input \"$1\"", path), cancellation), path);
    }

    private static String loaded(Output output, String path) throws Trouble {
        if (output.errors().contains("manifest.json: no such file")
                || output.errors().contains("repositories: no such file")) {
            throw new Trouble(TroubleKind.NOT_IMAGES, path);
        }
        if (!output.ok()) {
            throw EngineSilence.in(output)
                    .orElseGet(() -> new Trouble(TroubleKind.LOAD_FAILED, path, output.lastError()));
        }
        return output.text().strip();
    }

    /**
     * Loads images from a file of this machine: to an engine elsewhere it goes as it is read, and lies nowhere on the
     * way.
     *
     * @param listener is told how much of it is sent, where it is
     */
    public String loadFromHere(Path file, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        if (elsewhere.isPresent()) {
            return load(file.toString(), cancellation);
        }
        Command load = Command.script("docker load");
        Output output = CancellableOutput.of(host, load, cancellation, () -> {
            Running running = host.start(load, cancellation);
            try {
                send(file, running.input(), listener, cancellation);
                return running;
            } catch (Trouble e) {
                running.close();
                throw e;
            }
        });
        return loaded(output, file.toString());
    }

    /** Where the engine takes no more, its answer says why. */
    private static void send(Path file, OutputStream to, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        try (to;
                InputStream from = opened(file)) {
            long length = file.toFile().length();
            byte[] block = new byte[BLOCK];
            long sent = 0;
            for (int read = read(from, block, file);
                    read >= 0 && !cancellation.isCancelled();
                    read = read(from, block, file)) {
                to.write(block, 0, read);
                sent += read;
                listener.report(new Progress(file.toString(), "", sent, length));
            }
        } catch (IOException e) {
            System.getLogger(ImageFiles.class.getName()).log(System.Logger.Level.DEBUG, "it takes no more", e);
        }
    }

    private static InputStream opened(Path file) throws Trouble {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static int read(InputStream from, byte[] block, Path file) throws Trouble {
        try {
            return from.read(block);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Trouble unreadable(Path file, IOException e) {
        return new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
    }

    /**
     * Makes an image of a root file system: a tar archive of the host, plain or compressed, as `docker export` writes
     * it. It has no layers but one, and no entrypoint, variables or user.
     *
     * @return its ID
     */
    public String importRoot(String path, String reference, Cancellation cancellation) throws Trouble {
        if (path.isBlank() || reference.isBlank()) {
            throw new Trouble(path.isBlank() ? TroubleKind.PATH_MISSING : TroubleKind.TAG_MISSING);
        }
        Output output = run(Command.script("""
                [ -f "$1" ] && [ -r "$1" ] || { echo "there is no such file that you may read" >&2; exit 1; }
                tar -tf "$1" > /dev/null 2>&1 || { echo "it is no tar archive" >&2; exit 1; }
                if tar -tf "$1" manifest.json > /dev/null 2>&1 || tar -tf "$1" index.json > /dev/null 2>&1; \
                then exit 7; fi
                exec docker import -- "$1" "$2"
                """, path, reference), cancellation);
        if (output.status() == IMAGES) {
            throw new Trouble(TroubleKind.NOT_A_ROOT, path);
        }
        if (!output.ok()) {
            throw EngineSilence.in(output)
                    .orElseGet(() -> new Trouble(TroubleKind.IMPORT_FAILED, path, output.lastError()));
        }
        return output.text().strip();
    }

    private Output run(Command command, Cancellation cancellation) throws Trouble {
        return CancellableOutput.run(host, command, cancellation);
    }
}
