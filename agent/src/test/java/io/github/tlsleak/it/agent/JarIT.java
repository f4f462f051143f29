package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The built jar: what is in it, and what must not be. */
@OwnJdkOnly
class JarIT {

    private static final int JAVA_8 = 52;
    private static final int JAVA_9 = 53;
    private static final int JAVA_11 = 55;

    /** Classes that are loaded on 9 and newer only. */
    private static final Set<String> OF_JAVA_9 =
            Set.of(
                    "io/github/tlsleak/agent/instrument/access/ModuleAccess.class",
                    "io/github/tlsleak/agent/site/WalkerSource.class");

    /** Classes that are loaded only where there is JFR. */
    private static final Set<String> OF_JAVA_11 =
            Set.of(
                    "io/github/tlsleak/agent/output/jfr/JfrContextChurn.class",
                    "io/github/tlsleak/agent/output/jfr/JfrEvents.class",
                    "io/github/tlsleak/agent/output/jfr/JfrGroupEvent.class",
                    "io/github/tlsleak/agent/output/jfr/JfrLabels.class",
                    "io/github/tlsleak/agent/output/jfr/JfrLeak.class",
                    "io/github/tlsleak/agent/output/jfr/JfrOpenSession.class",
                    "io/github/tlsleak/agent/output/jfr/JfrSessionGroup.class",
                    "io/github/tlsleak/agent/output/jfr/JfrSiteEvent.class",
                    "io/github/tlsleak/cli/report/jfr/EventFields.class",
                    "io/github/tlsleak/cli/report/jfr/EventLine.class",
                    "io/github/tlsleak/cli/report/jfr/GroupEventLine.class",
                    "io/github/tlsleak/cli/report/jfr/LeakLine.class",
                    "io/github/tlsleak/cli/report/jfr/OpenLines.class",
                    "io/github/tlsleak/cli/report/jfr/RecordedProgram.class",
                    "io/github/tlsleak/cli/report/jfr/RecordedSites.class",
                    "io/github/tlsleak/cli/report/jfr/RecordingLines.class");

    private static final String EXPORTER = "io/github/tlsleak/agent/output/otlp/";

    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(AgentJvm.JAR.toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void onlyTheEntryClassesAndWhatTestsUseAreOutsideOfInst() {
        Set<String> outside =
                names().stream()
                        .filter(name -> !name.startsWith("inst/"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(outside)
                .containsExactlyInAnyOrder(
                        "META-INF/",
                        "META-INF/LICENSE",
                        "META-INF/MANIFEST.MF",
                        "META-INF/NOTICE",
                        "META-INF/licenses/",
                        "META-INF/licenses/ASM",
                        "META-INF/licenses/SLF4J",
                        "META-INF/licenses/d3",
                        "META-INF/licenses/d3-ease",
                        "META-INF/licenses/jackson-core",
                        "io/",
                        "io/github/",
                        "io/github/tlsleak/",
                        "io/github/tlsleak/AgentClassLoader.class",
                        "io/github/tlsleak/ZipBundle.class",
                        "io/github/tlsleak/Main.class",
                        "io/github/tlsleak/OwnJar.class",
                        "io/github/tlsleak/Request.class",
                        "io/github/tlsleak/Stderr.class",
                        "io/github/tlsleak/TlsLeak.class",
                        "io/github/tlsleak/test/",
                        "io/github/tlsleak/test/AgentConnection.class",
                        "io/github/tlsleak/test/AgentStart.class",
                        "io/github/tlsleak/test/AgentUnavailableException.class",
                        "io/github/tlsleak/test/Mark.class",
                        "io/github/tlsleak/test/SelfAttach.class",
                        "io/github/tlsleak/test/Step.class",
                        "io/github/tlsleak/test/TestScopes.class",
                        "io/github/tlsleak/test/TlsFinding.class",
                        "io/github/tlsleak/test/TlsLeaks.class");
    }

    @Test
    void underInstIsOnlyWhatIsOurs() throws IOException {
        List<String> others =
                files().stream()
                        .filter(name -> name.startsWith("inst/"))
                        .filter(name -> !name.startsWith("inst/io/github/tlsleak/"))
                        // native code looks for its classes and files by name
                        .filter(name -> !name.matches("inst/(com/sun/jna|win32-[^/]+)/.*"))
                        .toList();
        assertThat(others)
                .containsExactlyInAnyOrder(
                        "inst/agent.zip", "inst/cli.zip", "inst/heap.zip", "inst/otlp.zip");
        assertThat(names()).doesNotHaveDuplicates();
        assertThat(bundled("agent").keySet())
                .filteredOn(name -> !name.startsWith("io/github/tlsleak/"))
                .containsExactlyInAnyOrder(
                        "javax/net/ssl/TlsLeakChannelHooks.class",
                        "javax/net/ssl/TlsLeakFrames.class",
                        "javax/net/ssl/TlsLeakHooks.class");
        assertThat(bundled("cli").keySet()).allMatch(name -> name.startsWith("io/github/tlsleak/"));
        assertThat(bundled("heap").keySet())
                .allMatch(name -> name.startsWith("io/github/tlsleak/cli/heap/"));
        assertThat(bundled("otlp").keySet())
                .allMatch(name -> name.startsWith("io/github/tlsleak/agent/output/otlp/"))
                .contains("io/github/tlsleak/agent/output/otlp/OtlpExporter.class");
        assertThat(everything().keySet()).noneMatch(name -> name.contains("META-INF/services"));
        assertThat(everything().keySet()).noneMatch(name -> name.endsWith("module-info.class"));
    }

    /**
     * The exporter's libraries log with classes of the agent: not one name of the JDK's is left.
     */
    @Test
    void theExporterKnowsNothingOfTheJdksLogging() throws IOException {
        bundled("otlp")
                .forEach(
                        (name, content) ->
                                assertThat(new String(content, StandardCharsets.ISO_8859_1))
                                        .as(name)
                                        .doesNotContain("java/util/logging", "java.util.logging"));
    }

    /**
     * A JVM reads the names of all entries at its start, whether the program uses TLS or not. The
     * last one is {@code otlp.zip}, which a JVM opens only where it exports.
     */
    @Test
    void theJarHasFewEntries() {
        assertThat(names()).hasSizeLessThanOrEqualTo(202);
    }

    /** The agent loads all classes of its own: these would be loaded for nothing. */
    @Test
    void descriptionsOfPackagesAreLeftOut() throws IOException {
        assertThat(everything().keySet()).noneMatch(name -> name.endsWith("package-info.class"));
    }

    @Test
    void whatRunsInTheTargetIsNotAmongWhatTheCommandLineNeeds() throws IOException {
        assertThat(bundled("cli").keySet()).doesNotContainAnyElementsOf(bundled("agent").keySet());
        assertThat(bundled("agent").keySet())
                .noneMatch(name -> name.startsWith("io/github/tlsleak/cli/"));
        for (String name : files()) {
            String inside = name.replaceFirst("^inst/", "");
            if (inside.startsWith("io/github/tlsleak/") && !inside.equals(name)) {
                assertThat(bundled("agent").get(inside)).as(name).isEqualTo(content(name));
            }
        }
    }

    @Test
    void manifestNamesEntriesAndVersion() throws IOException {
        Attributes main = jar.getManifest().getMainAttributes();
        String entry = "io.github.tlsleak.TlsLeak";
        assertThat(main.getValue("Premain-Class")).isEqualTo(entry);
        assertThat(main.getValue("Agent-Class")).isEqualTo(entry);
        assertThat(main.getValue("Main-Class")).isEqualTo("io.github.tlsleak.Main");
        assertThat(main.getValue("Can-Retransform-Classes")).isEqualTo("true");
        assertThat(main.getValue("Implementation-Version"))
                .isEqualTo(System.getProperty("tlsleak.version"));
        assertThat(main.getValue("Boot-Class-Path")).isNull();
        assertThat(main.getValue("Class-Path")).isNull();
        assertThat(main.getValue("Multi-Release")).isNull();
    }

    @Test
    void licenseIsTheProjects() throws IOException {
        byte[] license = jar.getInputStream(jar.getEntry("META-INF/LICENSE")).readAllBytes();
        assertThat(license).isEqualTo(Files.readAllBytes(Path.of("../LICENSE")));
    }

    @Test
    void classesRunOnTheOldestJava() throws IOException {
        Map<String, byte[]> everything = everything();
        everything.forEach(
                (name, content) -> {
                    if (name.endsWith(".class")) {
                        assertThat(version(content)).as(name).isLessThanOrEqualTo(newest(name));
                    }
                });
        assertThat(everything.keySet()).containsAll(OF_JAVA_9).containsAll(OF_JAVA_11);
    }

    private static int newest(String name) {
        // those of OpenTelemetry among them; none is loaded without the option otlp
        if (OF_JAVA_11.contains(name) || name.startsWith(EXPORTER)) {
            return JAVA_11;
        }
        return OF_JAVA_9.contains(name) ? JAVA_9 : JAVA_8;
    }

    @Test
    void entriesCarryTheReproducibleTime() throws IOException {
        Matcher time =
                Pattern.compile("outputTimestamp>([^<]*)Z<")
                        .matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(time.find()).isTrue();
        LocalDateTime built = LocalDateTime.parse(time.group(1));
        assertThat(jar.stream().filter(entry -> entry.getTimeLocal().isAfter(built))).isEmpty();
    }

    private static int version(byte[] type) {
        return (type[6] & 0xff) << 8 | type[7] & 0xff;
    }

    private static byte[] content(String name) throws IOException {
        return jar.getInputStream(jar.getEntry(name)).readAllBytes();
    }

    /** The files of the jar and of the zips in it. */
    private static Map<String, byte[]> everything() throws IOException {
        Map<String, byte[]> all = new HashMap<>(bundled("agent"));
        all.putAll(bundled("otlp"));
        all.putAll(bundled("cli"));
        for (String name : files()) {
            all.put(name, content(name));
        }
        return all;
    }

    private static Map<String, byte[]> bundled(String name) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        byte[] zip = content("inst/" + name + ".zip");
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                if (!e.isDirectory()) {
                    files.put(e.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static List<String> names() {
        return jar.stream().map(ZipEntry::getName).toList();
    }

    private static List<String> files() {
        return names().stream().filter(name -> !name.endsWith("/")).toList();
    }
}
