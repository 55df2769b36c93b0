package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whoever types docker's or SLURM's name of a command is told one that there is. */
class OtherNamesTest {

    private final CommandLine line = CommandLines.whole();

    private boolean isThere(String words) {
        CommandLine at = line;
        for (String word : words.split(" ")) {
            if (at.getSubcommands().containsKey(word)) {
                at = at.getSubcommands().get(word);
            } else {
                return at != line && at.getSubcommands().isEmpty()
                        || at.getCommandSpec().optionsMap().containsKey(word);
            }
        }
        return at != line;
    }

    private CommandLine command(String typed) {
        CommandLine at = line;
        for (String word :
                typed.substring("maxdock ".length(), typed.lastIndexOf(' ')).split(" ")) {
            at = at.getSubcommands().get(word);
            assertThat(at).as(typed).isNotNull();
        }
        return at;
    }

    /** What is told to be written is there; what is known anyway is not told to be something else. */
    @Test
    void eachOptionIsToldOneThatThereIs() {
        assertThat(OtherNames.options()).allSatisfy((typed, meant) -> {
            CommandLine of = command(typed);
            assertThat(of.getCommandSpec().optionsMap()).as(typed).doesNotContainKey(word(typed));
            assertThat(meant.split("[ ,=]+"))
                    .filteredOn(w -> w.startsWith("--") && !w.equals("--ntasks") && !w.equals("--output"))
                    .allSatisfy(w -> assertThat(of.getCommandSpec().optionsMap())
                            .as(typed)
                            .containsKey(w));
            if (meant.startsWith("maxdock ")) {
                assertThat(line.getSubcommands()).as(typed).containsKey(meant.split(" ")[1]);
            }
        });
        assertThat(OtherNames.needless())
                .allSatisfy(typed -> assertThat(command(typed).getCommandSpec().optionsMap())
                        .as(typed)
                        .doesNotContainKey(word(typed)));
    }

    private static String word(String typed) {
        return typed.substring(typed.lastIndexOf(' ') + 1);
    }

    @Test
    void eachIsToldOneThatThereIsAndIsNoneItself() {
        assertThat(OtherNames.all()).allSatisfy((typed, meant) -> {
            String group = typed.substring("maxdock".length(), typed.lastIndexOf(' ') + 1)
                    .strip();
            assertThat(meant.split(", ")).allSatisfy(one -> {
                String whole = one.startsWith("maxdock ") ? one.substring(8) : (group + " " + one).strip();
                assertThat(isThere(whole)).as(typed + ": " + whole).isTrue();
            });
            CommandLine of = group.isEmpty() ? line : line.getSubcommands().get(group);
            String word = typed.substring(typed.lastIndexOf(' ') + 1);
            assertThat(of.getSubcommands()).as(typed).doesNotContainKey(word);
        });
    }
}
