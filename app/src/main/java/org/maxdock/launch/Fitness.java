package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.image.UnstartedContainer;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Whether an image has what a virtual cluster needs, as the site's page says: an MPI library and an ssh service. It is
 * looked into, not run.
 */
public final class Fitness {

    /** Where images have it, beside where their PATH leads. */
    static final List<String> MPIRUN = List.of(
            "/usr/bin/mpirun",
            "/usr/local/bin/mpirun",
            "/usr/lib64/openmpi/bin/mpirun",
            "/opt/openmpi/bin/mpirun",
            "/usr/mpi/gcc/openmpi/bin/mpirun");

    /** Asks for each file, of which a few bytes are enough; the first of a group that is there counts. */
    private static final String LOOK = UnstartedContainer.OF_IMAGE + """
            has() {
              local p
              for p in "${@:2}"; do
                if docker cp --follow-link "$id:$p" - 2>/dev/null | head -c 1 | grep -q .; then echo "$1"; return; fi
              done
            }
            has sshd /usr/sbin/sshd /usr/local/sbin/sshd /usr/bin/sshd &
            has mpirun %s &
            has ssh-keygen /usr/bin/ssh-keygen /usr/local/bin/ssh-keygen &
            has sh /bin/sh /usr/bin/sh &
            wait""".formatted(String.join(" ", MPIRUN));

    private static final List<String> NEEDED = List.of("sh", "sshd", "ssh-keygen", "mpirun");

    private final Host host;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    public Fitness(Host host) {
        this.host = host;
    }

    /**
     * What the image lacks.
     *
     * @param content what it is made of, so that it is looked into once
     * @param name of an image that the engine of the workgroup server has
     */
    public List<String> lacks(String content, String name) throws Trouble {
        List<String> before = known.get(content);
        if (before != null) {
            return before;
        }
        Output output = host.run(Command.script(LOOK, name));
        if (!output.ok() && output.text().isEmpty()) {
            throw new Trouble(TroubleKind.ENGINE_REFUSED, output.lastError());
        }
        List<String> lacks = new ArrayList<>(NEEDED);
        lacks.removeAll(output.text().lines().toList());
        if (lacks.isEmpty()) { // an engine that is busy finds nothing, too
            known.put(content, List.of());
        }
        return lacks;
    }
}
