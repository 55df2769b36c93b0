package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maxdock.host.Host;
import org.maxdock.node.TakenNodes;
import org.maxdock.operation.NodeOperations.TakenNode;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A job that cannot be read hides no node that is taken, and is told to have been passed over. */
class UnreadableNodesTest {

    private final Connection connection = mock(Connection.class);
    private final Server server = mock(Server.class);
    private final Slurm slurm = mock(Slurm.class);
    private final TakenNodes taken = new TakenNodes(mock(Host.class), slurm);
    private final NodeOperations nodes = new NodeOperations(connection);

    private void inQueue(int passedOver, Job... jobs) throws Trouble {
        when(connection.server()).thenReturn(server);
        when(server.takenNodes()).thenReturn(taken);
        when(slurm.mine()).thenReturn(new Records<>(List.of(jobs), passedOver));
    }

    private static Job job(String number, String where) {
        JobId id = new JobId(number);
        return new Job(id, id, TakenNodes.NAME, "RUNNING", "maxcpu", 1, where, "", "", "", "me", "1:00", "", 0);
    }

    @Test
    void theOthersAreTold() throws Trouble {
        inQueue(2, job("7", "wn1"), job("8", "wn[[1"), job("12", "wn2"));
        Records<TakenNode> told = nodes.taken();
        assertThat(told.found()).extracting(n -> n.node().text()).containsExactly("wn2", "wn1");
        assertThat(told.passedOver()).isEqualTo(3);
    }

    @Test
    void whereNoneCanBeReadThatIsSaidWithThatThereIsNone() throws Trouble {
        inQueue(1);
        assertThatThrownBy(() -> taken.host(Optional.empty())).isInstanceOfSatisfying(Trouble.class, trouble -> {
            assertThat(trouble.kind()).isEqualTo(TroubleKind.NO_NODE_TAKEN);
            assertThat(trouble.details()).containsExactly(Message.of("jobs.passed-over", 1));
        });
    }
}
