package org.maxdock.paste;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A document that speaks of containers to another program: people paste it, and it is told as what it is. */
enum OtherDocument {
    KUBERNETES(
            "Kubernetes",
            true,
            "^\\s*[\"']?apiVersion[\"']?\\s*:"
                    + "|^\\s*(?:- +)?(?:volumeMounts|hostPath|containerPort|persistentVolumeClaim)\\s*:"),
    ECS("Amazon ECS", true, "^\\s*\"containerDefinitions\"\\s*:"),
    TERRAFORM("Terraform", true, "^\\s*(?:(?:resource|data)\\s+\"[^\"\\n]*\"|module|provider)\\s+\"[^\"\\n]*\"\\s*\\{"),
    NOMAD("Nomad", true, "^\\s*(?:job|group|task)\\s+\"[^\"\\n]*\"\\s*\\{"),
    JENKINS(
            "Jenkins",
            true,
            "^\\s*(?:pipeline|agent|node)\\s*(?:\\([^)\\n]*\\)\\s*)?\\{"
                    + "|\\bdocker\\.image\\([^)\\n]*\\)\\.(?:inside|run|withRun)\\b"),
    NEXTFLOW(
            "Nextflow",
            true,
            "^\\s*process(?:\\s+\\w+)?\\s*\\{|^\\s*(?:docker\\.)?(?:runOptions|withLabel|withName)\\b"
                    + "|^\\s*process\\.container\\s*=|^\\s*docker\\.enabled\\s*="),
    SNAKEMAKE("Snakemake", true, "^(?:rule|checkpoint)\\s+\\w+\\s*:"),
    NIXOS("NixOS", true, "\\boci-containers(?:\\.[a-z]+)*\\s*(?:\\.\\s*[a-z]+\\s*)?="),
    APPTAINER("Apptainer", true, "^(?i:Bootstrap)[ \\t]*:[ \\t]*\\S"),
    DOCKERFILE(
            "Dockerfile",
            true,
            "^(?i:FROM)\\s+(?:--platform=\\S+\\s+)?[\\w$]\\S*(?:\\s+(?i:AS)\\s+\\S+)?[ \\t\\r]*\\n(?:[^\\n]*\\n)*?"
                    + "(?i:RUN|CMD|COPY|ADD|ENTRYPOINT|WORKDIR|ENV|VOLUME|USER|EXPOSE|LABEL|ARG)\\s"),
    CWL("CWL", true, "^cwlVersion\\s*:"),
    WDL("WDL", true, "^(?:task|workflow)\\s+\\w+\\s*\\{"),
    VAGRANT("Vagrant", true, "\\bVagrant\\.configure\\b"),
    TESTCONTAINERS("Testcontainers", true, "\\b(?:GenericContainer|DockerContainer)(?:<[^>\\n]*>)?\\("),
    BITBUCKET("Bitbucket Pipelines", false, "^pipelines\\s*:"),
    AZURE("Azure Pipelines", false, "^(?:pool|trigger)\\s*:"),
    DRONE("Drone", false, "^\\s*(?:- +)?commands\\s*:"),
    GITHUB("GitHub Actions", false, "^\\s*(?:- +)?(?:runs-on|uses)\\s*:"),
    GITLAB("GitLab CI", false, "^\\s*(?:stages?|before_script|script)\\s*:"),
    CIRCLECI("CircleCI", false, "^(?:orbs|executors|workflows)\\s*:"),
    ANSIBLE(
            "Ansible",
            false,
            "^\\s*(?:- +)?(?:hosts|tasks|become|ansible\\.[\\w.]+|[\\w.]*(?:docker|podman)_container)\\s*:");

    /** What says that there is nothing in a text that can be taken. */
    private static final Set<TroubleKind> NOTHING =
            Set.of(TroubleKind.NO_RUN_LINE, TroubleKind.NOTHING_PASTED, TroubleKind.PASTE_UNREADABLE);

    private final String reader;
    private final boolean whole;
    private final Pattern signs;

    /**
     * @param reader what reads it, as it calls itself
     * @param whole whether nothing of it is for Docker; else only where nothing was found
     * @param signs of it, by lines
     */
    OtherDocument(String reader, boolean whole, String signs) {
        this.reader = reader;
        this.whole = whole;
        this.signs = Pattern.compile("(?m)" + signs);
    }

    /** Reads a text. */
    interface Reader {

        /** @throws Trouble where nothing in it can be taken */
        PastedPlan read() throws Trouble;
    }

    /**
     * What is read, unless the text is such a document.
     *
     * @param mayHold whether there is a run or a compose file in it besides
     */
    static PastedPlan orTold(String text, boolean mayHold, Reader reader) throws Trouble {
        Optional<OtherDocument> other = Arrays.stream(values())
                .filter(kind -> kind.signs.matcher(text).find())
                .findFirst();
        if (other.isEmpty()) {
            return reader.read();
        }
        Trouble told = other.get().trouble();
        if (other.get().whole && !mayHold) {
            throw told;
        }
        try {
            PastedPlan plan = reader.read();
            if (plan.mappings().isEmpty() && plan.rest().image().isEmpty()) {
                throw told;
            }
            return plan;
        } catch (Trouble trouble) {
            if (NOTHING.contains(trouble.kind())) {
                told.addSuppressed(trouble);
                throw told;
            }
            throw trouble;
        }
    }

    private Trouble trouble() {
        return this == DOCKERFILE
                ? new Trouble(TroubleKind.DOCKERFILE_PASTED)
                : new Trouble(TroubleKind.OTHER_DOCUMENT, reader);
    }
}
