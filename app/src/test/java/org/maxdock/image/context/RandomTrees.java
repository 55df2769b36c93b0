package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Build folders with whatever can be in one: odd names, modes, links, pipes, a .dockerignore. */
final class RandomTrees {

    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "ab",
            "c.txt",
            "b.txt",
            "keep",
            ".hidden",
            "x y",
            "a+b",
            "{1}",
            "(p)",
            "#no",
            "!no",
            "ä",
            "\u00ff\u00fe",
            "[b]",
            "b-",
            "$x",
            "a&b",
            "nested",
            "*",
            "long".repeat(30));
    /** A link holds any text; what it leads to need not be there. */
    static final List<String> TARGETS = List.of(
            "../ä",
            "/nowhere",
            "..",
            ".",
            "./",
            "../x",
            "../../x",
            "a/..",
            "a/../b",
            "a/../../b",
            "a/./b",
            "./a",
            "a//b",
            "a/",
            "//x",
            "/../x",
            "/",
            "/tmp",
            "/tmp/",
            "/tmp/../ä",
            "//ä//b/",
            "../\u00ff/.",
            "\u00ff/\u00fe",
            " -> ",
            "-rf",
            "$(touch x)",
            "a\nb",
            "long".repeat(50));

    private static final List<String> PARTS = List.of(
            "a",
            "b",
            "ab",
            "keep",
            "nested",
            "c.txt",
            "*",
            "**",
            "?",
            "*.txt",
            "[ab]",
            "[^a]",
            "[a-c]*",
            "[!a]",
            "b*",
            "*b",
            "a?",
            "\\*",
            "\\[b\\]",
            "[b]",
            "x y",
            "ä",
            "..",
            ".",
            "",
            "$x",
            "Dockerfile",
            ".dockerignore",
            ".*",
            "a&b",
            "[&a]",
            "n*d",
            "b**",
            "[]a]",
            "[a-",
            "[",
            "\\",
            "[b-]",
            "[-b]",
            "?\u00fe",
            "[[a]",
            "#no",
            "\\!no",
            "long*");

    private final Random random;

    RandomTrees(Random random) {
        this.random = random;
    }

    /** Unpacked from a tar file, in which names are bytes. */
    Path tree(Path folder) throws Exception {
        Files.createDirectory(folder);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "ISO-8859-1")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            fill(tar, "", 0);
            put(tar, "Dockerfile", "FROM scratch\n");
            put(tar, ".dockerignore", rules());
        }
        Process unpack = new ProcessBuilder("tar", "-x", "-C", folder.toString())
                .redirectErrorStream(true)
                .start();
        try (OutputStream to = unpack.getOutputStream()) {
            to.write(bytes.toByteArray());
        }
        assertThat(new String(unpack.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        return folder;
    }

    private void fill(TarArchiveOutputStream tar, String folder, int depth) throws IOException {
        List<String> names = new ArrayList<>(NAMES);
        java.util.Collections.shuffle(names, random);
        for (String name : names.subList(0, 2 + random.nextInt(depth == 0 ? 6 : 3))) {
            String path = folder + raw(name);
            int kind = random.nextInt(8);
            if (kind < 3 && depth < 4) {
                TarArchiveEntry entry = new TarArchiveEntry(path + "/", TarConstants.LF_DIR);
                entry.setMode(random.nextBoolean() ? 0755 : 01770);
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
                fill(tar, path + "/", depth + 1);
            } else if (kind == 3) {
                TarArchiveEntry entry = new TarArchiveEntry(
                        path, random.nextInt(4) == 0 ? TarConstants.LF_FIFO : TarConstants.LF_SYMLINK);
                entry.setLinkName(entry.isSymbolicLink() ? raw(TARGETS.get(random.nextInt(TARGETS.size()))) : "");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            } else {
                put(tar, path, "in " + depth);
            }
        }
    }

    /** Other rules in the place of a tree's .dockerignore. */
    void changeRules(Path folder) throws IOException {
        Files.writeString(folder.resolve(".dockerignore"), rules(), StandardCharsets.ISO_8859_1);
    }

    private void put(TarArchiveOutputStream tar, String path, String content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_NORMAL);
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        entry.setSize(bytes.length);
        entry.setMode(random.nextInt(5) == 0 ? 04755 : 0644);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** ä as UTF-8 writes it; the others byte for byte, also those that are not UTF-8. */
    private static String raw(String name) {
        return name.replace("ä", new String("ä".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private String rules() {
        boolean exceptions = random.nextBoolean();
        StringBuilder text = new StringBuilder(random.nextInt(6) == 0 ? "\u00ef\u00bb\u00bf" : "");
        int lines = random.nextInt(6);
        for (int i = 0; i < lines; i++) {
            String line = switch (random.nextInt(14)) {
                case 0 -> "# " + pattern(true);
                case 1 -> " # " + pattern(!exceptions);
                case 2 -> "";
                case 3 -> "  " + pattern(!exceptions) + " \t";
                case 4, 5, 6 -> (exceptions ? "!" : "") + pattern(!exceptions);
                case 7 -> (exceptions ? "! " : "") + pattern(!exceptions);
                case 8 -> "**";
                case 9 -> "*";
                default -> pattern(!exceptions);
            };
            text.append(line).append(random.nextInt(10) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    /** @param anyFolders whether there may be ** among its parts */
    private String pattern(boolean anyFolders) {
        StringBuilder pattern = new StringBuilder(random.nextInt(6) == 0 ? "/" : random.nextInt(8) == 0 ? "./" : "");
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            int simple = random.nextInt(3) == 0 ? PARTS.size() : 15;
            String part = PARTS.get(random.nextInt(simple));
            pattern.append(i == 0 ? "" : "/").append(raw(anyFolders ? part : part.replace("**", "*")));
        }
        return pattern.append(random.nextInt(6) == 0 ? "/" : "").toString();
    }
}
