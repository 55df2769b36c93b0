package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Valid;

/**
 * The programs that a launch needs of its image.
 *
 * @param cluster those of a virtual cluster itself: an ssh service, as the site's page says, and for MPI its mpirun
 * @param started those that are started in the container
 * @param isNothing whether neither the launch nor the image says what to start
 */
record LaunchPrograms(List<NeededProgram> cluster, List<NeededProgram> started, boolean isNothing) {

    /** Where images have it, beside where their PATH leads. */
    static final List<String> MPIRUN = List.of(
            "/usr/bin/mpirun",
            "/usr/local/bin/mpirun",
            "/usr/lib64/openmpi/bin/mpirun",
            "/opt/openmpi/bin/mpirun",
            "/usr/mpi/gcc/openmpi/bin/mpirun");

    private static final List<String> SSHD = List.of("/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd");
    private static final List<String> SSH_KEYGEN = List.of("/usr/bin/ssh-keygen", "/usr/local/bin/ssh-keygen");
    private static final String SH = "sh";
    private static final int MOST = 4;

    LaunchPrograms {
        cluster = Valid.list("cluster", cluster, MOST);
        started = Valid.list("started", started, MOST);
    }

    static LaunchPrograms of(Launch launch, ImageRecord record) {
        SearchPath path = SearchPath.of(launch, record.identity().run());
        ContainerCommand command = new ContainerCommand(
                SiteCall.of(launch).given(new LaunchPlan(launch, record, Mark.fresh())), launch.isCluster());
        boolean mpi = launch.kind() instanceof LaunchKind.Mpi;
        List<NeededProgram> cluster = new ArrayList<>();
        if (launch.isCluster()) {
            cluster.add(path.program(SH));
            cluster.add(path.program("sshd", SSHD));
            cluster.add(path.program("ssh-keygen", SSH_KEYGEN));
        }
        if (mpi) {
            cluster.add(path.program("mpirun", MPIRUN));
        }
        Optional<String> program = command.program();
        List<NeededProgram> started = Stream.concat(
                        command.needsShell() ? Stream.of(SH) : Stream.empty(), program.stream())
                .distinct()
                .filter(word -> !(launch.isCluster() && word.equals(SH)) && !(mpi && word.startsWith("-")))
                .map(word -> mpi ? path.rank(word, MPIRUN) : path.program(word))
                .toList();
        return new LaunchPrograms(cluster, started, program.isEmpty());
    }

    List<NeededProgram> all() {
        return Stream.concat(cluster.stream(), started.stream()).toList();
    }
}
