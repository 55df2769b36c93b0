package org.maxdock.image.context;

import java.io.IOException;
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
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path below, IOException trouble) throws IOException {
                if (random.nextInt(4) == 0 && !below.equals(folder)) {
                    Files.setPosixFilePermissions(
                            below, PosixFilePermissions.fromString(random.nextBoolean() ? "rwx--x---" : "rwxrwxrwx"));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        all.removeIf(f -> f.endsWith("Dockerfile") || f.endsWith(".dockerignore"));
        for (Path file : all) {
            if (random.nextInt(3) == 0 && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                change(file, random.nextInt(6));
            }
        }
        Files.writeString(folder.resolve("new" + made++), "new " + random.nextInt());
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
                Files.createSymbolicLink(file, Path.of("somewhere" + made++)); // of the same one only the time is new
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
