package org.maxdock.cli;

import java.util.Map;
import java.util.Optional;

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

    private OtherNames() {}

    /** By the whole command as it is typed. */
    static Map<String, String> all() {
        return COMMANDS;
    }

    /**
     * What is meant, as it is written there.
     *
     * @param command whole, such as {@code maxdock container}
     * @param word that it does not know
     */
    static Optional<String> of(String command, String word) {
        return Optional.ofNullable(COMMANDS.get(command + " " + word));
    }
}
