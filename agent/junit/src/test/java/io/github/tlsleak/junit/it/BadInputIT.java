package io.github.tlsleak.junit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs without an agent, wrong parameters, several versions. */
class BadInputIT {

    private static final String NO_ATTACH = "-XX:+DisableAttachMechanism";
    private static final String CLEAN = "WholeClassTest]/[method:clean()";

    @Test
    void withoutAnAgentTheTestsRunAndOneLineSaysSo() throws Exception {
        Played played =
                Launch.own().samples().with(NO_ATTACH).play("WholeClassTest", "SettingsTest");
        assertThat(played.results()).noneMatch(Played.Result::failed);
        assertThat(played.result(CLEAN).status()).isEqualTo("SUCCESSFUL");
        assertThat(played.text())
                .containsOnlyOnce("[tlsleak] WARN")
                .contains("[tlsleak] WARN TLS leaks are not checked: ");
    }

    @Test
    void aRequiredAgentThatIsMissingIsAFailure() throws Exception {
        Played played =
                Launch.own()
                        .samples()
                        .with(NO_ATTACH, "-Dtlsleak.junit.required=true")
                        .play("WholeClassTest");
        assertThat(played.failed("WholeClassTest")).containsExactly("WholeClassTest]");
        assertThat(played.result("com.acme.WholeClassTest").firstLine())
                .startsWith("TLS leaks cannot be checked, and tlsleak.junit.required is set: ")
                .contains("DisableAttachMechanism")
                .contains("start it with -javaagent:tlsleak.jar");
    }

    /** Also where attaching is forbidden. */
    @Test
    void theAgentOfTheCommandLineIsUsed() throws Exception {
        Played played =
                Launch.own()
                        .samples()
                        .with(NO_ATTACH, "-javaagent:" + Samples.AGENT + "=log=off")
                        .play("WholeClassTest", "FieldTest");
        assertThat(played.failed("WholeClassTest")).containsExactly("WholeClassTest]");
        assertThat(played.failed("FieldTest")).hasSize(3);
        assertThat(played.text()).doesNotContain("[tlsleak] WARN");
    }

    @Test
    void aJvmThatDoesNotCollectIsToldOnce() throws Exception {
        String blind = "-XX:+DisableExplicitGC";
        Played played = Launch.own().samples().with(blind).play("LateTest");
        assertThat(played.text())
                .containsOnlyOnce("[tlsleak] WARN this JVM does not collect garbage on request");
        Played required =
                Launch.own()
                        .samples()
                        .with(blind, "-Dtlsleak.junit.required=true")
                        .play("LateTest");
        assertThat(required.failed("LateTest")).contains("LateTest]/[method:opens()]");
        assertThat(required.result("LateTest]/[method:opens()").firstLine())
                .startsWith("TLS leaks cannot be checked, and tlsleak.junit.required is set: ")
                .contains("-XX:+DisableExplicitGC");
    }

    @Test
    void aWrongValueIsOneLine() throws Exception {
        Played played =
                Launch.own()
                        .samples()
                        .with("-Dtlsleak.junit.severity=leek", "-Dtlsleak.junit.sevrity=leak")
                        .play("WholeClassTest");
        assertThat(played.result("com.acme.WholeClassTest").firstLine())
                .isEqualTo(
                        "tlsleak.junit.severity=leek: expected one of leak, defect, notice, new");
        assertThat(played.text())
                .contains("[tlsleak] WARN tlsleak.junit.sevrity does not exist: expected one of");
    }

    @Test
    void severalVersionsAreTold(@TempDir Path directory) throws Exception {
        Path other = Jars.otherVersion(directory.resolve("other.jar"), "0.0.1");
        Played played = Launch.own().samples().before(other).play("WholeClassTest");
        assertThat(played.failed("WholeClassTest")).containsExactly("WholeClassTest]");
        assertThat(played.text())
                .containsOnlyOnce("[tlsleak] WARN")
                .contains("several versions of tlsleak", "0.0.1 in file:", "other.jar");
    }
}
