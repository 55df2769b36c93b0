package org.maxdock.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.maxdock.engine.EngineSilence;
import org.maxdock.engine.ImageJson;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.shell.ScriptCleanup;
import org.maxdock.image.archive.TarListing;
import org.maxdock.text.BoundedInput;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Unreadable;
import org.maxdock.text.Untrusted;

/**
 * Looks into an image without running it. The host reads the layers; only names and sizes cross the link, and files
 * that are asked for.
 */
public final class InsideImage {

    /**
     * Small members may be JSON, which is passed on; of archives, compressed or not, the listing is. Links between
     * layers are told at the end.
     */
    private static final String LAYERS = """
            docker image inspect -- "$1" > /dev/null || exit
            d=$(mktemp -d) || exit
            """ + ScriptCleanup.up("rm -rf -- \"$d\"\n") + """
            export LC_ALL=C member="$d/.member"
            list='tar -t -v --numeric-owner --full-time --quoting-style=c -f -'
            export list
            set -o pipefail
            { docker save -- "$1" | tar -x -f - -C "$d" --to-command='
              printf "\\\\0%s\\\\0" "$TAR_FILENAME"
              if [ "$TAR_SIZE" -lt 16000000 ]; then
                cat > "$member"
                if [ "$(head -c 1 "$member" | tr "[" "{")" = "{" ]; then cat "$member"
                else zcat -f "$member" | $list 2> /dev/null; fi
              else
                zcat -f | { $list 2> /dev/null; cat > /dev/null; }
              fi
              true' || exit
              printf '\\0\\0'
              cd "$d" && find . -type l -printf '%P\\n%l\\n'
            } | gzip -1
            """;

    private static final String COPY = UnstartedContainer.SCRIPT + "docker cp -- \"$id:$2\" \"$3\"\n";
    /** Bytes of all that is listed, which is over half a million files; each of them takes five times as much here. */
    private static final int MOST = Untrusted.LARGE;

    private final Host host;

    public InsideImage(Host host) {
        this.host = host;
    }

    /**
     * Its layers and files; takes as long as saving it.
     *
     * @throws Trouble where the engine has no such image, or gives no layers
     */
    public ImageContents of(String reference, Cancellation cancellation) throws Trouble {
        Output output = CancellableOutput.run(host, Command.script(LAYERS, reference), cancellation);
        if (!output.ok()) {
            throw refused(reference, output, TroubleKind.IMAGE_FILES_UNREADABLE, reference, output.lastError());
        }
        return Untrusted.of(Untrusted.LARGE, TroubleKind.IMAGE_FILES_UNREADABLE, reference)
                .bytes(output.bytes(), InsideImage::unpacked);
    }

    private static Trouble refused(String reference, Output output, TroubleKind otherwise, Object... arguments) {
        return output.errors().contains("No such image")
                ? new Trouble(TroubleKind.NO_SUCH_IMAGE, reference)
                : EngineSilence.in(output).orElseGet(() -> new Trouble(otherwise, arguments));
    }

    private static ImageContents unpacked(byte[] listing) throws IOException, Trouble {
        try (BoundedInput in = new BoundedInput(new GZIPInputStream(new ByteArrayInputStream(listing)), MOST)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static ImageContents read(String listing) throws IOException, Trouble {
        Map<String, String> members = new HashMap<>();
        String[] words = listing.split("\0", -1);
        for (int i = 1; i + 1 < words.length; i += 2) {
            members.put(words[i], words[i + 1]);
        }
        String[] links = members.getOrDefault("", "").split("\n");
        Map<String, String> linked = new HashMap<>();
        for (int i = 0; i + 1 < links.length; i += 2) {
            linked.put(links[i], links[i + 1].replaceFirst("^(\\.\\./)+", ""));
        }
        ImageJson.ArchiveEntry image =
                ImageJson.archive(bytes(members, "manifest.json")).getFirst();
        List<String> steps = ImageJson.history(bytes(members, image.config())).stream()
                .filter(ImageJson.Step::layer)
                .map(ImageJson.Step::instruction)
                .toList();
        List<LayerContents> layers = new ArrayList<>();
        for (String path : image.layers()) {
            String listed = members.getOrDefault(linked.getOrDefault(path, path), "");
            layers.add(LayerContents.of(
                    layers.size() < steps.size() ? steps.get(layers.size()) : "", TarListing.read(listed)));
        }
        return ImageContents.of(layers);
    }

    private static byte[] bytes(Map<String, String> members, String name) throws IOException {
        if (!members.containsKey(name)) {
            throw new Unreadable(Reason.of("reason.no-member", "the archive has no " + name, name));
        }
        return members.get(name).getBytes(StandardCharsets.UTF_8);
    }

    /** The first bytes of a file of the image; a link is followed. */
    public byte[] read(String reference, String path, int most, Cancellation cancellation) throws Trouble {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new FileOfImage(host, reference, path).copy(bytes, most, cancellation);
        return bytes.toByteArray();
    }

    /**
     * Gives a file of the image on as it comes, whole, however large; a link is followed.
     *
     * @throws Trouble where it is no file, or does not come whole
     */
    public void copy(String reference, String path, OutputStream to, Cancellation cancellation) throws Trouble {
        new FileOfImage(host, reference, path).copy(to, Long.MAX_VALUE, cancellation);
    }

    /** Copies a file or folder of the image to a path of the host. */
    public void copy(String reference, String path, String to, Cancellation cancellation) throws Trouble {
        if (path.isBlank() || to.isBlank()) {
            throw new Trouble(TroubleKind.PATH_MISSING);
        }
        Output output = CancellableOutput.run(host, Command.script(COPY, reference, path, to), cancellation);
        if (!output.ok()) {
            throw refused(reference, output, TroubleKind.COPY_FAILED, output.lastError());
        }
    }
}
