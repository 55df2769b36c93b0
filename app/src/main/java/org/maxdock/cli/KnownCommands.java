package org.maxdock.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands by their names, in the order in which the help lists them. To read the options of all of them takes
 * longer than most of them do, so only those are there that a line names; where it calls none of them, the others too,
 * by name and description only.
 */
final class KnownCommands {

    /** For those who make packages, and for shells that complete a line. */
    private static final Set<String> HIDDEN = Set.of("words", "manual");

    /** What needs the lab, which is in no package. */
    private static final Set<String> OF_SOURCES = Set.of("try");

    private KnownCommands() {}

    static Map<String, Class<?>> all() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("status", StatusCommand.class);
        all.put("connection", ConnectionCommand.class);
        all.put("images", ImagesCommand.class);
        all.put("pull", PullCommand.class);
        all.put("build", BuildCommand.class);
        all.put("dockerfile", DockerfileCommand.class);
        all.put("push", PushCommand.class);
        all.put("save", SaveCommand.class);
        all.put("load", LoadCommand.class);
        all.put("remove", RemoveCommand.class);
        all.put("digest", DigestCommand.class);
        all.put("mount", MountCommand.class);
        all.put("plan", PlanCommand.class);
        all.put("container", ContainerCommand.class);
        all.put("image", ImageCommand.class);
        all.put("registry", RegistryCommand.class);
        all.put("provide", ProvideCommand.class);
        all.put("launch", LaunchCommand.class);
        all.put("jobs", JobsCommand.class);
        all.put("shell", ShellCommand.class);
        all.put("output", OutputCommand.class);
        all.put("open", OpenCommand.class);
        all.put("attach", AttachCommand.class);
        all.put("submit", SubmitCommand.class);
        all.put("extend", ExtendCommand.class);
        all.put("requeue", RequeueCommand.class);
        all.put("cancel", CancelCommand.class);
        all.put("leftovers", LeftoversCommand.class);
        all.put("node", NodeCommand.class);
        all.put("try", TryCommand.class);
        all.put("doctor", DoctorCommand.class);
        all.put("completion", CompletionCommand.class);
        all.put("words", WordsCommand.class);
        all.put("manual", ManualCommand.class);
        return all;
    }

    /** Gives a command line those that its words name; unless one of them is called, the others too. */
    static void addTo(CommandLine line, List<String> words) {
        boolean called = callsOne(line, words);
        all().forEach((name, type) -> {
            if (words.contains(name)) {
                line.addSubcommand(name, whole(name, type, line.getFactory()));
            } else if (!called) {
                line.addSubcommand(name, known(name));
            }
        });
    }

    /** Whether the first word that is no option, nor an option's value, is a command, and no help is asked before. */
    private static boolean callsOne(CommandLine line, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                return all().containsKey(word);
            }
            OptionSpec option = line.getCommandSpec().findOption(word);
            if (option != null && (option.usageHelp() || option.versionHelp())) {
                return false;
            }
            if (option != null && JoinedValues.takesOne(option)) {
                i++;
            }
        }
        return false;
    }

    /** Whether no help names it. */
    static boolean isHidden(String name, boolean packaged) {
        return HIDDEN.contains(name) || packaged && OF_SOURCES.contains(name);
    }

    private static CommandLine whole(String name, Class<?> type, CommandLine.IFactory factory) {
        CommandLine command = new CommandLine(type, factory);
        command.getCommandSpec().usageMessage().hidden(isHidden(name, ProgramVersion.isPackaged()));
        return command;
    }

    private static CommandLine known(String name) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().hidden(isHidden(name, ProgramVersion.isPackaged()));
        return new CommandLine(spec);
    }
}
