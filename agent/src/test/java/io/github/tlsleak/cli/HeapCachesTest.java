package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.heap.HeldCaches;
import io.github.tlsleak.apps.heap.TlsSamples;
import io.github.tlsleak.cli.heap.dump.TestDumps;
import io.github.tlsleak.cli.jvm.FakeJvms;
import io.github.tlsleak.cli.terminal.TextWidth;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** What the command heap says of contexts and their session caches. */
class HeapCachesTest {

    private static final int SESSIONS = 150;
    private static final int TENANTS = 100;

    @TempDir private static Path directory;
    private static Path dump;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void take() throws Exception {
        dump = TestDumps.file(HeldCaches.class, directory, "" + SESSIONS, "" + TENANTS);
    }

    private String run(String... args) {
        assertThat(Main.run(args, new PrintWriter(out), new PrintWriter(out))).isZero();
        return out.toString();
    }

    /** Without what differs between two runs or two JDKs. */
    private static String steady(String text) {
        return text.replaceAll("heap dump .*\n.*\n", "")
                .replaceAll("[\\d.]+ (kB|MB|bytes)", "SIZE")
                .replaceAll("\"db-\\d:\\d+\" : \\d+,?\\s+", "")
                .replaceAll("(\"(?:bytes|shallowBytes)\" : )\\d+", "$1SIZE");
    }

    private static String golden(String name, String now) throws IOException {
        Path file = Path.of("src/test/resources/io/github/tlsleak/cli/heap").resolve(name);
        if ("write".equals(System.getProperty("tlsleak.golden"))) {
            Files.writeString(file, now);
        }
        return Files.readString(file);
    }

    @Test
    void text() throws Exception {
        String now = steady(run("heap", dump.toString()));
        assertThat(now).isEqualTo(golden("caches.txt", now));
    }

    @Test
    void json() throws Exception {
        String now = steady(run("heap", dump.toString(), "--format", "json"));
        String contexts = now.substring(now.indexOf(" \"contexts\""));
        assertThat(contexts).isEqualTo(golden("caches.json", contexts));
    }

    @Test
    void aTerminalOfSixtyColumns() {
        PrintWriter to = new PrintWriter(out);
        String[] args = {"heap", dump.toString()};
        CliEnvironment environment = new CliEnvironment(new FakeJvms(), null, null, null);
        assertThat(Main.run(environment, Terminal.wide(60), Ansi.OFF, args, to, to)).isZero();
        assertThat(out.toString()).contains("TLS sessions");
        for (String line : out.toString().split("\\R")) {
            boolean oneWord = line.strip().indexOf(' ') < 0;
            assertThat(TextWidth.of(line) <= 60 || oneWord).as(line).isTrue();
        }
    }

    @Test
    void topIsForCachesToo() {
        assertThat(run("heap", dump.toString(), "--top", "1"))
                .contains("static " + HeldCaches.class.getName() + ".server")
                .doesNotContain(HeldCaches.class.getName() + ".TENANTS")
                .contains("... and 1 other path");
    }

    @Test
    void whatIsCachedIsNotHeldOpen() {
        assertThat(run("heap", dump.toString(), "--fail-on-held", "3")).contains("3 SSLEngine");
    }

    @Test
    void aContextWithAnEmptyCacheIsNotMentioned() throws Exception {
        Path quiet = TestDumps.file(TlsSamples.class, directory);
        assertThat(run("heap", quiet.toString())).doesNotContain("cache");
    }

    @Test
    void whoHoldsOtherObjectsHasNoContexts() {
        assertThat(run("heap", dump.toString(), "--format", "json", "--class", "*SSLEngineImpl"))
                .doesNotContain("\"contexts\"");
    }
}
