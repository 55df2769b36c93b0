package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.Shell;
import org.maxdock.image.Identity;
import org.maxdock.image.IdentityText;
import org.maxdock.image.Tarball;
import org.maxdock.mount.Mapping;

/** Docker on a node: bash, docker and coreutils are all it needs there. */
public final class DockerScript implements ContainerScript {

    /** Linux takes 128 kB for an argument, and the script is one; bytes may be four times the characters. */
    private static final int LONG = 16_000;

    @Override
    public String steps(LaunchPlan plan) {
        return image(plan) + "\n" + check(plan) + "\n" + run(plan);
    }

    private static String image(LaunchPlan plan) {
        String reference = plan.record().reference();
        Optional<String> pull = plan.record().identity().pullName(reference);
        Optional<Tarball> tarball = plan.record().tarball();
        StringBuilder script = new StringBuilder("""
                # 2  the image: if this node lacks it, it comes %s
                docker version >/dev/null || stop "no Docker Engine answers you on $(uname -n)"
                image=%s
                find_image() { id=$(docker image inspect --format '{{.Id}}' "$image" 2>/dev/null); }
                """.formatted(pull.isPresent() ? "from its registry, by digest" : tarball.isPresent() ? "from the saved file" : "from nowhere: it was neither pushed nor saved",
                Shell.quote(reference)));
        pull.ifPresent(name -> script.append("""
                if ! find_image; then
                  if docker pull --quiet %1$s >/dev/null; then docker tag %1$s "$image"; fi
                fi
                """.formatted(Shell.quote(name))));
        tarball.ifPresent(file -> script.append("""
                if ! find_image && [[ -r %1$s ]]; then
                  [[ $(sha256sum < %1$s) == %2$s* ]] || stop "the saved image is not the recorded file:" %1$s
                  docker load --quiet --input %1$s >/dev/null
                fi
                """.formatted(Shell.quote(file.path()), file.sha256())));
        return script.append("""
                find_image || stop "$(uname -n) does not have the image $image, and it could not be fetched"
                """).toString();
    }

    private static String check(LaunchPlan plan) {
        Identity identity = plan.record().identity();
        if (IdentityText.content(identity).length() > LONG) {
            return checkByDigest(plan);
        }
        return """
                # 3  is it the recorded image? every layer and every setting must agree
                format=%s
                recorded=%s
                here=$(docker image inspect --format "$format" "$id")
                if [[ $here != "$recorded" ]]; then
                  printable() { tr -cd '[:print:]\\n' | cut -c1-200; }
                  comm -23 <(sort <<<"$recorded") <(sort <<<"$here") | sed 's/^/  recorded: /' | printable >&2
                  comm -13 <(sort <<<"$recorded") <(sort <<<"$here") | sed 's/^/  here:     /' | printable >&2
                  printf '%%s\n' %s >&2
                  stop "on $(uname -n), $image is not the image that was recorded on %s. Nothing was started."
                fi
                """.formatted(Shell.quote(IdentityText.FORMAT), Shell.quote(IdentityText.content(identity)), Shell.quote(mend(plan)),
                plan.record().recordedAt().substring(0, 10));
    }

    /** Settings too long to be carried in a script are compared by the digest of them all. */
    private static String checkByDigest(LaunchPlan plan) {
        return """
                # 3  is it the recorded image? every layer and every setting must agree; they are many, so their digest is compared
                format=%s
                here=$(docker image inspect --format "$format" "$id" | sha256sum)
                if [[ ${here%%%% *} != %s ]]; then
                  printf '%%s\\n' %s >&2
                  stop "on $(uname -n), $image is not the image that was recorded on %s. Nothing was started."
                fi
                """.formatted(Shell.quote(IdentityText.FORMAT), plan.record().content(), Shell.quote(mend(plan)), plan.record().recordedAt().substring(0, 10));
    }

    /** How to bring the recorded image back, by hand. */
    private static String mend(LaunchPlan plan) {
        String image = Shell.quote(plan.record().reference());
        String bring = plan.record().identity().pullName(plan.record().reference()).map(name -> "docker pull " + Shell.quote(name) + " && docker tag " + Shell.quote(name) + " " + image)
                .or(() -> plan.record().tarball().map(t -> "docker load --input " + Shell.quote(t.path()))).orElse("record it anew");
        return "  mend, on that node: " + bring;
    }

    private static String run(LaunchPlan plan) {
        return switch (plan.launch().mode()) {
            case ISOLATED -> start("run it, isolated; what was checked runs, by its ID", containerName()
                    + "run=(docker run --rm --interactive --name \"$name\")\n", plan, "");
            case ME -> start("run it as me; what was checked runs, by its ID", containerName() + AS_ME, plan, "; rm -rf -- \"$etc\"");
            case DOCKERRUN -> start("run it with the site's dockerrun; what was checked runs, by its ID", containerName()
                    + "run=(dockerrun --rm --interactive --name \"$name\")\n", plan, "");
            case DOCKERCLUSTER -> cluster(plan);
        };
    }

    private static String containerName() {
        return "name=maxdock-$SLURM_JOB_ID-$SLURM_PROCID\n";
    }

    private static final String AS_ME = """
            me=$(id -un)
            etc=$(mktemp -d /tmp/maxdock.XXXXXX) # the image does not know you: name and groups for it, gone with the job
            { echo 'root:x:0:0:root:/root:/bin/sh'; echo "$me:x:$(id -u):$(id -g)::/home/$me:/bin/sh"; } > "$etc/passwd"
            { echo 'root:x:0:'; for g in $(id -G); do echo "$(getent group "$g" | cut -d: -f1):x:$g:"; done; } > "$etc/group"
            run=(docker run --rm --interactive --name "$name"
              --userns=host --user "$(id -u):$(id -g)" --security-opt no-new-privileges
              --mount "type=bind,src=$etc/passwd,dst=/etc/passwd,readonly" --mount "type=bind,src=$etc/group,dst=/etc/group,readonly"
              --tmpfs "/home/$me:exec,mode=700,uid=$(id -u),gid=$(id -g)" --env "HOME=/home/$me" --env "USER=$me")
            for g in $(id -G); do run+=(--group-add "$g"); done
            """;

    private static String start(String title, String options, LaunchPlan plan, String alsoRemoved) {
        return """
                # 4  %s
                %strap 'docker rm --force "$name" >/dev/null 2>&1%s' EXIT
                trap 'exit 143' TERM
                trap 'exit 129' HUP
                trap 'exit 130' INT
                %s%scommand=("$id"%s)
                if [[ $tty == yes ]]; then
                  "${run[@]}" --tty --sig-proxy=false "${command[@]}" # a signal is for this script, which removes the container
                else
                  "${run[@]}" "${command[@]}" <&0 &
                  wait $!
                fi
                """.formatted(title, options, alsoRemoved, mounts(plan), directory(plan), command(plan));
    }

    private static String mounts(LaunchPlan plan) {
        StringBuilder lines = new StringBuilder();
        for (Mapping mapping : plan.launch().mounts()) {
            lines.append("run+=(--mount ").append(Shell.quote(mapping.mount())).append(")\n");
        }
        for (String words : optionLines(plan.launch().container().words())) {
            lines.append("run+=(").append(words).append(")\n");
        }
        return lines.toString();
    }

    /** An option a line, together with its value where that is a word of its own. */
    private static List<String> optionLines(List<String> words) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean takesNext = words.get(i).equals("--env") && i + 1 < words.size();
            lines.add(takesNext ? Shell.join(List.of(words.get(i), words.get(++i))) : Shell.quote(words.get(i)));
        }
        return lines;
    }

    private static String directory(LaunchPlan plan) {
        String directory = plan.launch().directory();
        if (directory.isEmpty()) {
            return "";
        }
        return insideMapping(plan) ? "run+=(--entrypoint sh) # into the working directory as you: Docker would enter it as root, which root squash refuses\n"
                : "run+=(--workdir " + Shell.quote(directory) + ")\n";
    }

    private static boolean insideMapping(LaunchPlan plan) {
        String directory = plan.launch().directory();
        return plan.launch().mounts().stream().anyMatch(m -> directory.equals(m.container()) || directory.startsWith(m.container() + "/"));
    }

    private static String command(LaunchPlan plan) {
        List<String> command = plan.launch().command();
        if (plan.launch().directory().isEmpty() || !insideMapping(plan)) {
            return command.isEmpty() ? "" : " " + Shell.join(command);
        }
        RunConfiguration image = plan.record().identity().run();
        List<String> words = new ArrayList<>(List.of("-c", "cd -- \"$1\" && shift && exec \"$@\"", "sh", plan.launch().directory()));
        words.addAll(image.entrypoint());
        words.addAll(command.isEmpty() ? image.command() : command);
        return " " + Shell.join(words);
    }

    private static String cluster(LaunchPlan plan) {
        String pinned = plan.record().identity().pullName(plan.record().reference()).orElse("");
        List<String> arguments = new ArrayList<>();
        for (Mapping mapping : plan.launch().mounts()) {
            arguments.addAll(List.of("--mount", mapping.mount()));
        }
        arguments.addAll(plan.launch().container().words());
        String command = plan.launch().command().isEmpty() ? "bash" : Shell.join(plan.launch().command());
        if (!plan.launch().directory().isEmpty()) {
            command = Shell.join(List.of("sh", "-c", "cd -- \"$1\" && shift && exec \"$@\"", "sh", plan.launch().directory())) + " " + command;
        }
        return """
                # 4  the site's dockercluster: a container with sshd on each node; it pulls again, so it is given the digest
                name=docker_$SLURM_JOB_ID
                trap 'dockercluster -n "$name" -s >/dev/null 2>&1' EXIT
                trap 'exit 143' TERM
                trap 'exit 129' HUP
                trap 'exit 130' INT
                pinned=%1$s
                [[ -n $pinned ]] || stop "dockercluster pulls the image on every node, and $image was never pushed"
                dockercluster -n "$name" "$pinned"%2$s >/dev/null
                for ran in $(srun --overlap --nodes="$SLURM_JOB_NUM_NODES" --ntasks-per-node=1 docker inspect --format '{{.Image}}' "$name"); do
                  [[ $ran == "$id" ]] || stop "a node started another image than the recorded one: $ran"
                done
                command=(--user "$(id -u):$(id -g)" "$name" %3$s)
                if [[ $tty == yes ]]; then
                  docker exec --interactive --tty "${command[@]}"
                else
                  docker exec --interactive "${command[@]}" <&0 &
                  wait $!
                fi
                """.formatted(Shell.quote(pinned), arguments.isEmpty() ? "" : " " + Shell.join(arguments), command);
    }
}
