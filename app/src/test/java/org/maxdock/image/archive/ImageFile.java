package org.maxdock.image.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.maxdock.image.identity.Sha256;

/** An image archive in the making, as Docker saves one, or as somebody does who means no good. */
final class ImageFile {

    static final String NAME = "test/tampered:1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A member of the archive. */
    record Member(String name, byte[] bytes, byte type, String link) {}

    final List<byte[]> layers =
            new ArrayList<>(List.of(layer("a", "one\n"), layer("b", "two\n"), layer("c", "three\n")));
    final ObjectNode config;
    /** What the configuration says of the layers, where that is not what they are. */
    List<byte[]> saidLayers;
    /** The names of layers in manifest.json, where those are not theirs. */
    List<Integer> listed;

    String configName = "";
    String text;
    boolean oci;
    boolean gzipLayers;
    final List<Member> more = new ArrayList<>();
    final List<String> without = new ArrayList<>();
    final List<String> tags = new ArrayList<>(List.of(NAME));
    int entries = 1;
    java.util.function.UnaryOperator<byte[]> spoil = b -> b;
    /** What becomes of manifest.json, and of a layout's index and manifest. */
    java.util.function.UnaryOperator<String> manifests = t -> t;

    ImageFile() {
        config = read("""
                {"architecture":"amd64","os":"linux","created":"2026-01-02T03:04:05Z","config":{
                "Entrypoint":["/a","it's"],"Cmd":["one two"],"Env":["PATH=/bin","MARK=a b"],\
                "User":"7:8","WorkingDir":"/work","ExposedPorts":{"80/tcp":{}},
                "Volumes":{"/v":{}},"Labels":{"version":"1","note":"x"},"Healthcheck":{"Test":["CMD","/a"],\
                "Interval":5000000000,"Retries":3},
                "OnBuild":["COPY c /c"],"Shell":["/bin/bash","-c"],"StopSignal":"SIGINT"}}""");
    }

    static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode run() {
        return (ObjectNode) config.get("config");
    }

    ArrayNode list(String name) {
        return (ArrayNode) run().get(name);
    }

    static byte[] layer(String file, String content) {
        return tar(List.of(new Member(file, content.getBytes(StandardCharsets.UTF_8), TarConstants.LF_NORMAL, "")));
    }

    /** The archive. */
    byte[] write() {
        return spoil.apply(tar(members()));
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        byte[] configBytes = configuration();
        List<byte[]> blobs = layers.stream().map(l -> gzipLayers ? gzip(l) : l).toList();
        List<String> layerNames = new ArrayList<>();
        for (byte[] blob : blobs) {
            String name = oci ? "blobs/sha256/" + Sha256.of(blob) : "layer-" + (layerNames.size() + 1) + ".tar";
            layerNames.add(name);
            if (members.stream().noneMatch(m -> m.name().equals(name))) {
                members.add(file(name, blob));
            }
        }
        String named = oci
                ? "blobs/sha256/" + Sha256.of(configBytes)
                : configName.isEmpty() ? Sha256.of(configBytes) + ".json" : configName;
        members.add(file(named, configBytes));
        members.add(file("manifest.json", manifest(named, layerNames)));
        if (oci) {
            byte[] manifest = ociManifest(configBytes, blobs);
            members.add(file("blobs/sha256/" + Sha256.of(manifest), manifest));
            members.add(file(
                    "index.json",
                    bytes(manifests.apply("{\"schemaVersion\":2,"
                            + "\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                            + "\"digest\":\"sha256:"
                            + Sha256.of(manifest) + "\",\"size\":" + manifest.length
                            + ",\"annotations\":{\"io.containerd.image.name\":\"docker.io/" + NAME
                            + "\"}}]}"))));
            members.add(file("oci-layout", bytes("{\"imageLayoutVersion\":\"1.0.0\"}")));
        }
        members.removeIf(m -> without.stream().anyMatch(m.name()::matches));
        members.addAll(more);
        return members;
    }

    byte[] configuration() {
        ObjectNode whole = config.deepCopy();
        ArrayNode ids = whole.putObject("rootfs").put("type", "layers").putArray("diff_ids");
        (saidLayers == null ? layers : saidLayers).forEach(l -> ids.add("sha256:" + Sha256.of(l)));
        return bytes(
                text == null
                        ? whole.toString()
                        : text.replace("ROOTFS", whole.get("rootfs").toString()));
    }

    private byte[] manifest(String configPath, List<String> layerNames) {
        ArrayNode all = JSON.createArrayNode();
        for (int i = 0; i < entries; i++) {
            ObjectNode entry = all.addObject().put("Config", configPath);
            tags.forEach(entry.putArray("RepoTags")::add);
            ArrayNode paths = entry.putArray("Layers");
            for (int l = 0; l < layerNames.size(); l++) {
                paths.add(layerNames.get(listed == null ? l : listed.get(l)));
            }
        }
        return bytes(manifests.apply(all.toString()));
    }

    byte[] ociManifest(byte[] configBytes, List<byte[]> blobs) {
        ObjectNode manifest = JSON.createObjectNode()
                .put("schemaVersion", 2)
                .put("mediaType", "application/vnd.oci.image.manifest.v1+json");
        manifest.putObject("config")
                .put("mediaType", "application/vnd.oci.image.config.v1+json")
                .put("digest", "sha256:" + Sha256.of(configBytes))
                .put("size", configBytes.length);
        ArrayNode all = manifest.putArray("layers");
        blobs.forEach(b -> all.addObject()
                .put("mediaType", "application/vnd.oci.image.layer.v1.tar")
                .put("digest", "sha256:" + Sha256.of(b))
                .put("size", b.length));
        return bytes(manifests.apply(manifest.toString()));
    }

    static Member file(String name, byte[] bytes) {
        return new Member(name, bytes, TarConstants.LF_NORMAL, "");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] tar(List<Member> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Member member : members) {
                TarArchiveEntry entry = new TarArchiveEntry(member.name(), member.type(), true);
                entry.setModTime(0L);
                if (member.type() == TarConstants.LF_NORMAL) {
                    entry.setSize(member.bytes().length);
                } else {
                    entry.setLinkName(member.link());
                }
                tar.putArchiveEntry(entry);
                if (member.type() == TarConstants.LF_NORMAL) {
                    tar.write(member.bytes());
                }
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
