package io.github.tlsleak;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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

    /** Besides the JDK and itself; library packages are named in full. */
    @ParameterizedTest
    @CsvSource({
        "common, ''",
        "verdict, common",
        "track, common verdict",
        "report, common track verdict org.slf4j.. jdk.jfr..",
        "instrument, common verdict net.bytebuddy..",
        "agent, common io.github.tlsleak instrument report track verdict",
        "cli, io.github.tlsleak common picocli.. com.fasterxml.jackson.core.. net.bytebuddy.agent..",
    })
    void aPackageImports(String name, String others) {
        List<String> allowed = new ArrayList<>();
        allowed.add(ROOT + "." + name + "..");
        for (String other : others.isEmpty() ? new String[0] : others.split(" ")) {
            allowed.add(other.contains(".") ? other : ROOT + "." + other + "..");
        }
        DescribedPredicate<JavaClass> fine =
                JDK.or(resideInAnyPackage(allowed.toArray(new String[0])));
        boolean hooksToo = name.equals("instrument") || name.equals("agent");
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT + "." + name + "..")
                        .should()
                        .onlyDependOnClassesThat(hooksToo ? fine.or(HOOKS_CLASS) : fine)
                        .allowEmptyShould(true));
    }

    @Test
    void theEntryImportsTheJdkOnly() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT)
                        .should()
                        .onlyDependOnClassesThat(JDK.or(resideInAPackage(ROOT))));
    }

    @Test
    void theHooksReferToJdkTypesOnly() {
        check(classes().that(HOOKS_CLASS).should().onlyDependOnClassesThat(JDK.or(HOOKS_CLASS)));
    }

    @Test
    void byteBuddyIsForInstrumentOnly() {
        check(
                noClasses()
                        .that(
                                not(
                                        resideInAnyPackage(
                                                ROOT + ".instrument..", ROOT + ".cli.attach..")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("net.bytebuddy.."));
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
    void noLoggingOfTheJdkAndOfManagementOnlyWhatIsThere() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.util.logging..", "java.lang.management.."));
        check(
                noClasses()
                        .that(not(resideInAPackage(ROOT + ".report..")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("javax.management.."));
    }
}
