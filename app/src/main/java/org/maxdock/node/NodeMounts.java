package org.maxdock.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.engine.MountQuestion;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.EngineAnswers;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountVerdict;
import org.maxdock.mount.Note;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * What the engines of nodes say to a plan, in one job step for all nodes: each is asked as {@link Engine#tryMount}
 * asks, so that nothing is made. A node that has no image can only say whether the folders are there.
 */
public final class NodeMounts {

    /**
     * For each mapping a line: node, index, whether the folder is there, and the engine's answer in base64, "?" where
     * it could not be asked.
     */
    private static final String ON_NODE = EngineCheck.OR_END + """
            image=$(docker images --quiet | head -n 1) name=$1 i=0
            shift
            err=$(mktemp) || exit 1
            trap 'rm -f -- "$err"' EXIT
            while [ $# -ge 2 ]; do
              there=no; [ ! -e "$1" ] || there=yes
              said=?
              if [ -n "$image" ]; then
                docker create --name "$name" --mount "$2" -- "$image" true 2>"$err" | xargs -r docker rm >/dev/null
                said=$(base64 -w0 <"$err")
              fi
              printf '%s %s %s %s\\n' "$SLURMD_NODENAME" "$i" "$there" "$said"
              i=$((i + 1)); shift 2
            done""";

    record Answer(boolean there, Optional<String> objection, boolean asked) {}

    private final NodeSteps steps;

    public NodeMounts(Host host) {
        this.steps = new NodeSteps(host);
    }

    /**
     * The verdicts of each node.
     *
     * @param predicted what the workgroup server says of the plan
     * @param nodes empty for any one node of the partition
     * @param partition empty for SLURM's default
     * @throws Trouble when the nodes cannot be had within a minute
     */
    public Map<NodeName, List<CheckedMapping>> ask(
            List<CheckedMapping> predicted, List<NodeName> nodes, Partitions partition, Cancellation cancellation)
            throws Trouble {
        Set<Mapping> questions = new LinkedHashSet<>();
        for (CheckedMapping one : predicted) {
            if (!(one.verdict() instanceof MountVerdict.Invalid)) {
                questions.add(one.mapping());
                one.verdict().ways().forEach(mend -> questions.addAll(EngineAnswers.tried(mend)));
            }
        }
        List<Mapping> asked = List.copyOf(questions);
        List<String> arguments = new ArrayList<>(List.of(MountQuestion.NO_NAME));
        asked.forEach(m -> arguments.addAll(List.of(m.host(), m.mount())));
        Map<NodeName, Map<Mapping, Answer>> answers =
                parse(steps.run(nodes, partition, ON_NODE, arguments, cancellation), asked);
        Map<NodeName, List<CheckedMapping>> verdicts = new LinkedHashMap<>();
        for (NodeName node : nodes) {
            if (!answers.containsKey(node)) {
                throw new Trouble(TroubleKind.NO_ANSWER_FROM_NODE, node);
            }
        }
        for (Map.Entry<NodeName, Map<Mapping, Answer>> node : answers.entrySet()) {
            verdicts.put(node.getKey(), verdicts(predicted, node.getKey(), node.getValue()));
        }
        return verdicts;
    }

    private static List<CheckedMapping> verdicts(
            List<CheckedMapping> predicted, NodeName node, Map<Mapping, Answer> answers) throws Trouble {
        List<CheckedMapping> all = new ArrayList<>();
        for (CheckedMapping onServer : predicted) {
            Answer answer = answers.get(onServer.mapping());
            CheckedMapping one = seenFrom(node, onServer, answer != null && answer.there());
            if (answer == null) {
                all.add(one);
            } else if (!answer.there() && one.verdict().holds()) {
                MountVerdict missing = new MountVerdict.Missing(
                        Message.of("mount.missing-on-node", one.mapping().host(), node));
                all.add(one.with(missing, answer.objection()));
            } else if (!answer.asked()) {
                all.add(one);
            } else {
                EngineAnswers engine = new EngineAnswers(
                        mapping -> Optional.ofNullable(answers.get(mapping)).flatMap(Answer::objection));
                all.addAll(engine.to(List.of(one)));
            }
        }
        return all;
    }

    /** What the server's own disk has, or has not, is no question any more where the node itself has looked. */
    private static CheckedMapping seenFrom(NodeName node, CheckedMapping one, boolean there) {
        if (there && one.verdict() instanceof MountVerdict.Missing) {
            Message said = Message.of("mount.there-on-node", one.mapping().host(), node);
            return one.with(new MountVerdict.Ok(List.of(new Note(said, true))), one.engineSaid());
        }
        if (!(one.verdict() instanceof MountVerdict.Ok ok)) {
            return one;
        }
        List<Note> notes = ok.notes().stream()
                .map(n -> n.text().key().equals("mount.only-here")
                        ? new Note(
                                Message.of("mount.there-on-node", one.mapping().host(), node), true)
                        : n)
                .toList();
        return one.with(new MountVerdict.Ok(notes), one.engineSaid());
    }

    static Map<NodeName, Map<Mapping, Answer>> parse(String text, List<Mapping> asked) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "docker create")
                .text(text, t -> answers(t, asked));
    }

    private static Map<NodeName, Map<Mapping, Answer>> answers(String text, List<Mapping> asked) {
        Map<NodeName, Map<Mapping, Answer>> answers = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            String[] word = line.split(" ", 4);
            if (word.length == 4 && word[1].matches("\\d{1,6}") && Integer.parseInt(word[1]) < asked.size()) {
                boolean known = !word[3].equals("?");
                Optional<String> objection =
                        known && !word[3].isEmpty() ? MountQuestion.objection(decode(word[3])) : Optional.empty();
                Answer answer = new Answer(word[2].equals("yes"), objection, known);
                NodeName.read(word[0])
                        .ifPresent(node -> answers.computeIfAbsent(node, n -> new LinkedHashMap<>())
                                .put(asked.get(Integer.parseInt(word[1])), answer));
            }
        }
        return answers;
    }

    private static String decode(String base64) {
        String said = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8).strip();
        return said.replaceFirst("^Error response from daemon: ", "")
                .lines()
                .findFirst()
                .orElse("");
    }
}
