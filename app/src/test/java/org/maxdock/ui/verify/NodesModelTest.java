package org.maxdock.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.slurm.Records;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ModelConnection;

/** Which nodes can be looked at, and what is said of those that cannot be read. */
class NodesModelTest {

    private final ModelBench bench = new ModelBench();
    private final ModelConnection connection = new ModelConnection(bench);
    private final ClusterOperations cluster = mock(ClusterOperations.class);
    private final NodesModel nodes = new NodesModel(bench.background(), connection.model(), cluster);

    @Test
    void whatCouldNotBeReadIsTold() throws Exception {
        when(cluster.partitions()).thenReturn(Records.of(List.of()));
        when(cluster.nodes()).thenReturn(new Records<>(List.of(), 3));
        connection.connect();
        nodes.load(() -> {});
        bench.settle();
        assertThat(nodes.notShownProperty().get().map(bench.texts()::get))
                .hasValue("3 lines of sinfo could not be read and are not shown.");
    }
}
