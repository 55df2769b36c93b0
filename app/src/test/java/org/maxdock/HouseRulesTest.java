package org.maxdock;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.maxdock.engine.Engine;
import org.maxdock.host.Host;
import org.maxdock.host.HostFiles;
import org.maxdock.slurm.Slurm;
import org.maxdock.ui.shared.Page;

/** Who knows what, and who owns what, beside the arrows between the rooms ({@link ArchitectureTest}). */
@AnalyzeClasses(packages = "org.maxdock", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final int MOST_GIVEN = 14;
    private static final int MOST_HANDED_OUT = 8;

    /** By these a class talks to a machine. */
    private static final Set<String> WAYS_TO_A_MACHINE =
            Set.of(Host.class.getName(), HostFiles.class.getName(), Slurm.class.getName(), Engine.class.getName());

    /** What an operation opened and hands over, and the browser of this machine. */
    private static final Set<String> HANDED_OVER =
            Set.of("org.maxdock.launch.OpenApplication", "org.maxdock.launch.Browser");

    /** The program's own terminal is set from where it is used. */
    @ArchTest
    static final ArchRule onlyHostStartsProcesses = noClasses()
            .that()
            .resideOutsideOfPackage("org.maxdock.host..")
            .and()
            .doNotHaveFullyQualifiedName("org.maxdock.cli.ConsoleTerminal")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ProcessBuilder.class.getName());

    @ArchTest
    static final ArchRule onlyRegistrySpeaksHttp = noClasses()
            .that()
            .resideOutsideOfPackage("org.maxdock.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    /** The user's known hosts are OpenSSH's, and no file of the store's. */
    @ArchTest
    static final ArchRule onlyStoreLocksFiles = noClasses()
            .that()
            .resideOutsideOfPackage("org.maxdock.store..")
            .and()
            .doNotHaveFullyQualifiedName("org.maxdock.host.ssh.KnownHostsFile")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.channels.FileLock");

    /**
     * Pages have no threads of their own: what takes time goes through {@link org.maxdock.ui.shared.Background}. An
     * operation that reads a log reads two streams at once, and waits for both.
     */
    @ArchTest
    static final ArchRule pagesStartNoThreads = noClasses()
            .that()
            .resideInAPackage("org.maxdock.ui..")
            .and()
            .resideOutsideOfPackage("org.maxdock.ui.shared..")
            .and()
            .doNotHaveFullyQualifiedName("org.maxdock.ui.containers.LogModel")
            .should()
            .callMethodWhere(targetOwner(assignableTo(Thread.class)
                            .or(assignableTo(Executors.class))
                            .or(assignableTo(CompletableFuture.class)))
                    .and(target(nameMatching("ofVirtual|ofPlatform|start.*|new.*|.*Async|delayedExecutor"))))
            .orShould()
            .callConstructorWhere(targetOwner(assignableTo(Thread.class)));

    /** What is static is a constant; the locks of a process are the one thing that all of it must share. */
    @ArchTest
    static void nothingStaticCanChange(JavaClasses classes) {
        assertThat(classes.stream()
                        .flatMap(c -> c.getFields().stream())
                        .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
                        .filter(f -> canChange(f.getRawType()))
                        .map(JavaField::getFullName))
                .containsExactly("org.maxdock.store.file.ThreadLock.LOCKS");
    }

    private static boolean canChange(JavaClass type) {
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        boolean plain =
                type.isEquivalentTo(List.class) || type.isEquivalentTo(Set.class) || type.isEquivalentTo(Map.class);
        return collection && !plain || type.getPackageName().startsWith("java.util.concurrent");
    }

    /** A {@code switch} must handle each case of what cannot have others. */
    @ArchTest
    static void casesThatAreClosedAreSealed(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(c -> c.isInterface() && !c.reflect().isSealed())
                        .filter(c -> recordsOf(c).count() > 1)
                        .map(JavaClass::getName))
                .isEmpty();
    }

    private static Stream<JavaClass> recordsOf(JavaClass of) {
        return of.getAllSubclasses().stream()
                .filter(JavaClass::isRecord)
                .filter(r -> r.getPackageName().equals(of.getPackageName()));
    }

    @ArchTest
    static void eachPageHasAModelAndAView(JavaClasses classes) {
        List<JavaClass> pages = classes.stream()
                .filter(c -> c.isAssignableTo(Page.class) && !c.isEquivalentTo(Page.class))
                .toList();
        assertThat(pages).hasSizeGreaterThan(8);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.getDirectDependenciesFromSelf().stream()
                                .map(d -> d.getTargetClass())
                                .filter(to -> to.getPackageName().equals(page.getPackageName()))
                                .map(JavaClass::getSimpleName))
                        .as(page.getName())
                        .anyMatch(name -> name.endsWith("Model")));
    }

    /** Each is given what it uses; the server's own bench is known to operations alone ({@link ArchitectureTest}). */
    @ArchTest
    static void noClassHandsOutEverything(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(c -> !c.getPackageName().equals("org.maxdock.ui")) // where all is put together
                        .filter(c -> handedOut(c) > MOST_HANDED_OUT)
                        .map(JavaClass::getName))
                .containsExactly("org.maxdock.operation.Server");
        assertThat(classes.stream()
                        .filter(c -> !c.isRecord())
                        .flatMap(c -> c.getConstructors().stream())
                        .filter(c -> c.getRawParameterTypes().size() > MOST_GIVEN)
                        .map(JavaConstructor::getFullName))
                .isEmpty();
    }

    /** Kinds of things that are no values. */
    private static long handedOut(JavaClass by) {
        return by.getMethods().stream()
                .filter(m -> m.getRawParameterTypes().isEmpty())
                .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(m -> !m.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaMethod::getRawReturnType)
                .filter(to -> to.getPackageName().startsWith("org.maxdock"))
                .filter(to -> !to.isRecord() && !to.isEnum() && !to.isInterface())
                .filter(to -> !to.isAssignableTo(Throwable.class))
                .distinct()
                .count();
    }

    /** Whatever talks to a machine is called by operations: a class that comes to do so, too. */
    @ArchTest
    static void windowAndCommandLineTalkToNoMachineThemselves(JavaClasses classes) {
        Set<String> talking = new java.util.TreeSet<>();
        for (JavaClass by : classes) {
            if (by.getPackageName().matches("org\\.maxdock\\.(ui|cli)(\\..*)?")) {
                by.getDirectDependenciesFromSelf().stream()
                        .map(d -> d.getTargetClass())
                        .filter(HouseRulesTest::talksToAMachine)
                        .filter(to -> !HANDED_OVER.contains(to.getName()))
                        .forEach(to -> talking.add(by.getName() + " -> " + to.getName()));
            }
        }
        assertThat(talking).isEmpty();
    }

    private static boolean talksToAMachine(JavaClass type) {
        return !type.getPackageName().matches("org\\.maxdock(\\.(operation|ui|cli)(\\..*)?)?")
                && type.getConstructors().stream()
                        .flatMap(c -> c.getRawParameterTypes().stream())
                        .anyMatch(t -> WAYS_TO_A_MACHINE.contains(t.getName()));
    }
}
