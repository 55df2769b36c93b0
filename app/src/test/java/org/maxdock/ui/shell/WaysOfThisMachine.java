package org.maxdock.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.BuildFolderFiles;
import org.maxdock.operation.RecordSigner;
import org.maxdock.paste.PastedPlan;
import org.maxdock.store.Json;
import org.maxdock.store.Plans;
import org.maxdock.store.Project;
import org.maxdock.store.RecordFile;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Place;

/** Ways in which files of this machine, and what is pasted, cannot be used. */
final class WaysOfThisMachine {

    private final FailingBench its;
    private final Path folder;
    private String pasted = "";

    WaysOfThisMachine(FailingBench its, Path folder) {
        this.its = its;
        this.folder = folder;
    }

    List<WayToFail> all() {
        return List.of(
                new WayToFail(
                        "an edit without a project",
                        Place.PLAN,
                        TroubleKind.NO_PROJECT,
                        () -> {},
                        new WayToFail.ByModel(() -> {
                            if (its.project.get() == null) {
                                its.bench
                                        .background()
                                        .at(Place.PLAN)
                                        .trouble(new org.maxdock.text.Trouble(TroubleKind.NO_PROJECT));
                            }
                        }),
                        () -> open("mine")),
                project(
                        "a project’s folder that is gone",
                        TroubleKind.FOLDER_GONE,
                        folder.resolve("gone"),
                        () -> {},
                        () -> Files.createDirectories(folder.resolve("gone"))),
                project(
                        "a project’s file that is broken",
                        TroubleKind.PROJECT_UNREADABLE,
                        folder.resolve("broken"),
                        () -> projectFile("broken", "{\"records\": 7"),
                        () -> projectFile("broken", "{}")),
                project(
                        "a project’s file of a later version",
                        TroubleKind.PROJECT_TOO_NEW,
                        folder.resolve("later"),
                        () -> projectFile("later", "{\"schema\": 99}"),
                        () -> projectFile("later", "{}")),
                new WayToFail(
                        "a full disk while the project is written",
                        Place.PROJECT,
                        TroubleKind.NO_SPACE,
                        this::fill,
                        new WayToFail.ByModel(() -> edited(mappings)),
                        () -> mappings = 1),
                project(
                        "a folder in the place of a project’s file",
                        TroubleKind.FILE_NOT_REGULAR,
                        folder.resolve("strange"),
                        () -> Files.createDirectories(folder.resolve("strange").resolve(Project.FILE)),
                        () -> Files.delete(folder.resolve("strange").resolve(Project.FILE))),
                new WayToFail(
                        "settings that cannot be written",
                        Place.SETTINGS,
                        TroubleKind.FILE_UNWRITABLE,
                        () -> {
                            Files.writeString(folder.resolve("file"), "");
                            its.keepSettingsIn(folder.resolve("file/settings.json"));
                        },
                        new WayToFail.ByModel(this::changeSettings),
                        () -> its.keepSettingsIn(folder.resolve("other.json"))),
                here(
                        "a Dockerfile that somebody put a folder in the place of",
                        Place.DOCKERFILE,
                        TroubleKind.FILE_NOT_REGULAR,
                        () -> Files.createDirectories(folder.resolve("odd/Dockerfile")),
                        this::dockerfile,
                        () -> Files.delete(folder.resolve("odd/Dockerfile"))),
                here(
                        "a file that is no record",
                        Place.RECORDS,
                        TroubleKind.RECORD_UNREADABLE,
                        () -> Files.writeString(folder.resolve("record.json"), "{}"),
                        () -> imported(),
                        () -> imported = false),
                here(
                        "a record that is not there",
                        Place.RECORDS,
                        TroubleKind.FILE_UNREADABLE,
                        () -> {
                            imported = true;
                            Files.deleteIfExists(folder.resolve("record.json"));
                        },
                        () -> imported(),
                        () -> imported = false),
                here(
                        "no key to sign with",
                        Place.RECORDS,
                        TroubleKind.NO_SIGNING_KEY,
                        () -> {},
                        this::signingKey,
                        () -> {
                            Files.createDirectories(folder.resolve(".ssh"));
                            Files.writeString(folder.resolve(".ssh/id_ed25519"), "key");
                        }),
                here(
                        "a pasted line without a mapping",
                        Place.PLAN,
                        TroubleKind.NOTHING_PASTED,
                        () -> pasted = "docker run busybox",
                        this::paste,
                        () -> pasted = "docker run -v /a:/b busybox"),
                here(
                        "a pasted document with a mistake",
                        Place.PLAN,
                        TroubleKind.PASTE_UNREADABLE,
                        () -> pasted = "services: {a: [",
                        this::paste,
                        () -> pasted = "docker run -v /a:/b busybox"),
                here(
                        "a mount plan that is not kept",
                        Place.PLAN,
                        TroubleKind.NO_SUCH_PLAN,
                        () -> pasted = "none",
                        this::plan,
                        () -> pasted = ""));
    }

    private boolean imported = true;
    private int mappings = 1;

    private Object imported() throws Exception {
        return imported ? new RecordFile(new Json()).read(folder.resolve("record.json")) : "";
    }

    private Object signingKey() throws Exception {
        return new RecordSigner(new LocalHost(), folder, Optional.empty()).defaultKey();
    }

    private Object paste() throws Exception {
        return PastedPlan.of(pasted, Map.of());
    }

    private Object plan() throws Exception {
        return pasted.isEmpty()
                ? ""
                : new Plans(folder.resolve("plans.json"), new Json()).named(pasted, new Project(folder, new Json()));
    }

    private Object dockerfile() throws Exception {
        return new BuildFolderFiles(its.link)
                .file(new BuildFolder.Here(folder.resolve("odd")), "Dockerfile")
                .read();
    }

    private void projectFile(String name, String text) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve(name)).resolve(Project.FILE), text);
    }

    private void open(String name) throws Exception {
        its.project.open(Files.createDirectories(folder.resolve(name)));
        its.bench.settle();
    }

    private void fill() {
        its.project.open(its.server.smallHere());
        its.bench.settle();
        mappings = 1000;
    }

    private void edited(int many) {
        List<Mapping> all = IntStream.range(0, many)
                .mapToObj(i -> new Mapping("/a/long/path/" + i, "/data" + i, true))
                .toList();
        boolean[] ended = new boolean[1];
        its.project.edit(now -> now.withMounts(all), () -> ended[0] = true, trouble -> {
            ended[0] = true;
            its.bench.background().at(Place.PROJECT).trouble(trouble);
        });
        its.bench.settleUntil(() -> ended[0]);
    }

    private void changeSettings() {
        its.settings.change(s -> s.withTarget("max-wgs"));
    }

    private WayToFail project(String how, TroubleKind kind, Path where, WayToFail.Step before, WayToFail.Step mend) {
        return new WayToFail(
                how,
                Place.PROJECT,
                kind,
                before,
                new WayToFail.ByModel(() -> {
                    its.project.open(where);
                }),
                mend);
    }

    private static WayToFail here(
            String how, Place place, TroubleKind kind, WayToFail.Step before, Callable<?> act, WayToFail.Step mend) {
        return new WayToFail(how, place, kind, before, new WayToFail.Here(act), mend);
    }
}
