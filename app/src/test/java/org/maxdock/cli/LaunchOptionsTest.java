package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maxdock.launch.LaunchKind;
import picocli.CommandLine;

class LaunchOptionsTest {

    private static LaunchKind.Name kind(String... words) throws Exception {
        LaunchOptions options = new LaunchOptions();
        new CommandLine(options).parseArgs(words);
        return options.launch("story", "you/recon:1", List.of("./run")).kind().name();
    }

    @Test
    void whatHasSeveralTasksIsABatchJobWhereNoKindIsSaid() throws Exception {
        assertThat(kind("--array", "1-10")).isEqualTo(LaunchKind.Name.BATCH);
        assertThat(kind()).isEqualTo(LaunchKind.Name.SHELL);
        assertThat(kind("--kind", "command")).isEqualTo(LaunchKind.Name.COMMAND);
    }
}
