package org.maxdock.image.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.maxdock.image.identity.Sha256;

/**
 * What somebody could do to an image, or to the file it is saved in.
 *
 * @param named the difference that must be told
 * @param contents whether what an engine gets from it is another image, if the engine takes it at all; else it is the
 *     archive that is not sound
 */
record Tampering(String what, String named, boolean contents, Consumer<ImageFile> how) {

    @Override
    public String toString() {
        return what;
    }

    byte[] file() {
        ImageFile image = new ImageFile();
        how.accept(image);
        return image.write();
    }

    private static Tampering content(String what, String named, Consumer<ImageFile> how) {
        return new Tampering(what, named, true, how);
    }

    private static Tampering archive(String what, String named, Consumer<ImageFile> how) {
        return new Tampering(what, named, false, how);
    }

    static List<Tampering> all() {
        List<Tampering> all = new ArrayList<>();
        layers(all);
        settings(all);
        archives(all);
        layouts(all);
        letters(all);
        return all;
    }

    private static byte[] oneByteOff(byte[] layer) {
        byte[] other = layer.clone();
        other[512] ^= 1;
        return other;
    }

    private static void layers(List<Tampering> all) {
        all.add(content("another layer", "layer 2", i -> i.layers.set(1, ImageFile.layer("b", "evil\n"))));
        all.add(content("one byte of a layer", "layer 2", i -> i.layers.set(1, oneByteOff(i.layers.get(1)))));
        all.add(content("one byte of a layer, and the configuration says nothing of it", "layer 2", i -> {
            i.saidLayers = List.copyOf(i.layers);
            i.layers.set(1, oneByteOff(i.layers.get(1)));
        }));
        all.add(content("the order of layers", "layer order", i -> Collections.swap(i.layers, 0, 1)));
        all.add(content("a layer less", "layer 3", i -> i.layers.removeLast()));
        all.add(content("a layer more", "layer 4", i -> i.layers.add(ImageFile.layer("d", "evil\n"))));
        all.add(content("a layer twice", "layer 4", i -> i.layers.add(i.layers.getFirst())));
        all.add(content("no layer at all", "layer 1", i -> i.layers.clear()));
        all.add(content("a layer that no configuration speaks of", "layer 4", i -> {
            i.saidLayers = List.copyOf(i.layers);
            i.layers.add(ImageFile.layer("d", "evil\n"));
        }));
    }

    private static void settings(List<Tampering> all) {
        all.add(content(
                "the entrypoint",
                "entrypoint",
                i -> i.run().putArray("Entrypoint").add("/b")));
        all.add(content("the command", "cmd", i -> i.run().putArray("Cmd").add("three")));
        all.add(content(
                "one word of the command become two",
                "cmd",
                i -> i.run().putArray("Cmd").add("one").add("two")));
        all.add(content("a word moved from the entrypoint to the command", "entrypoint", i -> {
            i.run().putArray("Entrypoint").add("/a");
            i.run().putArray("Cmd").add("it's").add("one two");
        }));
        all.add(content("a variable", "env PATH", i -> i.list("Env").set(0, "PATH=/evil:/bin")));
        all.add(content("a variable more", "env LD_PRELOAD", i -> i.list("Env").add("LD_PRELOAD=/evil.so")));
        all.add(content("a variable less", "env MARK", i -> i.list("Env").remove(1)));
        all.add(content(
                "a variable twice, of which the last counts",
                "env PATH",
                i -> i.list("Env").add("PATH=/evil")));
        all.add(content(
                "the order of variables",
                "env order",
                i -> i.run().putArray("Env").add("MARK=a b").add("PATH=/bin")));
        all.add(content("the user", "user", i -> i.run().put("User", "0")));
        all.add(content("the working directory", "workdir", i -> i.run().put("WorkingDir", "/")));
        all.add(content(
                "a port", "ports", i -> i.run().putObject("ExposedPorts").putObject("22/tcp")));
        all.add(content("a volume", "volumes", i -> i.run().putObject("Volumes").putObject("/home")));
        all.add(content(
                "a label", "label version", i -> i.run().withObject("/Labels").put("version", "2")));
        all.add(content(
                "a label that speaks as the settings do",
                "label note",
                i -> i.run().withObject("/Labels").put("note", "x\nuser 3 7:8\nworkdir 5 /work")));
        all.add(content("a setting, hidden in a label of the same look", "user", i -> {
            i.run().put("User", "0\nworkdir 5 /work");
            i.run().withObject("/Labels").put("note", "x");
        }));
        all.add(content(
                "the health check",
                "healthcheck",
                i -> i.run()
                        .withObject("/Healthcheck")
                        .putArray("Test")
                        .add("CMD")
                        .add("/b")));
        all.add(content(
                "how often the health check runs",
                "healthcheck times",
                i -> i.run().withObject("/Healthcheck").put("Interval", 1_000_000_000L)));
        all.add(content("the signal that stops it", "stopsignal", i -> i.run().put("StopSignal", "SIGKILL")));
        all.add(content(
                "the shell",
                "shell",
                i -> i.run().putArray("Shell").add("/evil").add("-c")));
        all.add(content(
                "what builds upon it do", "onbuild", i -> i.list("OnBuild").add("RUN evil")));
        all.add(content("the platform", "platform", i -> i.config.put("architecture", "arm64")));
        all.add(content("the variant of the platform", "platform", i -> i.config.put("variant", "v2")));
        all.add(content("an older build under the same name", "env MARK", i -> {
            i.list("Env").set(1, "MARK=old");
            i.layers.set(2, ImageFile.layer("c", "older\n"));
        }));
        all.add(content("another image altogether under the same name", "layer 1", i -> {
            i.layers.clear();
            i.layers.add(ImageFile.layer("bin/sh", "evil\n"));
            i.config.putObject("config").putArray("Cmd").add("sh");
        }));
    }

    private static void archives(List<Tampering> all) {
        all.add(archive("cut short", "archive", i -> i.spoil = b -> Arrays.copyOf(b, 3000)));
        all.add(archive("cut short, compressed", "archive", i -> i.spoil = b -> Arrays.copyOf(ImageFile.gzip(b), 600)));
        all.add(archive(
                "one bit of its compressed form",
                "archive",
                i -> i.spoil = b -> {
                    byte[] packed = ImageFile.gzip(b);
                    packed[packed.length - 6] ^= 1;
                    return packed;
                }));
        all.add(archive("not an image archive", "archive", i -> i.without.add(".*json")));
        all.add(archive("a manifest that lists layers in another order", "layer 1", i -> i.listed = List.of(1, 0, 2)));
        all.add(archive("a manifest that lists one layer for another", "layer 3", i -> i.listed = List.of(0, 1, 0)));
        all.add(archive(
                "a configuration that is not what its name says",
                "config",
                i -> i.configName = "a".repeat(64) + ".json"));
        all.add(archive(
                "a manifest whose configuration is not there", "config", i -> i.without.add("[0-9a-f]{64}\\.json")));
        all.add(archive("a layer that is not there", "layer 2", i -> i.without.add("layer-2\\.tar")));
        all.add(archive(
                "two manifests",
                "member manifest.json",
                i -> i.more.add(ImageFile.file("manifest.json", ImageFile.bytes("[]")))));
        all.add(archive(
                "two manifests, one by another path",
                "member manifest.json",
                i -> i.more.add(ImageFile.file("./manifest.json", ImageFile.bytes("[]")))));
        all.add(archive("two images of one name", "manifest", i -> i.entries = 2));
        all.add(archive(
                "a layer twice, the last one another",
                "member layer-2.tar",
                i -> i.more.add(ImageFile.file("layer-2.tar", ImageFile.layer("b", "evil\n")))));
        all.add(archive(
                "a path that leads out",
                "path",
                i -> i.more.add(ImageFile.file("../../../root/.ssh/authorized_keys", ImageFile.bytes("evil")))));
        all.add(archive(
                "an absolute path",
                "path",
                i -> i.more.add(ImageFile.file("/etc/cron.d/evil", ImageFile.bytes("evil")))));
        all.add(archive("a link that leads out", "link layer-2.tar", i -> {
            i.without.add("layer-2\\.tar");
            i.more.add(new ImageFile.Member("layer-2.tar", new byte[0], TarConstants.LF_SYMLINK, "../../etc/shadow"));
        }));
        all.add(archive(
                "a device",
                "member dev",
                i -> i.more.add(new ImageFile.Member("dev", new byte[0], TarConstants.LF_CHR, ""))));
        all.add(content(
                "a setting twice, of which the last counts",
                "archive",
                i -> i.text = i.config
                        .toString()
                        .replace("\"User\":\"7:8\"", "\"User\":\"7:8\",\"User\":\"0\"")
                        .replaceFirst("\\{", "{\"rootfs\":ROOTFS,")));
        all.add(content(
                "a setting in other letters",
                "archive",
                i -> i.text = i.config
                        .toString()
                        .replace("\"User\":\"7:8\"", "\"User\":\"7:8\",\"user\":\"0\"")
                        .replaceFirst("\\{", "{\"rootfs\":ROOTFS,")));
    }

    /** Docker takes a key in other letters for the same, by Unicode's own rules, and the last one of several. */
    private static void letters(List<Tampering> all) {
        for (String key : List.of("config", "CONFIG", "repotags", "layers", "Layer\u017f")) {
            all.add(archive(
                    "manifest.json with the key " + key,
                    "archive",
                    i -> i.manifests =
                            text -> text.startsWith("[") ? text.replace("[{", "[{\"" + key + "\":\"evil\",") : text));
        }
        for (String key :
                List.of("Manifests", "Digest", "mediatype", "SIZE", "Annotations", "PLATFORM", "Config", "LAYERS")) {
            all.add(archive("a layout with the key " + key, "archive", i -> {
                i.oci = true;
                i.manifests = text -> text.startsWith("[") ? text : beside(text, key);
            }));
        }
        all.add(archive("two manifests of one platform", "manifest", i -> {
            i.oci = true;
            byte[] honest = i.ociManifest(i.configuration(), i.layers);
            String of = "{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"platform\":"
                    + "{\"os\":\"linux\",\"architecture\":\"amd64\"},\"digest\":\"sha256:";
            byte[] index = ImageFile.bytes("{\"schemaVersion\":2,\"manifests\":[" + of + Sha256.of(honest)
                    + "\",\"size\":" + honest.length + "}," + of + "a".repeat(64) + "\",\"size\":7}]}");
            i.more.add(ImageFile.file("blobs/sha256/" + Sha256.of(index), index));
            i.without.add("index\\.json");
            i.more.add(ImageFile.file(
                    "index.json",
                    ImageFile.bytes("{\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.index.v1+json\","
                            + "\"digest\":\"sha256:" + Sha256.of(index) + "\",\"size\":" + index.length
                            + ",\"annotations\":{\"io.containerd.image.name\":\"docker.io/" + ImageFile.NAME
                            + "\"}}]}")));
        }));
    }

    /** The key beside the one that it could be taken for. */
    private static String beside(String text, String key) {
        return text.replaceFirst("(?=\"(?i:" + key + ")\":)", "\"" + key + "\":\"evil\",")
                .replaceFirst("\"digest\"", key.equals("PLATFORM") ? "\"PLATFORM\":{},\"digest\"" : "\"digest\"");
    }

    private static void layouts(List<Tampering> all) {
        all.add(archive("a blob that is not what its name says", "layer blob 2", i -> {
            i.oci = true;
            byte[] honest = i.layers.get(1);
            i.without.add("blobs/sha256/" + Sha256.of(honest));
            i.more.add(ImageFile.file("blobs/sha256/" + Sha256.of(honest), oneByteOff(honest)));
        }));
        all.add(archive("a blob that is not there", "layer blob 3", i -> {
            i.oci = true;
            i.without.add("blobs/sha256/" + Sha256.of(i.layers.get(2)));
        }));
        all.add(archive("two manifests in one file that do not agree", "manifests", i -> {
            i.oci = true;
            ImageFile other = new ImageFile();
            other.run().put("User", "0");
            byte[] config = other.configuration();
            String layers = String.join(
                    ",",
                    i.layers.stream()
                            .map(l -> "\"blobs/sha256/" + Sha256.of(l) + "\"")
                            .toList());
            i.without.add("manifest\\.json");
            i.more.add(ImageFile.file("blobs/sha256/" + Sha256.of(config), config));
            i.more.add(ImageFile.file(
                    "manifest.json",
                    ImageFile.bytes("[{\"Config\":\"blobs/sha256/" + Sha256.of(config) + "\",\"RepoTags\":[\""
                            + ImageFile.NAME + "\"],\"Layers\":[" + layers + "]}]")));
        }));
        all.add(content("a compressed layer with other content", "layer 2", i -> {
            i.oci = true;
            i.gzipLayers = true;
            i.saidLayers = List.copyOf(i.layers);
            i.layers.set(1, ImageFile.layer("b", "evil\n"));
        }));
        all.add(archive("a layer that cannot be unpacked", "layer 2", i -> {
            i.saidLayers = List.copyOf(i.layers);
            i.layers.set(1, Arrays.copyOf(ImageFile.gzip(i.layers.get(1)), 60));
        }));
        all.add(archive("a layout without its mark", "oci-layout", i -> {
            i.oci = true;
            i.without.add("oci-layout");
        }));
    }
}
