package io.github.tlsleak.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each recipe of the page on CI, as it stands there, with a project that leaks and one that does
 * not.
 */
class RecipesIT {

    private static final String FRAME = "shop.PriceTest.asksForThePrice(PriceTest.java:";

    private final CiPage page = new CiPage();

    RecipesIT() throws Exception {}

    private Sample withPlugin(String recipe, String kind) throws Exception {
        return Sample.of(recipe, kind).pom("", page.block("Maven plugin", "xml"));
    }

    @Test
    void gitHubActions() throws Exception {
        String steps = CiPage.commands(page.block("GitHub Actions", "yaml"), "^ +- run: (.*)$");
        Sample leaking = withPlugin("github", "leaking");
        Shell shell = Shell.bash(leaking, steps, Map.of());
        assertThat(shell.exitCode()).as(shell.output()).isEqualTo(1);
        assertThat(shell.output()).contains("--fail-on leak: 1 finding at 1 site");
        // what is uploaded
        String sarif = Files.readString(leaking.file("target/site/tlsleak/tlsleak.sarif"));
        assertThat(sarif).contains("\"src/test/java/shop/PriceTest.java\"");
        assertThat(leaking.file("target/site/tlsleak/index.html")).isNotEmptyFile();
        shell = Shell.bash(withPlugin("github", "clean"), steps, Map.of());
        assertThat(shell.exitCode()).as(shell.output()).isZero();
        assertThat(shell.output()).contains("0 leaks, 0 defects, 0 notices");
    }

    @Test
    void jenkins() throws Exception {
        String steps = CiPage.commands(page.block("Jenkins", "groovy"), "^ +sh '(.*)'$");
        Sample leaking = withPlugin("jenkins", "leaking");
        Shell shell = Shell.bash(leaking, steps, Map.of());
        assertThat(shell.exitCode()).as(shell.output()).isEqualTo(1);
        assertThat(shell.output()).contains("> " + FRAME);
        assertThat(leaking.file("target/site/tlsleak/tlsleak.sarif")).isNotEmptyFile();
        assertThat(leaking.file("target/surefire-reports/TEST-shop.PriceTest.xml")).exists();
        shell = Shell.bash(withPlugin("jenkins", "clean"), steps, Map.of());
        assertThat(shell.exitCode()).as(shell.output()).isZero();
    }

    @Test
    void junit() throws Exception {
        Shell shell = Shell.bash(withJunit("leaking"), "mvn -B test", Map.of());
        assertThat(shell.exitCode()).as(shell.output()).isEqualTo(1);
        assertThat(shell.output()).contains("PriceTest.asksForThePrice").contains("> " + FRAME);
        assertThat(shell.output()).contains("Tests run: 1, Failures: 1");
        shell = Shell.bash(withJunit("clean"), "mvn -B test", Map.of());
        assertThat(shell.exitCode()).as(shell.output()).isZero();
        assertThat(shell.output()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
    }

    private Sample withJunit(String kind) throws Exception {
        return Sample.of("junit", kind)
                .pom(page.block("JUnit", "xml"), "")
                .write(
                        "src/test/resources/junit-platform.properties",
                        page.block("JUnit", "properties"));
    }

    @Test
    void anyOtherTool() throws Exception {
        String lines = page.block("Any other tool", "sh");
        for (String kind : new String[] {"leaking", "clean"}) {
            Sample sample = Sample.of("shell", kind);
            Files.copy(Path.of(System.getProperty("tlsleak.jar")), sample.file("tlsleak.jar"));
            String classPath = PlainJvm.compile(sample);
            Shell shell =
                    Shell.bash(
                            sample,
                            lines,
                            Map.of("CLASS_PATH", classPath, "MAIN_CLASS", PlainJvm.MAIN));
            assertThat(shell.exitCode())
                    .as(shell.output())
                    .isEqualTo(kind.equals("leaking") ? 1 : 0);
            assertThat(shell.output().contains("> " + FRAME)).isEqualTo(kind.equals("leaking"));
        }
    }

    @Test
    void versionsArePublishedOnes() throws Exception {
        String version = System.getProperty("tlsleak.version");
        assertThat(page.block("Maven plugin", "xml")).contains("<version>" + version + "<");
        assertThat(page.block("JUnit", "xml")).contains("<version>" + version + "<");
        assertThat(page.block("Gradle", "groovy")).contains(":tlsleak:" + version + "'");
    }

    @Test
    void theFirstPageShowsTheSameBlocks() throws Exception {
        assertThat(Files.readString(Path.of("../../README.md")))
                .contains(page.block("JUnit", "xml"))
                .contains(page.block("JUnit", "properties"))
                .contains(page.block("Maven plugin", "xml"));
        assertThat(Files.readString(Path.of("../docs/maven-plugin.md")))
                .contains(page.block("Maven plugin", "xml"));
    }
}
