package org.maxdock.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** Whose the containers of an engine are, as its host knows it: what labels say is asked after, never believed. */
public final class ContainerOwners {

    /** More labels at once are nobody's launches. */
    private static final int MOST = 500;

    /** A line for each of the containers that are somebody's: ID, user, and the job of what a launch has labelled. */
    private static final String LOOK = JobContainers.IDENTITY + """
            job_in_quotes='{{with index .Config.Labels "maxdock.job"}}{{printf "%q" .}}{{end}}'
            fields='{{.Id}}|{{.State.Pid}}|{{.HostConfig.UsernsMode}}|{{printf "%q" .Config.User}}|{{.Image}}'
            docker inspect --format "$fields|MARK_LABEL|$job_in_quotes" -- "$@" 2>/dev/null |
              while IFS='|' read -r id process mode user image mark job; do
                find_owner "$id" "$process" "$mode" "$user"
                [ -n "$owner" ] || continue
                labelled "$image" "$mark" || job=''
                echo "$id $(id -un -- "$owner" 2>/dev/null || echo "$owner") ${job//\\"/}"
              done
            """.replace("MARK_LABEL", JobContainers.MARK_LABEL);

    private static final String ID = "[0-9a-f]{64}";
    private static final String JOB = "[0-9]{1,10}";

    private final Host host;

    /** @param host the engine's */
    public ContainerOwners(Host host) {
        this.host = host;
    }

    /** The same containers, in their order; those that say they are a launch's with whose they are, if it is known. */
    public List<ContainerSummary> of(List<ContainerSummary> containers) throws Trouble {
        String[] asked = containers.stream()
                .filter(ContainerSummary::saysItIsALaunchs)
                .map(ContainerSummary::id)
                .filter(id -> id.matches(ID))
                .limit(MOST)
                .toArray(String[]::new);
        if (asked.length == 0) {
            return containers;
        }
        return told(host.run(Command.script(LOOK, asked)).text(), containers);
    }

    static List<ContainerSummary> told(String answer, List<ContainerSummary> containers) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "docker")
                .words(answer.lines().toList(), lines -> identified(lines, containers));
    }

    private static List<ContainerSummary> identified(List<String> lines, List<ContainerSummary> containers) {
        Map<String, String[]> known = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && words[0].matches(ID)) {
                known.put(words[0], words);
            }
        }
        List<ContainerSummary> told = new ArrayList<>();
        for (ContainerSummary container : containers) {
            String[] words = known.get(container.id());
            told.add(words == null ? container : container.of(words[1], words[2].matches(JOB) ? words[2] : ""));
        }
        return told;
    }
}
