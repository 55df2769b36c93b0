package org.maxdock.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.maxdock.host.ssh.Sshd;
import org.maxdock.mount.Mapping;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.store.RecordFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ProjectBench;
import org.maxdock.ui.build.FailingBuild;
import org.maxdock.ui.mounts.FailingMounts;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.verify.FailingRecords;

/** Ways in which files of this machine cannot be used. */
final class WaysOfThisMachine {

    private final FailingBench its;
    private final Path folder;
    private final Path record;
    private final Path key;
    private final FailingMounts mounts;
    private final FailingRecords records;
    private final FailingBuild build;

    WaysOfThisMachine(FailingBench its, Path folder) throws Exception {
        this.its = its;
        this.folder = folder;
        this.record = folder.resolve("record.json");
        this.key = folder.resolve("signing-key");
        this.mounts = new FailingMounts(its.side);
        this.records = new FailingRecords(its.side);
        this.build = new FailingBuild(its.side);
    }

    List<WayToFail> all() {
        return List.of(
                new WayToFail(
                        "an edit without a project",
                        Place.PLAN,
                        TroubleKind.NO_PROJECT,
                        () -> {},
                        new WayToFail.ByModel(() -> mounts.keep("std")),
                        () -> {
                            open("mine");
                            its.project.edit(now -> now.withMounts(List.of(new Mapping("/a", "/data", true))));
                        }),
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
                way(
                        "a Dockerfile that somebody put a folder in the place of",
                        Place.DOCKERFILE,
                        TroubleKind.FILE_NOT_REGULAR,
                        () -> Files.createDirectories(folder.resolve("odd/Dockerfile")),
                        () -> build.open(folder.resolve("odd")),
                        () -> Files.delete(folder.resolve("odd/Dockerfile"))),
                way(
                        "a file that is no record",
                        Place.RECORDS,
                        TroubleKind.RECORD_UNREADABLE,
                        () -> Files.writeString(record, "{}"),
                        () -> records.importRecord(record.toString()),
                        this::recorded),
                way(
                        "a record that is not there",
                        Place.RECORDS,
                        TroubleKind.FILE_UNREADABLE,
                        () -> Files.delete(record),
                        () -> records.importRecord(record.toString()),
                        this::recorded),
                way(
                        "a key to sign with that is not there",
                        Place.RECORDS,
                        TroubleKind.NOT_SIGNED,
                        () -> {},
                        () -> records.sign(key.toString()),
                        () -> Sshd.key(key, "ed25519", "")));
    }

    private int mappings = 1;

    private void recorded() throws Exception {
        Files.deleteIfExists(record);
        new RecordFile(new Json()).write(ProjectBench.record("r/i:1", "2026-01-01T00:00:00Z"), record);
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
        Trouble before = told();
        boolean[] kept = new boolean[1];
        its.project.edit(now -> now.withMounts(all), () -> kept[0] = true);
        its.bench.settleUntil(() -> kept[0] || told() != null && told() != before);
    }

    private Trouble told() {
        return its.bench.background().troubles().at(Place.PROJECT).get();
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

    private static WayToFail way(
            String how, Place place, TroubleKind kind, WayToFail.Step before, WayToFail.Step act, WayToFail.Step mend) {
        return new WayToFail(how, place, kind, before, new WayToFail.ByModel(act), mend);
    }
}
