package org.maxdock.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.DockerWords;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.paste.NotTaken.Why;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A launch from a docker run, dockerrun or dockercluster line, a service of a compose file or a devcontainer.json that
 * somebody pasted.
 *
 * @param launch as the one before, with what the line says in its place
 * @param notTaken what a launch has no place for
 * @param warnings what the engine will refuse
 */
public record PastedLaunch(Launch launch, List<NotTaken> notTaken, List<Message> warnings) {

    private static final String ITSELF = "(?:\"?\\$\\{?(?:USER|LOGNAME)\\}?\"?|\\$\\(whoami\\))";

    /** {@code --user $(id -u):$(id -g)} is what people write for it. */
    private static final Pattern ONESELF =
            Pattern.compile("(?:\\$\\(id -u(?: +" + ITSELF + ")?\\)|`id -u(?: +" + ITSELF + ")?`|\\$UID).*");

    /** What every launch sets by itself, as the run mode wants it. */
    private static final Set<String> OURS =
            Set.of("rm", "i", "t", "interactive", "tty", "name", "quiet", "q", "sig-proxy", "pull");

    /** Options with what each launch gives them by itself, as MaxDock writes them and as people do. */
    private static final Map<String, Pattern> OURS_AS = Map.of(
            "userns",
            Pattern.compile("host"),
            "security-opt",
            Pattern.compile("no-new-privileges(?:[:=]true)?"),
            "group-add",
            Pattern.compile("\\$\\(id -[gG].*|`id -[gG].*|\\$GID.*|&"),
            "u",
            ONESELF,
            "user",
            ONESELF);
    /** What a launch has no place for: it sits at a terminal, and its container is seen to its end. */
    private static final Map<String, Why> NONE_OF_OURS = Map.of(
            "d",
            Why.ATTENDED,
            "detach",
            Why.ATTENDED,
            "restart",
            Why.ATTENDED,
            "cidfile",
            Why.ATTENDED,
            "env-file",
            Why.ENV_FILE,
            "u",
            Why.RUN_MODE,
            "user",
            Why.RUN_MODE,
            "userns",
            Why.RUN_MODE);

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Set<String> TERMINAL = Set.of("t", "tty");

    /** What was told with the mappings. */
    private static final Set<String> TOLD = Set.of("volumes-from", "tmpfs");

    /** What a line does not say, and so stays as it was. */
    public record Before(String name, LaunchPlace place, LaunchKind kind) {

        public static Before of(Launch launch) {
            return new Before(launch.name(), launch.place(), launch.kind());
        }
    }

    public PastedLaunch {
        notTaken = List.copyOf(notTaken);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param variables of the user's login environment
     * @throws Trouble where it is nothing that names an image to run
     */
    public static PastedLaunch of(String text, Before before, Map<String, String> variables) throws Trouble {
        return of(text, before, variables, "");
    }

    /**
     * The same.
     *
     * @param service which is meant, of a compose file; empty for the first that maps anything, or else the first
     */
    public static PastedLaunch of(String text, Before before, Map<String, String> variables, String service)
            throws Trouble {
        return InvalidValue.orTrouble(() -> read(before, PastedPlan.ofLaunch(text, variables, service)));
    }

    private static PastedLaunch read(Before before, PastedPlan plan) throws Trouble {
        PastedRest rest = plan.rest();
        if (rest.image().isEmpty()) {
            throw new Trouble(TroubleKind.NO_RUN_LINE);
        }
        Reading reading = new Reading(rest.unresolved());
        plan.notTaken().forEach(reading::tell);
        rest.left().forEach(reading::tell);
        rest.options().forEach(reading::option);
        rest.command().forEach(reading::unknownIn);
        RunMode mode = mode(rest);
        boolean sites = mode == RunMode.DOCKERRUN; // of dockercluster's it sets name and port, and has the image there
        if (!sites) {
            rest.site().forEach(word -> reading.tell(word, Why.SITE));
        }
        ContainerOptions options = new ContainerOptions(
                reading.environment,
                reading.sharedMemory,
                reading.ulimits,
                reading.arguments,
                sites ? rest.site() : List.of());
        Launch launch = new Launch(
                before.name(),
                ImageReference.parse(rest.image()),
                plan.mappings(),
                List.of(),
                mode,
                before.place(),
                rest.command(),
                reading.directory,
                options,
                kind(before.kind(), rest));
        return new PastedLaunch(
                launch, List.copyOf(reading.notTaken.values()), mode == RunMode.ME ? List.of() : plan.warnings());
    }

    /** A line without a command, that does not ask for a terminal, runs what the image has by itself. */
    private static LaunchKind kind(LaunchKind before, PastedRest rest) {
        boolean terminal = rest.options().stream().anyMatch(o -> TERMINAL.contains(o.name()));
        boolean own = rest.command().isEmpty() && !terminal && !rest.program().equals("dockercluster");
        return own && before instanceof LaunchKind.Shell ? LaunchKind.Name.COMMAND.plain() : before;
    }

    private static RunMode mode(PastedRest rest) {
        boolean host = rest.options().stream()
                .anyMatch(o -> o.name().equals("userns") && o.value().equals("host"));
        return switch (rest.program()) {
            case "dockerrun" -> RunMode.DOCKERRUN;
            case "dockercluster" -> RunMode.DOCKERCLUSTER;
            default ->
                host || rest.options().stream().anyMatch(PastedLaunch::isOneself) ? RunMode.ME : RunMode.ISOLATED;
        };
    }

    private static boolean isOneself(PastedRest.Option option) {
        return isUser(option) && isOurs(option);
    }

    private static boolean isUser(PastedRest.Option option) {
        return option.name().equals("u") || option.name().equals("user");
    }

    private static boolean isOurs(PastedRest.Option option) {
        Pattern as = OURS_AS.get(option.name());
        return as == null
                ? OURS.contains(option.name())
                : as.matcher(option.value()).matches();
    }

    private static final class Reading {

        private final List<String> unresolved;
        private final Map<String, NotTaken> notTaken = new LinkedHashMap<>();
        private final List<String> environment = new ArrayList<>();
        private final List<String> ulimits = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private String sharedMemory = "";
        private String directory = "";

        Reading(List<String> unresolved) {
            this.unresolved = unresolved;
        }

        /** Each once. */
        void tell(NotTaken left) {
            notTaken.putIfAbsent(left.what(), left);
        }

        void tell(String what, Why why) {
            tell(new NotTaken(what, why));
        }

        void option(PastedRest.Option option) {
            String value = option.value();
            switch (option.name()) {
                case "e", "env" ->
                    variable(value).ifPresentOrElse(environment::add, () -> tell("-e " + value, Why.NO_VARIABLE));
                case "w", "workdir" -> {
                    unknownIn(value);
                    directory = value;
                }
                case "shm-size" -> sharedMemory = value;
                case "ulimit" -> ulimits.add(value);
                default -> other(option);
            }
        }

        /** What is taken as it was written, where a shell would have put something else. */
        void unknownIn(String value) {
            unresolved.stream().filter(value::contains).forEach(what -> tell(what, Why.UNKNOWN));
        }

        /**
         * A name alone means the value that the variable has where docker runs, which is in the job: it is not taken
         * from here, since it may be a secret, and what is kept is read by others.
         */
        private Optional<String> variable(String text) {
            int equals = text.indexOf('=');
            if (equals > 0 && text.substring(equals + 1).equals("$" + text.substring(0, equals))) {
                return Optional.of(text.substring(0, equals)); // as it is in the job
            }
            unknownIn(text);
            return Optional.of(text)
                    .filter(t -> t.contains("=") || NAME.matcher(t).matches());
        }

        private void other(PastedRest.Option option) {
            String dashes = option.name().length() == 1 ? "-" : "--";
            boolean valueless = option.value().isEmpty() && DockerWords.isSwitch(option.name());
            String written = dashes
                    + option.name()
                    + (valueless ? "" : (option.name().length() == 1 ? "" : "=") + option.value());
            if (isOurs(option) || TOLD.contains(option.name())) {
                return;
            }
            if (NONE_OF_OURS.containsKey(option.name())) {
                tell(written, NONE_OF_OURS.get(option.name()));
            } else {
                unknownIn(option.value());
                arguments.add(written);
            }
        }
    }
}
