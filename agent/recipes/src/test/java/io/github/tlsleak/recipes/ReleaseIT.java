package io.github.tlsleak.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build with {@code -Prelease,staging} has deployed to a directory. */
class ReleaseIT {

    @BeforeAll
    static void staged() {
        assumeTrue(Boolean.getBoolean("tlsleak.staging"), "deployed with -Prelease,staging only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlsleak", "tlsleak-junit", "tlsleak-maven-plugin"})
    void aRepositoryAsksForAllOfIt(String name) throws Exception {
        Staged artifact = new Staged(name);
        assertThat(Files.readString(artifact.file(".pom")))
                .contains("<name>", "<description>", "<url>", "<license>", "<developer>", "<scm")
                .contains("<artifactId>" + name + "</artifactId>")
                .doesNotContain("<parent>", "<modules>", "${");
        byte[] jar = Files.readAllBytes(artifact.file(".jar"));
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        assertThat(Files.readString(artifact.file(".jar.sha256")).trim()).isEqualTo(sum);
        assertThat(artifact.entries(".jar")).contains("META-INF/LICENSE");
        assertThat(artifact.entries("-sources.jar")).anyMatch(entry -> entry.endsWith(".java"));
        assertThat(artifact.entries("-javadoc.jar")).contains("index.html");
        assertThat(Files.readString(artifact.file("-cyclonedx.json"))).contains("\"CycloneDX\"");
        for (String ending : List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar")) {
            assertThat(artifact.file(ending + ".sha1")).isNotEmptyFile();
        }
    }

    @Test
    void theAgentsPomHasNoDependencies() throws Exception {
        assertThat(Files.readString(new Staged("tlsleak").file(".pom")))
                .doesNotContain("<dependenc", "<build>", "<repositor");
    }

    @Test
    void sourcesAndJavadocAreOfWhatIsInTheJar() throws Exception {
        assertThat(new Staged("tlsleak").entries("-sources.jar"))
                .contains(
                        "io/github/tlsleak/TlsLeak.java",
                        "io/github/tlsleak/agent/instrument/access/ModuleAccess.java",
                        "io/github/tlsleak/agent/output/jfr/JfrLeak.java",
                        "javax/net/ssl/TlsLeakHooks.java");
        assertThat(new Staged("tlsleak").entries("-javadoc.jar"))
                .contains("io/github/tlsleak/test/TlsLeaks.html");
        assertThat(new Staged("tlsleak-junit").entries("-javadoc.jar"))
                .anyMatch(entry -> entry.endsWith("io/github/tlsleak/junit/NoTlsLeaks.html"));
    }

    /** The notice and the bill of materials name the same libraries in the same versions. */
    @Test
    void billOfMaterialsAndNoticeAgree() throws Exception {
        Staged agent = new Staged("tlsleak");
        String bom = Files.readString(agent.file("-cyclonedx.json"));
        String components = bom.substring(bom.indexOf("\n  \"components\" : ["));
        Pattern component =
                Pattern.compile("\"name\" ?: \"([^\"]+)\",\\s+\"version\" ?: \"([^\"]+)\"");
        List<String> listed = new ArrayList<>();
        Matcher each = component.matcher(components);
        while (each.find()) {
            listed.add(each.group(1) + " " + each.group(2));
        }
        assertThat(listed).hasSizeGreaterThan(15);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(agent.libraries());
    }

    @Test
    void aProjectResolvesAllFromThere() throws Exception {
        CiPage page = new CiPage();
        Sample sample =
                Sample.of("release", "clean")
                        .pom(page.block("JUnit", "xml"), page.block("Maven plugin", "xml"))
                        .write(
                                "src/test/resources/junit-platform.properties",
                                page.block("JUnit", "properties"));
        String settings = Files.readString(Path.of("../maven-plugin/src/it/settings.xml"));
        String user = Path.of(System.getProperty("user.repository")).toUri().toString();
        String staged = "<id>staged</id><url>" + Staged.REPOSITORY.toUri() + "</url>";
        settings = settings.replace("@localRepositoryUrl@", user);
        for (String kind : List.of("repository", "pluginRepository")) {
            String open = "<" + kind + ">";
            settings = settings.replaceFirst(open, open + staged + "</" + kind + ">\n" + open);
        }
        sample.write("settings.xml", settings);
        String repository = sample.directory().resolve("repository").toString();
        Shell shell =
                Shell.bash(
                        sample,
                        "'"
                                + System.getProperty("maven.home")
                                + "/bin/mvn' -B verify -s settings.xml '-Dmaven.repo.local="
                                + repository
                                + "'",
                        Map.of());
        assertThat(shell.exitCode()).as(shell.output()).isZero();
        assertThat(shell.output())
                .contains("Downloaded from staged: ")
                .contains("0 leaks, 0 defects, 0 notices");
        // nothing that is inside the jar was fetched beside it
        assertThat(Path.of(repository, "net/bytebuddy")).doesNotExist();
    }

    /** The image cannot be made here; what its file names is there, and its command runs. */
    @Test
    void theImageHasTheJarAndItsCommand() throws Exception {
        String docker = Files.readString(Path.of("../Dockerfile"));
        Matcher copy = Pattern.compile("(?m)^COPY (\\S+) (\\S+)$").matcher(docker);
        assertThat(copy.find()).isTrue();
        assertThat(Path.of("..").resolve(copy.group(1))).isNotEmptyFile();
        Matcher entry = Pattern.compile("(?m)^ENTRYPOINT \\[(.*)]$").matcher(docker);
        assertThat(entry.find()).isTrue();
        String command = entry.group(1).replace(",", "").replace("\"", "");
        assertThat(command).contains(copy.group(2));
        String jar = Path.of("..", copy.group(1)).toAbsolutePath().normalize().toString();
        Shell shell =
                Shell.bash(
                        Sample.of("image", "clean"),
                        command.replace(copy.group(2), "'" + jar + "'") + " version",
                        Map.of());
        assertThat(shell.output())
                .isEqualTo("tlsleak " + System.getProperty("tlsleak.version") + "\n");
    }
}
