package org.maxdock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import com.tngtech.archunit.core.domain.JavaClasses;

/** The rooms, and the direction of the arrows between them. */
@AnalyzeClasses(packages = "org.maxdock", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> ROOMS = List.of("text", "host", "engine", "image", "mount", "slurm", "launch", "project", "cli", "ui");

    @ArchTest
    static void importsGoOnlyToRoomsAbove(JavaClasses classes) {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            String[] below = ROOMS.subList(i + 1, ROOMS.size()).stream().map(r -> "org.maxdock." + r + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage("org.maxdock." + ROOMS.get(i) + "..").should().dependOnClassesThat().resideInAnyPackage(below).check(classes);
        }
    }

    @ArchTest
    static final ArchRule roomsHaveNoCycles = slices().matching("org.maxdock.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pagesHaveNoCycles = slices().matching("org.maxdock.ui.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyUiKnowsJavaFx = onlyIn("ui", "javafx..", "atlantafx..", "org.controlsfx..", "com.techsenger..");

    @ArchTest
    static final ArchRule onlyHostKnowsSshAndPseudoTerminals = onlyIn("host", "com.jcraft.jsch..", "com.pty4j..");

    @ArchTest
    static final ArchRule onlyEngineKnowsDockerJava = onlyIn("engine", "com.github.dockerjava..", "org.apache.hc..");

    @ArchTest
    static final ArchRule onlyMountKnowsYaml = onlyIn("mount", "org.snakeyaml..");

    @ArchTest
    static final ArchRule onlyCliKnowsPicocli = onlyIn("cli", "picocli..");

    /** The engine reads Docker's own JSON, for which docker-java brings Jackson, and slurm SLURM's; all of MaxDock's own is the project's. */
    @ArchTest
    static final ArchRule onlyProjectEngineAndSlurmKnowJackson = noClasses().that().resideOutsideOfPackages("org.maxdock.project..", "org.maxdock.engine..", "org.maxdock.slurm..")
            .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml.jackson..");

    private static ArchRule onlyIn(String room, String... packages) {
        return noClasses().that().resideOutsideOfPackage("org.maxdock." + room + "..").should().dependOnClassesThat().resideInAnyPackage(packages);
    }
}
