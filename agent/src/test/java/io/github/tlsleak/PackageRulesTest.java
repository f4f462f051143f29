package io.github.tlsleak;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import what. */
class PackageRulesTest {

    private static final String ROOT = "io.github.tlsleak";
    private static final String HOOKS = "javax.net.ssl.TlsLeak";

    private static final DescribedPredicate<JavaClass> HOOKS_CLASS =
            describe("the hooks classes", type -> type.getName().startsWith(HOOKS));

    private static final DescribedPredicate<JavaClass> JDK =
            describe(
                    "the JDK",
                    type ->
                            (type.isPrimitive() || type.getName().matches("(\\[|javax?\\.).*"))
                                    && !type.getName().startsWith(HOOKS));

    /** For the compiler alone: the jar does not have them. */
    private static final DescribedPredicate<JavaClass> NULLNESS =
            resideInAPackage("org.jspecify.annotations");

    private static JavaClasses agent;

    @BeforeAll
    static void read() throws URISyntaxException {
        Path place =
                Paths.get(
                        TlsLeak.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        agent = new ClassFileImporter().importPath(place);
        assertThat(agent.contain(HOOKS + "Hooks")).isTrue();
    }

    private static void check(ArchRule rule) {
        rule.check(agent);
    }

    /** The three houses. Besides the JDK and itself, each imports what is named, no more. */
    @ParameterizedTest
    @CsvSource({
        "common, ''",
        "agent, io.github.tlsleak javax.net.ssl io.github.tlsleak.common.. org.slf4j.."
                + " net.bytebuddy.jar.asm.. jdk.jfr.. io.opentelemetry..",
        "cli, io.github.tlsleak io.github.tlsleak.common.. picocli.. com.fasterxml.jackson.core.."
                + " net.bytebuddy.agent.. com.sun.jna.. shark.. okio.. kotlin.. jdk.jfr..",
    })
    void aHouseImports(String name, String others) {
        List<String> allowed = new ArrayList<>(List.of(others.split(" ")));
        allowed.add(ROOT + "." + name + "..");
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT + "." + name + "..")
                        .should()
                        .onlyDependOnClassesThat(
                                JDK.or(NULLNESS)
                                        .or(resideInAnyPackage(allowed.toArray(new String[0])))));
    }

    /** Inside a house, too, a library belongs to the package that needs it. */
    @ParameterizedTest
    @CsvSource({
        "net.bytebuddy.jar.asm.., agent.instrument..",
        "net.bytebuddy.agent.., cli..",
        "com.sun.jna.., cli.reach",
        "org.slf4j.., agent.output.log",
        "jdk.jfr.., [agent.output.jfr|cli.report.jfr]",
        "io.opentelemetry.., agent.output.otlp",
        "java.net.http.., agent.output.otlp",
        "picocli.., cli",
        "shark.., cli.heap.dump",
        "okio.., cli.heap.dump",
        "com.fasterxml.jackson.core.., cli.report..",
        "javax.management.., agent.output.jmx",
    })
    void aLibraryIsForOnePackage(String library, String user) {
        check(
                noClasses()
                        .that(
                                not(
                                        resideInAnyPackage(
                                                ROOT + "." + user,
                                                library,
                                                "org.slf4j.simple",
                                                "io.opentelemetry.exporter.sender.jdk.internal")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library));
    }

    @Test
    void theEntryImportsTheJdkOnly() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT)
                        .should()
                        .onlyDependOnClassesThat(JDK.or(NULLNESS).or(resideInAPackage(ROOT))));
    }

    @Test
    void whatTestsUseImportsTheJdkOnly() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT + ".test")
                        .should()
                        .onlyDependOnClassesThat(
                                JDK.or(NULLNESS).or(resideInAPackage(ROOT + ".test"))));
    }

    @Test
    void theHooksReferToJdkTypesOnly() {
        check(classes().that(HOOKS_CLASS).should().onlyDependOnClassesThat(JDK.or(HOOKS_CLASS)));
    }

    @Test
    void nobodyButTheCommandLineEndsTheJvmOrPrints() {
        ArchRule exit =
                noClasses()
                        .that(not(resideInAPackage(ROOT + ".cli..")))
                        // main, of the command line
                        .and(not(resideInAPackage(ROOT)))
                        .should()
                        .callMethod(System.class, "exit", int.class)
                        .orShould()
                        .callMethod(Runtime.class, "exit", int.class)
                        .orShould()
                        .callMethod(Runtime.class, "halt", int.class);
        check(exit);
        check(
                noClasses()
                        .that(not(resideInAPackage(ROOT + ".cli..")))
                        .should()
                        .accessField(System.class, "out"));
    }

    @Test
    void nobodyUsesTheLoggingAndManagementOfTheJdk() {
        check(
                noClasses()
                        // runs when a test of the application asks, never by itself
                        .that(not(resideInAPackage(ROOT + ".test")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.util.logging..", "java.lang.management.."));
    }

    /** Packages that need each other could as well be one. */
    @Test
    void noPackagesDependOnEachOther() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    /** A clock that steps must not make a session old. */
    @ParameterizedTest
    @ValueSource(strings = {"live", "growth", "judge", "track"})
    void noDecisionReadsTheWallClock(String name) {
        DescribedPredicate<JavaClass> there = resideInAPackage(ROOT + ".agent." + name + "..");
        check(
                noClasses()
                        .that(there)
                        .should()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.time\\.(Instant|Clock)|java\\.util\\.Date"));
    }
}
