package org.maxdock.image.archive;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Sha256;

/** The readers of this room that get what others wrote. */
public final class ArchiveParsers {

    private static final ImageReference NAME = ImageReference.parse("a:1");
    private static final String CONFIG =
            "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"diff_ids\":[\"sha256:22\"]}}";
    private static final String MANIFEST =
            "[{\"Config\":\"c.json\",\"RepoTags\":[\"a:1\"],\"Layers\":[\"l/layer.tar\"]}]";

    private ArchiveParsers() {}

    static Fuzzed listed(String name, Fuzzed.TextReader reader, String... samples) {
        return Fuzzed.raw(name, reader, samples);
    }

    public static Fuzzed listing() {
        return listed(
                "tar's listing",
                TarListing::read,
                "-rwxr-xr-x 0/0 12 2026-01-01 00:00:00 \"./a\\tb\\303\\244\"\n",
                "lrwxrwxrwx 0/0 0 2026-01-01 00:00:00 \"/x\" -> \"../y\"\nhrw-r--r-- 1/1 0 2026-01-01 00:00:00"
                        + " \"z\" link to \"a\"\n");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String scanned(String manifest, String config) {
        return "json " + base64(manifest) + "\njson " + base64(config) + "\nfile 10 11 22\n"
                + "list -rw-r--r-- 0/0 5 2026-01-01 00:00:00 manifest.json\n"
                + "list -rw-r--r-- 0/0 5 2026-01-01 00:00:00 c.json\n"
                + "list -rw-r--r-- 0/0 10 2026-01-01 00:00:00 l/layer.tar\n"
                + "list lrwxrwxrwx 0/0 0 2026-01-01 00:00:00 l2/layer.tar -> ../l/layer.tar\nend 0";
    }

    public static Fuzzed scan() {
        return Fuzzed.text(
                "an archive, walked through",
                text -> new ImageArchive(
                                ArchiveScan.parse("/a.tar", text.lines().toList(), "tar: odd"))
                        .image(NAME, "linux/amd64"),
                scanned(MANIFEST, CONFIG));
    }

    /** The JSON in an archive, with all its members in place. */
    public static Fuzzed archive() {
        return Fuzzed.bytes(
                "an archive's documents",
                bytes -> {
                    String digest = "sha256:" + Sha256.of(bytes);
                    for (String name : List.of("manifest.json", "index.json")) {
                        ArchiveMember document = new ArchiveMember('-', name, "", bytes.length, digest, digest, bytes);
                        ArchiveMember config =
                                new ArchiveMember('-', "c.json", "", bytes.length, digest, digest, bytes);
                        ArchiveMember blob = new ArchiveMember(
                                '-', "blobs/" + digest.replace(':', '/'), "", bytes.length, digest, digest, bytes);
                        new ImageArchive(new ArchiveScan.Found(List.of(document, config, blob), ""))
                                .image(NAME, "linux/amd64");
                    }
                },
                MANIFEST,
                CONFIG,
                "{\"manifests\":[{\"digest\":\"sha256:11\",\"size\":3,\"platform\":{\"os\":\"linux\"}}]}");
    }
}
