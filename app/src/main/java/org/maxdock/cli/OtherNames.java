package org.maxdock.cli;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What commands of docker and SLURM are called here, for those who type them out of habit. */
final class OtherNames {

    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("maxdock ps", "container list"),
            Map.entry("maxdock run", "launch"),
            Map.entry("maxdock exec", "container shell"),
            Map.entry("maxdock logs", "container logs"),
            Map.entry("maxdock cp", "container copy"),
            Map.entry("maxdock stop", "container do stop"),
            Map.entry("maxdock kill", "container do kill"),
            Map.entry("maxdock rm", "container do rm"),
            Map.entry("maxdock top", "container top"),
            Map.entry("maxdock commit", "container commit"),
            Map.entry("maxdock rmi", "remove"),
            Map.entry("maxdock tag", "image tag"),
            Map.entry("maxdock history", "image layers"),
            Map.entry("maxdock inspect", "image inspect, container inspect"),
            Map.entry("maxdock system", "image prune"),
            Map.entry("maxdock prune", "image prune"),
            Map.entry("maxdock search", "registry search"),
            Map.entry("maxdock login", "registry login"),
            Map.entry("maxdock logout", "registry logout"),
            Map.entry("maxdock version", "--version"),
            Map.entry("maxdock info", "status"),
            Map.entry("maxdock salloc", "launch, node take"),
            Map.entry("maxdock srun", "launch, shell"),
            Map.entry("maxdock sbatch", "launch --batch, submit"),
            Map.entry("maxdock squeue", "jobs"),
            Map.entry("maxdock sacct", "jobs --ended"),
            Map.entry("maxdock scancel", "cancel"),
            Map.entry("maxdock container ls", "list"),
            Map.entry("maxdock container ps", "list"),
            Map.entry("maxdock container exec", "shell"),
            Map.entry("maxdock container cp", "copy"),
            Map.entry("maxdock container run", "maxdock launch"),
            Map.entry("maxdock container start", "do start"),
            Map.entry("maxdock container stop", "do stop"),
            Map.entry("maxdock container restart", "do restart"),
            Map.entry("maxdock container kill", "do kill"),
            Map.entry("maxdock container pause", "do pause"),
            Map.entry("maxdock container unpause", "do unpause"),
            Map.entry("maxdock container rm", "do rm"),
            Map.entry("maxdock image ls", "maxdock images"),
            Map.entry("maxdock image list", "maxdock images"),
            Map.entry("maxdock image rm", "maxdock remove"),
            Map.entry("maxdock image history", "layers"),
            Map.entry("maxdock image save", "maxdock save"),
            Map.entry("maxdock image load", "maxdock load"),
            Map.entry("maxdock image build", "maxdock build"),
            Map.entry("maxdock image pull", "maxdock pull"),
            Map.entry("maxdock image push", "maxdock push"));

    /** The same of options; what stands there is to be written in their place. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("maxdock launch --job-name", "--name"),
            Map.entry("maxdock launch -n", "--kind mpi --ranks"),
            Map.entry("maxdock launch --ntasks", "--kind mpi --ranks"),
            Map.entry("maxdock launch --output", "maxdock output"),
            Map.entry("maxdock launch -u", "--mode"),
            Map.entry("maxdock launch --user", "--mode"),
            Map.entry("maxdock launch --mount", "--volume"),
            Map.entry("maxdock launch --detach", "--batch"),
            Map.entry("maxdock build -q", "--json"),
            Map.entry("maxdock build --quiet", "--json"),
            Map.entry("maxdock build --push", "maxdock push"),
            Map.entry("maxdock build --output", "maxdock save"),
            Map.entry("maxdock images -q", "--json"),
            Map.entry("maxdock images --quiet", "--json"),
            Map.entry("maxdock container list -q", "--json"),
            Map.entry("maxdock container list --filter", "--label"),
            Map.entry("maxdock container logs --until", "--since"),
            Map.entry("maxdock jobs -u", "--all"),
            Map.entry("maxdock jobs -j", "maxdock jobs JOB"),
            Map.entry("maxdock jobs -S", "--ended"),
            Map.entry("maxdock registry login -p", "--password-stdin"),
            Map.entry("maxdock registry login --password", "--password-stdin"),
            Map.entry("maxdock image prune -f", "--yes"),
            Map.entry("maxdock image prune --force", "--yes"),
            Map.entry("maxdock image prune -a", "maxdock remove"));

    /** What goes without saying here. */
    private static final Set<String> NEEDLESS = Set.of(
            "maxdock launch -it",
            "maxdock launch --tty",
            "maxdock launch --rm",
            "maxdock launch --pty",
            "maxdock container shell -t",
            "maxdock build --load",
            "maxdock build --progress",
            "maxdock images -a",
            "maxdock images --all",
            "maxdock container list -a",
            "maxdock container list --all");

    /** What is answered in a sentence, by the key of that. */
    private static final Map<String, String> SENTENCES = Map.of(
            "maxdock container shell -u", "cli.usage.own-user",
            "maxdock container shell --user", "cli.usage.own-user");

    private OtherNames() {}

    /** The key of the sentence that an option of docker's is answered with. */
    static Optional<String> sentence(String command, String option) {
        return Optional.ofNullable(SENTENCES.get(command + " " + bare(option)));
    }

    /** Whether an option of docker or SLURM says what is so anyway. */
    static boolean isNeedless(String command, String option) {
        return NEEDLESS.contains(command + " " + bare(option));
    }

    /** Without its value. */
    private static String bare(String option) {
        int equals = option.startsWith("--") ? option.indexOf('=') : -1;
        return equals < 0 ? option : option.substring(0, equals);
    }

    /** By the whole command as it is typed. */
    static Map<String, String> all() {
        return COMMANDS;
    }

    /** By the whole command and the option. */
    static Map<String, String> options() {
        return OPTIONS;
    }

    /** The same of what goes without saying. */
    static Set<String> needless() {
        return NEEDLESS;
    }

    /**
     * What is meant, as it is written there.
     *
     * @param command whole, such as {@code maxdock container}
     * @param word that it does not know
     */
    static Optional<String> of(String command, String word) {
        String written = command + " " + bare(word);
        return Optional.ofNullable(COMMANDS.getOrDefault(written, OPTIONS.get(written)));
    }
}
