package dev.eso4j.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The house")
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.eso4j.api", "dev.eso4j.core");
    private static final String CORE = "dev.eso4j.core";

    @Test
    @DisplayName("has rooms through which data goes straight: store, fetch, render, plan, apply; nothing points back")
    void straightLine() {
        ArchRule rule = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.eso4j..")
                .layer("front door")
                .definedBy(CORE)
                .layer("reconcilers")
                .definedBy(CORE + ".externalsecret", CORE + ".secretstore", CORE + ".pushsecret")
                .layer("apply")
                .definedBy(CORE + ".apply")
                .layer("plan")
                .definedBy(CORE + ".plan")
                .layer("render")
                .definedBy(CORE + ".render")
                .layer("fetch")
                .definedBy(CORE + ".fetch")
                .layer("store")
                .definedBy(CORE + ".store")
                .layer("runtime")
                .definedBy(CORE + ".runtime")
                .layer("cluster")
                .definedBy(CORE + ".cluster")
                .layer("api")
                .definedBy("dev.eso4j.api..")
                .whereLayer("front door")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("reconcilers")
                .mayOnlyBeAccessedByLayers("front door")
                .whereLayer("apply")
                .mayOnlyBeAccessedByLayers("reconcilers", "front door")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("apply", "reconcilers", "front door")
                .whereLayer("render")
                .mayOnlyBeAccessedByLayers("plan", "apply", "reconcilers", "front door")
                .whereLayer("fetch")
                .mayOnlyBeAccessedByLayers("render", "reconcilers", "front door")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("fetch", "reconcilers", "front door");
        rule.check(CLASSES);
    }

    @Test
    @DisplayName("has a cluster room that knows nothing above it")
    void cluster() {
        noClasses()
                .that()
                .resideInAPackage(CORE + ".cluster")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        CORE,
                        CORE + ".runtime",
                        CORE + ".store",
                        CORE + ".fetch",
                        CORE + ".render",
                        CORE + ".plan",
                        CORE + ".apply",
                        CORE + ".externalsecret",
                        CORE + ".secretstore"))
                .check(CLASSES);
    }

    @Test
    @DisplayName("has a runtime room that knows the cluster and no rule of Kubernetes resources of ours")
    void runtime() {
        noClasses()
                .that()
                .resideInAPackage(CORE + ".runtime")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        CORE,
                        CORE + ".store",
                        CORE + ".fetch",
                        CORE + ".render",
                        CORE + ".plan",
                        CORE + ".apply",
                        CORE + ".externalsecret",
                        CORE + ".secretstore",
                        "dev.eso4j.api.."))
                .check(CLASSES);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("has rooms that only calculate: no cluster is called, no thread started, no time looked at")
    @ValueSource(strings = {"render", "plan"})
    void pure(String room) {
        noClasses()
                .that()
                .resideInAPackage(CORE + "." + room)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("dev\\.eso4j\\.core\\.cluster\\.(Cluster|.*Cluster|ClusterException)")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.(lang\\.Thread|time\\.(Instant|Clock|InstantSource)|io\\..*|net\\..*)")
                .check(CLASSES);
    }

    @Test
    @DisplayName("has no circles between its rooms")
    void noCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.eso4j.core.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    @DisplayName("has an API that depends on nothing of the house")
    void api() {
        noClasses()
                .that()
                .resideInAPackage("dev.eso4j.api..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(CORE + "..", "dev.eso4j.provider..", "dev.eso4j.standalone.."))
                .check(CLASSES);
    }

    @Test
    @DisplayName("has an engine that knows no provider and no command line")
    void engine() {
        noClasses()
                .that()
                .resideInAPackage(CORE + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.eso4j.provider..", "dev.eso4j.standalone.."))
                .check(CLASSES);
    }

    @Test
    @DisplayName("has the Kubernetes client in the cluster room only; other rooms use its models at most")
    void client() {
        noClasses()
                .that()
                .resideInAPackage(CORE + "..")
                .and()
                .resideOutsideOfPackage(CORE + ".cluster")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are of the client and not of its models or its JSON",
                        (JavaClass c) -> c.getPackageName().startsWith("io.fabric8.kubernetes.client")
                                && !c.getName().equals("io.fabric8.kubernetes.client.CustomResource")
                                && !c.getName().equals("io.fabric8.kubernetes.client.utils.Serialization")))
                .check(CLASSES);
    }

    @Test
    @DisplayName("says in every package that absence must be said")
    void nullMarked() {
        Set<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).contains(CORE, CORE + ".runtime", "dev.eso4j.api.spi");
        assertThat(packages)
                .allSatisfy(name -> assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class))
                        .as(name)
                        .isTrue());
    }

    @Test
    @DisplayName("has no class whose name says nothing")
    void names() {
        for (String suffix : List.of("Util", "Utils", "Helper", "Manager", "Impl")) {
            // SecretsManager is AWS's own name for its service, and upstream's for the type.
            noClasses()
                    .that()
                    .doNotHaveSimpleName("SecretsManager")
                    .should()
                    .haveSimpleNameEndingWith(suffix)
                    .check(CLASSES);
        }
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("never ends the process, and never writes to the console")
    void noExit() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    @DisplayName("has no static state that changes")
    void noStaticState() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    @DisplayName("throws exceptions of its own that need not be declared, or those of interruption and time")
    void exceptions() {
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(CORE + "..")
                .should()
                .declareThrowableOfType(Exception.class)
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage(CORE + "..")
                .and()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(RuntimeException.class)
                .check(CLASSES);
    }
}
