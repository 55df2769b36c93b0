package org.maxdock.ui.build;

import javafx.beans.property.StringProperty;
import org.maxdock.operation.BuildOperations;
import org.maxdock.operation.OpenProject;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;

/** Proposes the name that the project's image had last, as long as nobody types another one. */
final class ProposedTag {

    private final ProjectModel project;
    private final BuildOperations builds;
    private final StringProperty tag;
    private final Question<OpenProject> question;

    ProposedTag(Background background, ProjectModel project, BuildOperations builds, StringProperty tag) {
        this.project = project;
        this.builds = builds;
        this.tag = tag;
        this.question = new Question<>(background, project::get);
        project.projectProperty().addListener((o, was, is) -> propose());
        propose();
    }

    /** Another project's name is none for this one. */
    private void propose() {
        question.drop();
        tag.set("");
        if (project.get() != null) {
            question.ask((of, a) -> builds.lastName(of), name -> {
                if (tag.get().isEmpty()) {
                    tag.set(name.orElse(""));
                }
            });
        }
    }
}
