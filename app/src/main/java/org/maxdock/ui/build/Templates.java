package org.maxdock.ui.build;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.dockerfile.Template;
import org.maxdock.operation.BuildFolderFiles;
import org.maxdock.ui.shared.Background;

/** Begins a Dockerfile with a template. */
public final class Templates {

    private final Background background;
    private final BuildFolderFiles files;
    private final DockerfileDraft draft;
    private final DockerfileSaves saves;

    Templates(Background background, BuildFolderFiles files, DockerfileDraft draft, DockerfileSaves saves) {
        this.background = background;
        this.files = files;
        this.draft = draft;
        this.saves = saves;
    }

    /**
     * A template comes into the editor, and its other files into the folder where there are none yet.
     *
     * @param replace asks whether it may take the place of what is there
     */
    public void begin(Template template, BooleanSupplier replace) {
        saves.leave(() -> {
            BuildFolder folder = draft.folder().get();
            String before = draft.text().get();
            boolean meant = before.isBlank() || replace.getAsBoolean();
            if (folder == null || !meant || folder != draft.folder().get()) {
                return;
            }
            background.quietly(
                    a -> {
                        Map<String, String> all = template.read();
                        String dockerfile = all.remove(DockerfileModel.NAME);
                        files.addMissing(folder, all);
                        return dockerfile;
                    },
                    text -> {
                        if (folder == draft.folder().get()
                                && before.equals(draft.text().get())) {
                            draft.text().set(text);
                        }
                    },
                    background::trouble);
        });
    }
}
