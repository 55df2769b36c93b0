package org.maxdock.image.dockerfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Dockerfiles to begin with, each with the files that it copies. Their base is a build argument, BASE. */
public enum Template {
    SINGLE(),
    MPI(),
    PYTHON("requirements.txt"),
    JUPYTER(),
    GPU();

    /** The build argument that names another base. */
    public static final String BASE = "BASE";

    private final List<String> files;

    Template(String... others) {
        List<String> all = new ArrayList<>(List.of("Dockerfile"));
        all.addAll(List.of(others));
        files = List.copyOf(all);
    }

    /** For programs and bundles: single, mpi, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its files, by name. */
    public Map<String, String> read() throws Trouble {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : files) {
            String resource = "/org/maxdock/templates/" + word() + "/" + file;
            try (InputStream in = Template.class.getResourceAsStream(resource)) {
                texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new Trouble(e, TroubleKind.FILE_UNREADABLE, resource, IoReason.of(e));
            }
        }
        return texts;
    }
}
