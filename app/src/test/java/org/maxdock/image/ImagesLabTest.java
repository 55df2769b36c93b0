package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.Progress;
import org.maxdock.engine.RootOnlyAction;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.Comparison;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Tarball;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;

@Tag("lab")
@Tag("modern")
@Timeout(120)
class ImagesLabTest {

    @TempDir
    Path folder;

    private static String keyOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        assertThat(thrown).isInstanceOf(Trouble.class);
        return ((Trouble) thrown).key();
    }

    private BuildRequest request(String dockerfile, String tag) throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        return new BuildRequest(
                new BuildFolder.Here(folder), "Dockerfile", tag, BuildOptions.NONE.withArguments(Map.of("WHO", "me")));
    }

    private static Identity build(Server bench, BuildRequest request) throws Trouble {
        return bench.images()
                .build(request, Progress.Listener.none(), new Cancellation())
                .identity();
    }

    @Test
    void aBuiltImageIsWhatItsDockerfileAndFolderSay() throws Exception {
        Files.createDirectories(folder.resolve("data/ü b"));
        Files.writeString(folder.resolve("data/ü b/file"), "kept");
        Files.writeString(folder.resolve("data/secret"), "left out");
        Files.createSymbolicLink(folder.resolve("data/link"), Path.of("ü b/file"));
        Files.writeString(folder.resolve("data/run.sh"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(
                folder.resolve("data/run.sh"), java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-x---"));
        Files.writeString(folder.resolve(".dockerignore"), "# comment\n/data/secret\n");
        try (Server bench = Lab.connectToEngine()) {
            List<String> lines = new ArrayList<>();
            Identity identity = bench.images()
                    .build(
                            request(
                                    "FROM " + Lab.BASE
                                            + "\nARG WHO\nCOPY data /data\nENV A=\"b c\" WHO=$WHO\nUSER 7:8\n"
                                            + "WORKDIR /data\nEXPOSE 80\nVOLUME /v\nLABEL l=\"x\\\"y\" ü=z\n"
                                            + "HEALTHCHECK CMD true\nENTRYPOINT [\"sh\", \"-c\"]\n"
                                            + "CMD [\"cat /data/link; echo /data/*; "
                                            + "stat -c %a /data/run.sh\"]\n",
                                    "test/built:1"),
                            p -> lines.add(p.text()),
                            new Cancellation())
                    .identity();
            assertThat(identity.run().environment()).contains("A=b c", "WHO=me");
            assertThat(identity.run().labels()).containsEntry("l", "x\"y").containsEntry("ü", "z");
            assertThat(String.join("", lines))
                    .contains(
                            Lab.isModern() ? List.of("exporting to image") : List.of("Step 1/", "Successfully built"));
            assertThat(Lab.must(Lab.engineHost("root"), "docker run --rm test/built:1"))
                    .isEqualTo("kept/data/link /data/run.sh /data/ü b\n750\n");
            String printed = Lab.must(
                    Lab.engineHost("root"),
                    "docker image inspect --format " + org.maxdock.host.shell.Shell.quote(IdentityText.FULL_FORMAT)
                            + " test/built:1");
            assertThat(IdentityText.parse(printed.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .usingRecursiveComparison()
                    .ignoringFields("config")
                    .isEqualTo(identity);
        }
    }

    @Test
    void whatIsWrongWithABuildIsASentence() throws Exception {
        try (Server bench = Lab.connectToEngine()) {
            assertThat(keyOf(() -> build(bench, BuildRequest.plain(folder, "test/x"))))
                    .isEqualTo("dockerfile-missing");
            assertThat(keyOf(() -> build(bench, BuildRequest.plain(folder.resolve("none"), "test/x"))))
                    .isEqualTo("folder-unreadable");
            assertThat(keyOf(() -> build(bench, request("FROM " + Lab.BASE + "\nRUNN x\n", "test/x"))))
                    .isEqualTo("dockerfile-syntax");
            assertThat(keyOf(() -> build(bench, request("FROM " + Lab.BASE + "\nRUN exit 9\n", "test/x"))))
                    .isEqualTo("build-step-failed");
            assertThat(keyOf(() -> build(bench, request("FROM max-registry:5000/no/such:1\n", "test/x"))))
                    .isEqualTo("image-not-in-registry");
        }
        assertThat(Lab.must(Lab.engineHost("root"), "docker images -q test/x; docker ps -aq --filter ancestor=test/x"))
                .isEmpty();
    }

    @Test
    void aCancelledBuildEndsInTheEngine() throws Exception {
        try (Server bench = Lab.connectToEngine()) {
            Cancellation cancellation = new Cancellation();
            CountDownLatch running = new CountDownLatch(1);
            BuildRequest request = request("FROM " + Lab.BASE + "\nRUN echo begun; sleep 304\n", "test/cancelled");
            CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> keyOf(() -> bench.images()
                    .build(
                            request,
                            p -> {
                                if (p.text().contains("begun")) {
                                    running.countDown();
                                }
                            },
                            cancellation)));
            assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();
            cancellation.cancel();
            assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo("cancelled");
            org.testfx.util.WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> Lab.sh(Lab.engineHost("root"), "pgrep -cf 'sleep 304'")
                            .out()
                            .strip()
                            .equals("0"));
            assertThat(Lab.must(Lab.engineHost("root"), "docker images -q test/cancelled"))
                    .isEmpty();
        }
    }

    @Test
    void anImageIsTheSameAfterPushSaveAndLoadElsewhere() throws Exception {
        String tag = "max-registry:5000/test/journey:1";
        String file = "/beegfs/desy/user/mxuser/journey.tgz";
        try (Server bench = Lab.connectToEngine()) {
            build(
                    bench,
                    request(
                            "FROM " + Lab.BASE + "\nLABEL run=" + java.util.UUID.randomUUID() + "\nCMD [\"journey\"]\n",
                            tag));
            ImageRecord built = bench.images().record(tag);
            assertThat(built.identity().pullName(ImageReference.parse(tag))).isEmpty();
            assertThat(bench.images().verify(built).word()).isEqualTo("same");
            bench.images().push(tag, Progress.Listener.none(), new Cancellation());
            assertThat(bench.images().identity(tag).orElseThrow().pullName(ImageReference.parse(tag)))
                    .hasValueSatisfying(n -> assertThat(n).startsWith("max-registry:5000/test/journey@sha256:"));
            assertThat(bench.images().verify(built).word()).isEqualTo("same");

            Tarball saved = bench.images().files().save(tag, file, Progress.Listener.none(), new Cancellation());
            assertThat(Lab.must(Lab.engineHost("root"), "sha256sum < " + file)).startsWith(saved.sha256());
            Lab.must("max-wn002", "docker load -q -i " + file);
            String there = Lab.must(
                    "max-wn002",
                    "docker image inspect --format " + org.maxdock.host.shell.Shell.quote(IdentityText.FULL_FORMAT)
                            + " " + tag);
            assertThat(Comparison.verify(
                                    built.identity(),
                                    java.util.Optional.of(IdentityText.parse(
                                            there.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                            .word())
                    .isEqualTo("same");
            assertThat(bench.images().files().load(file, new Cancellation())).contains(tag);
            assertThat(keyOf(() -> bench.images()
                            .files()
                            .save(
                                    tag,
                                    "/beegfs/desy/user/mxother/no.tgz",
                                    Progress.Listener.none(),
                                    new Cancellation())))
                    .isEqualTo("save-failed");
            assertThat(keyOf(() -> bench.images()
                            .files()
                            .save("no/such", file + "2", Progress.Listener.none(), new Cancellation())))
                    .isEqualTo("save-failed");
            assertThat(keyOf(() -> bench.images().files().load("/etc/passwd", new Cancellation())))
                    .isEqualTo("load-failed");
        }
        assertThat(Lab.must(Lab.engineHost("root"), "ls /beegfs/desy/user/mxuser"))
                .doesNotContain("journey.tgz.")
                .doesNotContain("journey.tgz2");
    }

    @Test
    void aFullDiskLeavesNoTruncatedFile() throws Exception {
        Lab.must(
                Lab.engineHost("root"),
                "mkdir -p /full && { mountpoint -q /full || mount -t tmpfs -o size=200k,mode=777 tmpfs /full; }");
        try (Server bench = Lab.connectToEngine()) {
            assertThat(keyOf(() -> bench.images()
                            .files()
                            .save(Lab.BASE, "/full/base.tgz", Progress.Listener.none(), new Cancellation())))
                    .isEqualTo("save-failed");
        }
        assertThat(Lab.must(Lab.engineHost("root"), "ls -A /full; umount /full"))
                .isEmpty();
    }

    @Test
    void aPrivateRegistryAsksForAPasswordAndTakesTheOneOfDockerLogin() throws Exception {
        Lab.must(Lab.engineHost("mxuser"), "docker logout max-registry:5001");
        try (Server bench = Lab.connectToEngine()) {
            assertThat(keyOf(() -> bench.images().pull(Lab.PRIVATE_BASE, Progress.Listener.none(), new Cancellation())))
                    .isEqualTo("registry-password");
            Lab.must(
                    Lab.engineHost("mxuser"),
                    "echo registry-secret | docker login -u mxuser --password-stdin max-registry:5001");
            bench.images().pull(Lab.PRIVATE_BASE, Progress.Listener.none(), new Cancellation());
            assertThat(bench.images()
                            .verifyRegistry(bench.images().record(Lab.PRIVATE_BASE))
                            .word())
                    .isEqualTo("same");
            bench.images().push(Lab.PRIVATE_BASE, Progress.Listener.none(), new Cancellation());
            assertThat(bench.images().identity(Lab.PRIVATE_BASE)).isPresent();
            assertThat(keyOf(() -> bench.images()
                            .pull("max-registry:5000/none/such:1", Progress.Listener.none(), new Cancellation())))
                    .isEqualTo("image-not-in-registry");
        } finally {
            Lab.must(Lab.engineHost("mxuser"), "docker logout max-registry:5001");
        }
    }

    @Test
    void whatThePluginRefusesIsKnownBeforeAndToldInWords() throws Exception {
        Lab.onlyOnSite();
        try (Server bench = Lab.connectToEngine()) {
            assertThat(bench.engine().refusal(RootOnlyAction.REMOVE_IMAGE)).isPresent();
            assertThat(keyOf(() -> bench.images().remove(Lab.BASE))).isEqualTo("refused-remove-image");
            assertThat(bench.engine().info().userNamespaces()).isEqualTo(!Lab.isModern());
            assertThat(bench.engine().info().authorization()).containsExactly("maxauth");
        }
    }

    @Test
    void onAPlainEngineATagCanBeRemoved() throws Exception {
        Lab.onlyOnPlain();
        try (Server bench = Lab.connectToEngine()) {
            bench.engine().tag(Lab.BASE, "test/to-remove:1");
            bench.images().remove("test/to-remove:1");
            assertThat(bench.images().identity("test/to-remove:1")).isEmpty();
            assertThat(keyOf(() -> bench.images().remove("test/to-remove:1"))).isEqualTo("no-such-image");
        }
    }

    @Test
    void whoMayNotUseTheEngineIsTold() throws Exception {
        Lab.onlyWithEngineOnServer();
        String mine = Lab.isSite()
                ? "mv /beegfs/desy/sys/docker/certs/mxguest /beegfs/desy/sys/docker/certs/.mxguest"
                : "true";
        Lab.must(Lab.engineHost("root"), mine);
        try (Server bench = new org.maxdock.operation.Connections(
                        Lab.ssh().withIdentity(Lab.key("mxguest")), org.maxdock.host.ssh.SshPrompts.none(), Lab.site())
                .open("mxguest@max-wgs")) {
            assertThat(keyOf(bench::engine)).isEqualTo(Lab.isSite() ? "no-certificate" : "socket-denied");
        } finally {
            Lab.must(
                    Lab.engineHost("root"),
                    Lab.isSite()
                            ? "mv /beegfs/desy/sys/docker/certs/.mxguest /beegfs/desy/sys/docker/certs/mxguest"
                            : "true");
        }
    }

    @Test
    void anExpiredCertificateIsTold() throws Exception {
        Lab.onlyWithEngineOnServer();
        Lab.onlyOnSite();
        String certs = "/beegfs/desy/sys/docker/certs/mxguest";
        Lab.must(
                Lab.engineHost("root"),
                "cp -a " + certs + " " + certs + ".kept && cd " + certs
                        + " && openssl req -new -key key.pem -subj /CN=21439:3512 -out r.csr 2>/dev/null"
                        + " && openssl x509 -req -in r.csr -CA /lab/certs/ca.pem -CAkey /lab/certs/ca-key.pem "
                        + "-CAcreateserial -days -1 -out cert.pem 2>/dev/null; rm -f r.csr");
        try (Server bench = new org.maxdock.operation.Connections(
                        Lab.ssh().withIdentity(Lab.key("mxguest")), org.maxdock.host.ssh.SshPrompts.none(), Lab.site())
                .open("mxguest@max-wgs")) {
            assertThat(keyOf(bench::engine)).isEqualTo("certificate-expired");
        } finally {
            Lab.must(Lab.engineHost("root"), "rm -rf " + certs + " && mv " + certs + ".kept " + certs);
        }
    }

    @Test
    void aStoppedEngineIsTold() throws Exception {
        Lab.onlyOnPlain();
        try (Server bench = Lab.connections().open("max-wgs")) {
            Lab.must(Lab.engineHost("root"), "mv /run/docker.sock /run/docker.sock.kept");
            try {
                assertThat(keyOf(bench::engine)).isEqualTo("no-engine");
            } finally {
                Lab.must(Lab.engineHost("root"), "mv /run/docker.sock.kept /run/docker.sock");
            }
        }
    }
}
