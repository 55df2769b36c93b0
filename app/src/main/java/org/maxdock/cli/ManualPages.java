package org.maxdock.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual, a page for each command, from the commands' own descriptions; as man-pages(7) lays pages out. */
final class ManualPages {

    /** The page's reader breaks lines; broken before, a label would be two words. */
    private static final int WIDE = 20_000;

    private ManualPages() {}

    /** The pages by their files' names: {@code maxdock.1}, {@code maxdock-digest-verify.1}. */
    static Map<String, String> of(CommandSpec root) {
        Map<String, String> pages = new LinkedHashMap<>();
        add(root, pages);
        return pages;
    }

    private static void add(CommandSpec command, Map<String, String> pages) {
        if (command.usageMessage().hidden()) {
            return;
        }
        command.usageMessage().width(WIDE);
        pages.put(name(command) + ".1", page(command));
        command.subcommands().values().forEach(c -> add(c.getCommandSpec(), pages));
    }

    private static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private static String page(CommandSpec command) {
        RoffPage page = new RoffPage(name(command), "MaxDock " + ProgramVersion.NUMBER);
        page.section("NAME").line(name(command) + " - " + summary(command));
        page.section("SYNOPSIS").line(synopsis(command));
        page.section("DESCRIPTION").line(description(command));
        List<CommandSpec> commands = shown(command);
        if (!commands.isEmpty()) {
            page.section("COMMANDS");
            commands.forEach(c -> page.item(name(c) + "(1)", description(c)));
        }
        if (!command.positionalParameters().isEmpty()) {
            page.section("ARGUMENTS");
            command.positionalParameters().forEach(p -> page.item(p.paramLabel(), described(p)));
        }
        List<OptionSpec> options = command.options().stream()
                .filter(o -> !o.hidden() && !o.inherited())
                .toList();
        page.section("OPTIONS");
        options.forEach(o -> page.item(String.join(", ", o.names()) + value(o), described(o)));
        if (command.parent() == null) {
            page.section("EXIT STATUS");
            page.item("0", "Done, or it holds.");
            page.item("1", "Failed.");
            page.item("2", "Wrong usage.");
            page.item("3", "What was checked does not hold.");
            page.section("FILES");
            page.item("$XDG_CONFIG_HOME/maxdock, or ~/.config/maxdock", "Settings, plans, launches and builds.");
            page.item("~/.local/state/maxdock/maxdock.log", "The log of the window.");
            page.item("maxdock.json", "The records and mappings of a project, in its folder.");
        } else {
            page.section("SEE ALSO").line(name(command.parent()) + "(1)");
        }
        return page.text();
    }

    private static List<CommandSpec> shown(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(c -> !c.usageMessage().hidden())
                .toList();
    }

    private static String synopsis(CommandSpec command) {
        return new Help(command, Help.defaultColorScheme(Ansi.OFF)).synopsis(0).replaceAll("\\s+", " ");
    }

    private static String description(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    /** The first sentence without its full stop, for whatis(1). */
    private static String summary(CommandSpec command) {
        return description(command).split("[.:;](?: |$)")[0];
    }

    private static String value(OptionSpec option) {
        return option.arity().max() == 0 ? "" : " " + option.paramLabel();
    }

    private static String described(ArgSpec argument) {
        String text = String.join(" ", argument.description());
        String initial = argument.defaultValue();
        return text.replace("${DEFAULT-VALUE}", initial == null ? "" : initial);
    }
}
