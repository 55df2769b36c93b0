package org.maxdock.image.context;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes of every kind that people make to a build folder, some of them such that little tells of them. */
final class RandomChanges {

    private final Random random;
    private int made;

    RandomChanges(Random random) {
        this.random = random;
    }

    /**
     * What comes again and again, as by programs that set all times, what is new, and what one second has in common.
     */
    private static final List<String> TIMES =
            List.of("@0", "@1", "@1600000000", "@1600000000.25", "@1600000000.7512345", "@4102444800.5", "now");

    /** Gives a file or a link another time, and nothing else. */
    static void touch(Path file, String time) throws IOException {
        try {
            Process touch = new ProcessBuilder("xargs", "-0", "touch", "-h", "-d", time, "--")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream names = touch.getOutputStream()) {
                names.write(ContextFile.bytes(file)); // of an argument bytes that are not UTF-8 would be lost
            }
            int status = touch.waitFor();
            if (status != 0) {
                throw new IOException("touch " + time + " " + file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A file with a hole in it, and one by two names. */
    void addSparse(Path folder) throws IOException {
        Path file = folder.resolve("sparse" + made++);
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.position(random.nextInt(1, 3_000_000));
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        }
        Files.createLink(folder.resolve("linked" + made++), file);
    }

    /** Some of its files become others, its folders get other modes, and there is a new file. */
    void change(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        List<Path> touched = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path below, IOException trouble) throws IOException {
                if (random.nextInt(4) == 0 && !below.equals(folder)) {
                    Files.setPosixFilePermissions(
                            below, PosixFilePermissions.fromString(random.nextBoolean() ? "rwx--x---" : "rwxrwxrwx"));
                }
                if (random.nextInt(4) == 0) {
                    touched.add(below);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        all.stream().filter(f -> random.nextInt(4) == 0).forEach(touched::add);
        all.removeIf(f -> f.endsWith("Dockerfile") || f.endsWith(".dockerignore"));
        for (Path file : all) {
            if (random.nextInt(3) == 0 && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                change(file, random.nextInt(6));
            }
        }
        Files.writeString(folder.resolve("new" + made++), "new " + random.nextInt());
        for (Path file : touched) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                touch(file, TIMES.get(random.nextInt(TIMES.size())));
            }
        }
    }

    private void change(Path file, int how) throws IOException {
        boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        switch (how) {
            case 0 -> Files.delete(file);
            case 1 -> {
                Files.delete(file);
                Files.createDirectory(file);
                Files.writeString(file.resolve("below"), "below");
            }
            case 2 -> {
                Files.delete(file);
                Files.createSymbolicLink(file, Path.of("somewhere" + random.nextInt(2)));
            }
            case 3 -> {
                if (regular) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
                }
            }
            case 4 -> { // as long as before, and as old
                if (regular) {
                    FileTime time = Files.getLastModifiedTime(file);
                    byte[] bytes = Files.readAllBytes(file);
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i]++;
                    }
                    Files.write(file, bytes);
                    Files.setLastModifiedTime(file, time);
                }
            }
            default -> {
                if (regular) {
                    Files.writeString(file, "changed " + random.nextInt());
                }
            }
        }
    }

    /** A new file with so many bytes of any kind. */
    void addBytes(Path folder, int count) throws IOException {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        Files.write(folder.resolve("more" + made++), bytes);
    }
}
