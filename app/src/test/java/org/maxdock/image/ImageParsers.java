package org.maxdock.image;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.host.Cancellation;
import org.maxdock.image.archive.ArchiveParsers;
import org.maxdock.image.context.ContextParsers;
import org.maxdock.image.dockerfile.BaseImages;
import org.maxdock.image.dockerfile.Dockerfile;
import org.maxdock.image.dockerfile.DockerfileAdvice;
import org.maxdock.image.identity.Digest;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** The readers of this room that get what others wrote. */
public final class ImageParsers {

    private static final String DOCKERFILE = """
            # escape=\\
            ARG TAG="9" OTHER
            FROM --platform=linux/amd64 reg:5000/base:${TAG:-1} AS build
            ENV HOME=/x PASSWORD=a
            COPY . /src
            RUN apt-get update && apt-get install -y --no-install-recommends openmpi-bin \\
                # a comment
                && rm -rf /var/lib/apt/lists/*
            RUN pip install numpy; conda install x
            RUN <<EOF
            sudo make
            EOF
            COPY --from=build --chown=1:1 ["a", "b.h5"]
            ENTRYPOINT sh
            """;

    private static final String INSIDE = "\0manifest.json\0[{\"Config\":\"c\",\"Layers\":[\"l\"]}]\0c\0"
            + "{\"history\":[{\"created_by\":\"RUN x\"}]}\0l\0-rw-r--r-- 0/0 5 2026-01-01 00:00:00 \"etc/a\"\n\0\0"
            + "l2\n../l\n\0";

    /** One of tar's, with an extended header and a file of five bytes. */
    private static final String ARCHIVE = block("h", "00000000021", "x", 3216)
            + padded("17 path=name.txt\n")
            + block("a", "00000000005", "0", 3139)
            + padded("hello")
            + "\0".repeat(1024);

    private ImageParsers() {}

    private static String block(String name, String size, String kind, int sum) {
        return padded(name + "\0".repeat(99) + "0000644\0" + "0000000\0".repeat(2) + size + "\0" + "00000000000\0"
                + String.format("%06o\0 ", sum) + kind + "\0".repeat(100) + "ustar\00000");
    }

    private static String padded(String text) {
        return text + "\0".repeat(512 - text.length());
    }

    public static List<Fuzzed> all() {
        Untrusted listing = Untrusted.of(Untrusted.LARGE, TroubleKind.IMAGE_UNREADABLE, "image");
        return List.of(
                ArchiveParsers.listing(),
                ArchiveParsers.scan(),
                ArchiveParsers.archive(),
                ContextParsers.ignore(),
                ContextParsers.copy(),
                Fuzzed.bytes(
                        "a file of an image, in its archive",
                        bytes -> new FileOfImage(new GivenArchive(bytes).host(), "i", "/a")
                                .copy(OutputStream.nullOutputStream(), 1 << 20, new Cancellation()),
                        ARCHIVE),
                Fuzzed.text(
                        "a builder's line",
                        BuildLine::of,
                        "Step 1/2 : FROM x",
                        "#7 [linux/amd64->arm64 build  3/12] RUN two",
                        "#5 1.149 noend#5 DONE 1.2s"),
                Fuzzed.text("a Dockerfile", Dockerfile::read, DOCKERFILE, "FROM a\r\nRUN cat <<A <<B\nx\nA\n"),
                Fuzzed.text("a Dockerfile, for advice", DockerfileAdvice::on, DOCKERFILE),
                Fuzzed.text(
                        "a Dockerfile's bases",
                        text -> BaseImages.of(text, Map.of("OTHER", "x"), Set.of("tools")),
                        DOCKERFILE,
                        "ARG A=aa\nARG B=$A$A\nARG C=${B:-x}${B:+$B}\nFROM $C\n"),
                Fuzzed.bytes(
                        "an identity's lines",
                        IdentityText::parseAll,
                        "id sha256:1\ndigest a@sha256:2\nlayer sha256:3\nentrypoint 2 sh\nenv 3 A=b\nlabel 1 2 a=bc\n"
                                + "healthtimes 1 2 3 4\nuser 0 \nworkdir 1 /\nstopsignal 0 \nplatform linux/amd64\n"),
                Fuzzed.text(
                        "an image's name",
                        ImageReference::read,
                        "reg:5000/a/b:1@sha256:" + "0".repeat(64),
                        "debian",
                        "docker.io/you/x:2"),
                Fuzzed.text("a digest", Digest::read, "sha256:" + "0".repeat(64)),
                Fuzzed.raw(
                        "what is in an image",
                        text -> {
                            ImageContents contents = listing.text(text, InsideImage::read);
                            FileNode.ofAll(contents);
                            FileNode.ofWaste(contents);
                            contents.layers().forEach(FileNode::ofLayer);
                        },
                        INSIDE));
    }
}
