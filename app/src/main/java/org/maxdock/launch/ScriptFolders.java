package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.host.shell.Shell;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;

/**
 * The mappings of a launch, which its script names in one place, at its head, where they may be edited: a line each, as
 * docker run --volume takes it. One that is no such line, or whose name docker wants in quotes (RFC 4180: a comma, a
 * quote, a line break), stays where it is used.
 *
 * @param plain those that stand there
 * @param odd the others
 * @param called whether the launch calls a script of the site's, which maps the folder that it is called in
 */
record ScriptFolders(List<Mapping> plain, List<Mapping> odd, boolean called) {

    private static final Pattern HOST = Pattern.compile("/[^,\"\\n\\r]*");
    private static final Pattern TARGET = Pattern.compile("/[^,:\"\\n\\r]+");

    private static final String READ = """
            sources=() targets=() rights=()%1$s
            for mapped in ${folders[@]+"${folders[@]}"}; do
              from=${mapped%%:/*} to=/${mapped##*:/} only=''
              case $to in *:ro) only=,readonly to=${to%%:ro} ;; *:rw) to=${to%%:rw} ;; esac
              [[ $mapped == /*:/* && $to == /?* && $mapped != *[,\\"$'\\n\\r']* && $to != *:* ]] || \\
                stop "a folder is mapped as HOST:/TARGET or HOST:/TARGET:ro, without commas and quotes; not: $mapped"
            %2$s  sources+=("$from") targets+=("$to") rights+=("$only")
            done
            to=$(printf '%%s\\n' ${targets[@]+"${targets[@]}"} | LC_ALL=C sort | LC_ALL=C uniq -d)
            [[ -z $to ]] || stop "two folders cannot both be at ${to%%%%$'\\n'*}"
            """;

    private static final String CALLED = """
              if [[ $to == %1$s ]]; then # the site's script maps that itself
                [[ -z $only ]] || stop "the site's script maps %1$s to be written, too: it cannot be read-only"
                called=$from
              fi
            """.formatted(ContainerConditions.DOCKER_PWD);

    private static final String MOUNT = """
            for ((n = 0; n < ${#sources[@]}; n++)); do
              run+=(--mount "type=bind,src=${sources[n]},dst=${targets[n]}${rights[n]}")
            done
            """;

    /** A folder whose name the site's scripts would take apart is mapped by a link. */
    private static final String MOUNT_BY_SITE = """
            for ((n = 0; n < ${#sources[@]}; n++)); do
              from=${sources[n]}
            %s  if [[ $from == *[[:space:]*?[\\\\]* ]]; then # the site's script would take its name apart
                ln -sfn -- "$from" "$etc/folder$n"
                from=$etc/folder$n
              fi
              run+=(--mount "type=bind,src=$from,dst=${targets[n]}${rights[n]}")
            done
            """;

    ScriptFolders {
        plain = List.copyOf(plain);
        odd = List.copyOf(odd);
    }

    static ScriptFolders of(Launch launch) {
        return new ScriptFolders(
                launch.mounts().stream().filter(ScriptFolders::isPlain).toList(),
                launch.mounts().stream().filter(m -> !isPlain(m)).toList(),
                SiteCall.mapsFolder(launch) && (launch.mode() == RunMode.DOCKERCLUSTER || !launch.isCluster()));
    }

    private static boolean isPlain(Mapping mapping) {
        return HOST.matcher(mapping.host()).matches()
                && TARGET.matcher(mapping.container()).matches();
    }

    /** Lines of bash that name them; none where there are none. */
    String block() {
        return plain.isEmpty()
                ? ""
                : plain.stream()
                        .map(mapping -> "  " + Shell.quoteForBash(mapping.volume()) + "\n")
                        .collect(Collectors.joining("", "folders=(\n", ")\n"));
    }

    /** The step that reads them; none where there are none. */
    Optional<ScriptStep> step() {
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScriptStep(
                        "read_folders",
                        "the folders above, each HOST:/TARGET or HOST:/TARGET:ro; else nothing starts",
                        READ.formatted(called ? " called=''" : "", called ? CALLED : "")));
    }

    /** What a process on another node is told them by, as bash in double quotes; nothing where there are none. */
    String declared() {
        return plain.isEmpty() ? "" : "declare -p sources targets rights; ";
    }

    /** All folders of the host as words of bash. */
    String words() {
        return words("sources", odd.stream().map(Mapping::host));
    }

    /** All places in the container as words of bash, not clean. */
    String targets() {
        return words("targets", odd.stream().map(Mapping::container));
    }

    private String words(String array, Stream<String> more) {
        return Stream.concat(
                        plain.isEmpty() ? Stream.empty() : Stream.of("${%1$s[@]+\"${%1$s[@]}\"}".formatted(array)),
                        more.map(Shell::quoteForBash))
                .collect(Collectors.joining(" "));
    }

    boolean isEmpty() {
        return plain.isEmpty() && odd.isEmpty();
    }

    /** A line that goes to where the site's script is called; none where that is as good as any. */
    String folderLine() {
        if (!called) {
            return "";
        }
        return odd.stream()
                        .filter(ScriptFolders::isCurrent)
                        .map(mapping -> "cd -- " + Shell.quoteForBash(mapping.host()) + "\n")
                        .findFirst()
                        .orElse("")
                + (plain.isEmpty() ? "" : "if [[ -n $called ]]; then cd -- \"$called\"; fi\n");
    }

    private static boolean isCurrent(Mapping mapping) {
        return mapping.container().equals(ContainerConditions.DOCKER_PWD);
    }

    /** Lines that add to {@code run} what docker run --mount takes. */
    String mounts() {
        return (plain.isEmpty() ? "" : MOUNT)
                + odd.stream()
                        .map(mapping -> "run+=(--mount " + Shell.quoteForBash(mapping.mount()) + ")\n")
                        .collect(Collectors.joining());
    }

    /** The same for the site's scripts, which map the folder that they are called in themselves. */
    String mountsBySite() {
        StringBuilder lines = new StringBuilder();
        if (!plain.isEmpty()) {
            lines.append(MOUNT_BY_SITE.formatted(
                    called
                            ? "  if [[ ${targets[n]} == " + ContainerConditions.DOCKER_PWD + " ]]; then continue; fi\n"
                            : ""));
        }
        List<Mapping> told = odd.stream().filter(m -> !(called && isCurrent(m))).toList();
        for (int i = 0; i < told.size(); i++) {
            Mapping mapping = told.get(i);
            String mount = Shell.quoteForBash(mapping.mount());
            if (!SiteWords.survives(mapping.mount())) {
                String link = "$etc/odd" + i;
                String start = "type=bind,src=";
                String rest = new Mapping("/", mapping.container(), mapping.readOnly())
                        .mount()
                        .substring(start.length() + 1);
                lines.append("ln -sfn -- %s \"%s\"\n".formatted(Shell.quoteForBash(mapping.host()), link));
                mount = "\"" + start + link + "\"" + Shell.quoteForBash(rest);
            }
            lines.append("run+=(--mount ").append(mount).append(")\n");
        }
        return lines.toString();
    }
}
