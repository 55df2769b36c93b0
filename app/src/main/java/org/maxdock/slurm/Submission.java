package org.maxdock.slurm;

import java.io.IOException;
import java.io.OutputStream;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A batch script given to sbatch: only when all of it has arrived, which its length tells, and in one piece, whatever
 * happens to the connection.
 *
 * @param answer what sbatch said; nothing, with status 255, where the connection broke before it could
 */
record Submission(Output answer) {

    /**
     * The job gets the user's environment, as sbatch(1) has it by default, but neither what the script asks for nor
     * what its steps do is to be changed by it (INPUT ENVIRONMENT VARIABLES; those of SLURM's own are made anew for the
     * job): $2 is what counts all the same ({@link UserDefaults}). bash has all of a here-document ready before it
     * starts what reads it.
     */
    private static final String SCRIPT = """
            for name in "${!SBATCH_@}" "${!SRUN_@}" "${!SLURM_@}"; do
              case " $2 SLURM_CONF SLURM_CONF_SERVER SLURM_JWT " in *" $name "*) ;; *) unset "$name" ;; esac
            done
            script=$(head -c "$1"; echo .)
            script=${script%.}
            [ "$(printf %s "$script" | wc -c)" -eq "$1" ] || { echo "not all of the script arrived" >&2; exit 1; }
            exec sbatch --parsable <<< "${script%$'\\n'}\"""";

    /** @throws Trouble where the connection broke before all was sent: then SLURM has not got it */
    static Submission of(Host host, String script) throws Trouble {
        byte[] bytes = RawText.bytes(script);
        try (Running running =
                host.start(Command.script(SCRIPT, String.valueOf(bytes.length), UserDefaults.ofSbatch(script))
                        .asUser())) {
            boolean sent = send(running, bytes);
            if (!sent && !host.isOpen()) {
                throw new Trouble(TroubleKind.CONNECTION_LOST, host.name());
            }
            return new Submission(CancellableOutput.collect(running));
        }
    }

    boolean accepted() {
        return answer.ok();
    }

    private static boolean send(Running running, byte[] bytes) {
        try (OutputStream input = running.input()) {
            input.write(bytes);
            input.flush();
            return true;
        } catch (IOException e) {
            System.getLogger(Submission.class.getName()).log(System.Logger.Level.DEBUG, "it takes no more", e);
            return false;
        }
    }
}
