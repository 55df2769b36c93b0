package org.maxdock.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;
import org.maxdock.text.RawText;
import org.maxdock.text.Valid;

/**
 * Where a container of a launch looks for programs: in the folders of its PATH, which is the image's own unless the
 * launch sets another; a name with a slash begins at the working directory (execvp(3)).
 *
 * @param folders of PATH; none where only the start tells what it is
 * @param directory where the command begins; empty where only the start tells
 * @param mapped container paths at which something is mapped, of which the image says nothing
 * @param whole whether all else comes from the image
 */
record SearchPath(Optional<List<String>> folders, String directory, List<String> mapped, boolean whole) {

    /** Docker's own, for images that set none (moby: DefaultPathEnv); taken to be links to one another at most. */
    private static final List<String> DOCKERS =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private static final String NAME = "PATH";
    private static final int MOST_FOLDERS = 50;
    private static final int MOST_MAPPED = 100_000;
    private static final String ENV_FILE = "--env-file=";

    /** Options of docker run by which a container's files, or the folder that it begins in, are others. */
    private static final Pattern CHANGES_FILES =
            Pattern.compile("(?s)--(?:volume|volumes-from|mount|tmpfs|workdir|runtime|device)=.*|-[vw].*");

    /** A mapping that may be what is looked for, by another way. */
    private static final Pattern OF_PROGRAMS = Pattern.compile("(?s).*/s?bin(?:/.*)?");

    /** The container toolkit of NVIDIA brings these from the node, such as nvidia-smi. */
    private static final String NVIDIAS = "nvidia-";

    /** @throws org.maxdock.text.InvalidValue where a path is none */
    SearchPath {
        folders = Valid.optional(folders).map(list -> Valid.list(NAME, list, MOST_MAPPED));
        directory = Valid.text("directory", directory, Valid.LONG);
        mapped = Valid.list("mapped", mapped, MOST_MAPPED);
    }

    static SearchPath of(Launch launch, RunConfiguration image) {
        List<String> folders = new ArrayList<>();
        Optional<String> path = path(launch, image);
        path.ifPresent(p -> folders.addAll(Arrays.asList(p.split(":", -1))));
        List<String> arguments = launch.container().arguments();
        List<String> mapped = new ArrayList<>(launch.mounts().stream()
                .map(Mapping::container)
                .map(SearchPath::tidy)
                .toList());
        if (SiteCall.isBySite(launch)) {
            mapped.add(ContainerConditions.DOCKER_PWD);
        }
        return new SearchPath(
                path.isEmpty()
                                || folders.size() > MOST_FOLDERS
                                || folders.stream().anyMatch(SearchPath::isLong)
                        ? Optional.empty()
                        : Optional.of(folders),
                directory(launch, image),
                mapped,
                arguments.stream()
                        .map(DockerWords::withoutSwitches)
                        .noneMatch(a -> CHANGES_FILES.matcher(a).matches()));
    }

    /** As docker run has it: a file of variables counts more than the image, and a variable more than a file. */
    private static Optional<String> path(Launch launch, RunConfiguration image) {
        boolean byFile = launch.container().arguments().stream().anyMatch(a -> a.startsWith(ENV_FILE));
        Stream<String> images = byFile
                ? Stream.of(NAME)
                : Stream.concat(Stream.of(NAME + "=" + String.join(":", DOCKERS)), image.environment().stream());
        return Stream.concat(images, launch.container().variables())
                .filter(v -> v.equals(NAME) || v.startsWith(NAME + "="))
                .reduce((earlier, later) -> later)
                .filter(v -> v.startsWith(NAME + "=") && !RawText.isRaw(v))
                .map(v -> v.substring(NAME.length() + 1));
    }

    private static String directory(Launch launch, RunConfiguration image) {
        String said = launch.directory();
        if (!said.isEmpty()) {
            return said.startsWith("/") ? said : "";
        }
        boolean choosesItself = SiteCall.isBySite(launch) || launch.kind() instanceof LaunchKind.Jupyter;
        return choosesItself || isLong(image.workingDirectory()) ? "" : tidy("/" + image.workingDirectory());
    }

    private static boolean isLong(String text) {
        return text.length() >= Valid.LONG;
    }

    private static String tidy(String path) {
        String shorter = path.replaceAll("/(?:\\.?/)*+", "/").replaceFirst("(?<=.)/\\.?$", "");
        return shorter.isEmpty() ? "/" : shorter;
    }

    /** What a path ends in. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A program that is called by that word. */
    NeededProgram program(String word) {
        return program(word, List.of());
    }

    /** @param beside absolute paths that are looked at after those of PATH */
    NeededProgram program(String word, List<String> beside) {
        if (word.isEmpty() || RawText.isRaw(word) || isLong(word)) {
            return new NeededProgram(isLong(word) ? "" : word, List.of(), false);
        }
        List<String> all = word.indexOf('/') >= 0
                ? List.of(word)
                : Stream.concat(folders.orElse(List.of()).stream().map(f -> inFolder(f, word)), beside.stream())
                        .toList();
        List<String> places = all.stream()
                .filter(p -> p.startsWith("/") || !directory.isEmpty())
                .map(p -> tidy(p.startsWith("/") ? p : directory + "/" + p))
                .filter(p -> !isMapped(p) && !goesUp(p))
                .toList();
        boolean allSeen = places.size() == all.size() && (folders.isPresent() || word.indexOf('/') >= 0);
        return new NeededProgram(
                word, places.stream().distinct().toList(), whole && allSeen && isImages(name(word), places));
    }

    /**
     * Whether the image alone says that a program of that name is not there. Where something is mapped, a folder on the
     * way may be a link that leads to it; of Docker's own folders that is not expected.
     */
    private boolean isImages(String name, List<String> places) {
        boolean mayBeMapped = mapped.stream()
                .anyMatch(m -> m.endsWith("/" + name) || OF_PROGRAMS.matcher(m).matches());
        boolean inDockers = places.stream().allMatch(p -> DOCKERS.contains(p.replaceFirst("(?s)/[^/]*$", "")));
        return !name.startsWith(NVIDIAS) && (mapped.isEmpty() || inDockers && !mayBeMapped);
    }

    /**
     * One that mpirun is to start: it looks in the working directory, too (opal_path_findv of Open MPI), and beside
     * itself, since it is called by its whole path (mpirun(1), --prefix).
     *
     * @param mpirun where that may be
     */
    NeededProgram rank(String word, List<String> mpirun) {
        Stream<String> beside = Stream.concat(
                Stream.of("./" + word), mpirun.stream().map(m -> m.substring(0, m.lastIndexOf('/') + 1) + word));
        return program(word, word.indexOf('/') >= 0 ? List.of() : beside.toList());
    }

    private static String inFolder(String folder, String word) {
        return (folder.isEmpty() ? "." : folder) + "/" + word;
    }

    private boolean isMapped(String path) {
        return mapped.stream().anyMatch(m -> path.equals(m) || path.startsWith(m + "/"));
    }

    /** Docker's client takes such a path for what it is without links, and a container does not. */
    private static boolean goesUp(String path) {
        return path.contains("/../") || path.endsWith("/..");
    }
}
