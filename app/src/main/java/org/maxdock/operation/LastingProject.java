package org.maxdock.operation;

import java.nio.file.Path;
import org.maxdock.store.EditableProject;
import org.maxdock.store.Project;
import org.maxdock.store.ProjectContents;
import org.maxdock.store.ProjectEdit;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** An open project for work that may end after it was closed: from then on its file is read and written. */
final class LastingProject implements EditableProject {

    private final OpenProject open;
    private final Project file;

    LastingProject(OpenProject open, Project file) {
        this.open = open;
        this.file = file;
    }

    @Override
    public Path folder() {
        return file.folder();
    }

    @Override
    public ProjectContents contents() throws Trouble {
        return open.isClosed() ? file.contents() : open.contents();
    }

    /** After the edits that were made while it was open. */
    @Override
    public ProjectContents change(ProjectEdit edit) throws Trouble {
        try {
            return open.change(edit);
        } catch (Trouble e) {
            if (e.kind() != TroubleKind.PROJECT_CLOSED) {
                throw e;
            }
        }
        try {
            open.close();
        } catch (Trouble e) { // the file's own lock keeps writers apart
            System.getLogger(LastingProject.class.getName())
                    .log(System.Logger.Level.DEBUG, "edits from before are still on their way", e);
        }
        return file.change(edit);
    }
}
