package org.maxdock.ui.launch;

import org.maxdock.launch.Launch;
import org.maxdock.operation.OpenProject;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Session;

/** Keeps launches in the project, and their scripts in its folder. */
final class KeptLaunches {

    private final Session session;

    KeptLaunches(Session session) {
        this.session = session;
    }

    /** @param planName the plan that its mappings are from, if they are those of a kept one */
    void keep(Launch launch, String planName) {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            session.background().trouble(new Trouble(TroubleKind.NO_PROJECT));
            return;
        }
        session.background()
                .run(
                        session.text("ui.work.save-launch", launch.name()),
                        a -> {
                            project.put(session.plans().naming(launch, planName, project));
                            return launch;
                        },
                        done -> {});
    }

    /** @param script empty where there is none yet */
    void keepScript(Launch launch, String script) {
        OpenProject project = session.projectProperty().get();
        if (project == null || script.isEmpty()) {
            session.background()
                    .trouble(new Trouble(
                            TroubleKind.NOT_RECORDED, launch.image(), project == null ? "" : project.folder()));
            return;
        }
        String file = launch.name().replaceAll("[^A-Za-z0-9_-]+", "-") + ".maxdock.sh";
        session.background()
                .run(
                        session.text("ui.work.save-script", project.folder().resolve(file)),
                        a -> {
                            project.writeFile(file, script);
                            return file;
                        },
                        done -> {});
    }
}
