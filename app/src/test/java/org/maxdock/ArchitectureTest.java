package org.maxdock;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.maxdock.slurm.Records;

/** The rooms, and the direction of the arrows between them. */
@AnalyzeClasses(packages = "org.maxdock", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> ROOMS = List.of(
            "text",
            "host",
            "registry",
            "engine",
            "slurm",
            "image",
            "mount",
            "node",
            "launch",
            "paste",
            "store",
            "operation",
            "cli",
            "ui");

    /** Rooms within rooms: what stands first knows nothing of what comes after it. */
    private static final List<List<String>> INNER = List.of(
            List.of("host.shell", "host", "host.local", "host.ssh"),
            List.of("image.identity", "image.dockerfile", "image.context", "image.archive", "image"),
            List.of("store.file", "store"));

    @ArchTest
    static void importsGoOnlyToRoomsAbove(JavaClasses classes) {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            String[] below = ROOMS.subList(i + 1, ROOMS.size()).stream()
                    .map(r -> "org.maxdock." + r + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.maxdock." + ROOMS.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(below)
                    .check(classes);
        }
    }

    /** Words for a shell to complete are shown with nothing beside them. */
    private static final String WORDS = "org.maxdock.cli.WordsCommand";

    /** Whoever takes records out of a list that passes some over says so, or hands the count on. */
    @ArchTest
    static void whatIsPassedOverIsTold(JavaClasses classes) {
        Map<String, Set<String>> called = new TreeMap<>();
        for (JavaClass one : classes) {
            one.getMethodCallsFromSelf().stream()
                    .map(call -> call.getTarget())
                    .filter(target -> target.getOwner().isEquivalentTo(Records.class))
                    .forEach(target -> called.computeIfAbsent(top(one), name -> new TreeSet<>())
                            .add(target.getName()));
            one.getMethodReferencesFromSelf().stream()
                    .map(reference -> reference.getTarget())
                    .filter(target -> target.getOwner().isEquivalentTo(Records.class))
                    .forEach(target -> called.computeIfAbsent(top(one), name -> new TreeSet<>())
                            .add(target.getName()));
        }
        called.remove(WORDS);
        called.keySet()
                .removeIf(name -> !name.startsWith("org.maxdock.ui.")
                        && !name.startsWith("org.maxdock.cli.")
                        && !name.equals("org.maxdock.operation.ServerCheck"));
        assertThat(called).hasSizeGreaterThan(8);
        called.forEach((name, methods) -> {
            if (methods.contains("found")) {
                assertThat(methods).as(name).containsAnyOf("passedOver", "notShown");
            }
        });
    }

    private static String top(JavaClass one) {
        return one.getName().replaceFirst("[$].*", "");
    }

    @ArchTest
    static void importsGoOnlyToInnerRoomsAbove(JavaClasses classes) {
        for (List<String> rooms : INNER) {
            for (int i = 0; i < rooms.size() - 1; i++) {
                String[] below = rooms.subList(i + 1, rooms.size()).stream()
                        .map(r -> "org.maxdock." + r)
                        .toArray(String[]::new);
                noClasses()
                        .that()
                        .resideInAPackage("org.maxdock." + rooms.get(i))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        .check(classes);
            }
        }
    }

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("org.maxdock.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pagesHaveNoCycles =
            slices().matching("org.maxdock.ui.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule windowAndCommandLineDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("org.maxdock.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.maxdock.cli..");

    @ArchTest
    static final ArchRule onlyUiKnowsJavaFx =
            onlyIn("ui", "javafx..", "atlantafx..", "org.controlsfx..", "com.techsenger..");

    @ArchTest
    static final ArchRule onlyHostKnowsSshAndPseudoTerminals = onlyIn("host", "com.jcraft.jsch..", "com.pty4j..");

    @ArchTest
    static final ArchRule onlyEngineKnowsDockerJava = onlyIn("engine", "com.github.dockerjava..", "org.apache.hc..");

    @ArchTest
    static final ArchRule onlyPasteKnowsYaml = onlyIn("paste", "org.snakeyaml..");

    @ArchTest
    static final ArchRule onlyCliKnowsPicocli = onlyIn("cli", "picocli..");

    /** Docker's and registries' own JSON is read in their rooms; all of MaxDock's own is the store's. */
    @ArchTest
    static final ArchRule onlyStoreAndWhoReadsForeignJsonKnowJackson = noClasses()
            .that()
            .resideOutsideOfPackages("org.maxdock.store..", "org.maxdock.engine..", "org.maxdock.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..");

    /** What a machine reads has the digits and letters of no language: %d is written in Arabic digits for some. */
    @ArchTest
    static final ArchRule whatMachinesReadDependsOnNoLanguage = noClasses()
            .that()
            .resideOutsideOfPackages("org.maxdock.ui..", "org.maxdock.text..")
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(java.io.PrintStream.class, "printf", String.class, Object[].class)
            .orShould()
            .callMethod(java.io.PrintWriter.class, "printf", String.class, Object[].class);

    @ArchTest
    static final ArchRule noLettersAreChangedByTheUsersLanguage = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase");

    /** A model is told of by properties and lists, and can be tested without a window. */
    @ArchTest
    static final ArchRule modelsKnowOfJavaFxOnlyPropertiesAndLists = noClasses()
            .that()
            .resideInAPackage("org.maxdock.ui..")
            .and()
            .haveNameMatching(".*Model(\\$.*)?")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
                    .and(resideOutsideOfPackages("javafx.beans..", "javafx.collections..")));

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.maxdock.Main")
            .and()
            .doNotHaveFullyQualifiedName("org.maxdock.StandbyMain")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule logsGoThroughTheJdk = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "org.apache.logging..", "org.apache.commons.logging..");

    @ArchTest
    static final ArchRule stateBelongsToObjects =
            fields().that().areStatic().should().beFinal();

    /** What is waited for is a condition, and has a limit. */
    @ArchTest
    static void nothingSleepsAlsoInTests(JavaClasses classes) {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("sleep"))
                        .and(targetOwner(assignableTo(Thread.class).or(assignableTo(TimeUnit.class)))))
                .check(new ClassFileImporter().importPackages("org.maxdock"));
    }

    private static ArchRule onlyIn(String room, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.maxdock." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    /** Window and command line call operations; what those call is theirs alone. */
    @ArchTest
    static final ArchRule windowAndCommandLineKnowOperationsOnly = noClasses()
            .that()
            .resideInAnyPackage("org.maxdock.ui..", "org.maxdock.cli..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.maxdock.operation.Server")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.maxdock.engine.Engine")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.maxdock.slurm.Slurm")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.maxdock.image.Images")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.maxdock.mount.MountCheck")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.maxdock.launch.Launcher")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.maxdock.launch.KeptTerminals")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.maxdock.host.HostFiles");
}
