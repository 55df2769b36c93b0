package org.maxdock.launch;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What docker needs to be told so that a container is the user, as lines of a launch script. */
final class AsMe {

    private static final String RUN = """
            # the image does not know you: name and groups for it
            me=${USER:-$(id -un)} uid=$EUID gid=${GROUPS[0]} groups=("${GROUPS[@]}")
            printf '%s\\n' 'root:x:0:0:root:/root:/bin/sh' "$me:x:$uid:$gid::LOGIN:/bin/sh" > "$etc/passwd"
            { echo 'root:x:0:'; getent group "${groups[@]}" || true; } > "$etc/group"
            run=(docker run --rm --interactive --name "$name"
              --userns=host --user "$uid:$gid" --security-opt no-new-privileges
              --mount "type=bind,src=$etc/passwd,dst=/etc/passwd,readonly" \
            --mount "type=bind,src=$etc/group,dst=/etc/group,readonly"OWN)
            for g in "${groups[@]}"; do run+=(--group-add "$g"); done
            """;

    private static final String HOME = """
            run+=(--tmpfs "/home/$me:exec,mode=700,uid=$uid,gid=$gid")
            """;

    private static final String MAPPED = """
            home=no # whether a folder is mapped there, which is not to be covered
            for to in %s; do
              to=$(realpath --no-symlinks --canonicalize-missing -- "$to")
              case /home/$me/ in "$to"/*) home=yes ;; esac
            done
            if [[ $home == no ]]; then %s; fi
            """;

    private AsMe() {}

    /** The same with the home that the launch gives it. */
    static String lines(ScriptFolders folders, ContainerOptions options) {
        return lines(folders, options, "/home/$me");
    }

    /**
     * Sets {@code run}, with a home that goes with the container: but where a mapping has it, or what it is in, since
     * Docker would lay the empty one over that.
     *
     * @param options of the user's, whose HOME and USER are not covered either
     * @param login the home that passwd(5) says
     */
    static String lines(ScriptFolders folders, ContainerOptions options, String login) {
        String own = Stream.of("HOME=/home/$me", "USER=$me")
                .filter(variable -> !options.sets(variable.split("=", 2)[0]))
                .map(variable -> " --env \"" + variable + "\"")
                .collect(Collectors.joining());
        return RUN.replace("LOGIN", login).replace("OWN", own.isEmpty() ? own : "\n " + own)
                + (folders.isEmpty() ? HOME : MAPPED.formatted(folders.targets(), HOME.strip()));
    }
}
