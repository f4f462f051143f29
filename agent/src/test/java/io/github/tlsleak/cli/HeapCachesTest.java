package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.heap.HeldCaches;
import io.github.tlsleak.apps.heap.TlsSamples;
import io.github.tlsleak.cli.heap.dump.TestDumps;
import io.github.tlsleak.cli.jvm.FakeJvms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** No golden files: the sizes in the lines differ between JDKs, and so do the breaks. */
    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void noWordIsBrokenOnATerminal(int width) {
        String[] args = {"heap", dump.toString()};
        CliEnvironment environment = new CliEnvironment(new FakeJvms(), null, null, null);
        PrintWriter to = new PrintWriter(out);
        assertThat(Main.run(environment, Terminal.wide(width), Ansi.OFF, args, to, to)).isZero();
        String narrow = out.toString();
        assertThat(narrow).contains("TLS sessions");
        for (String line : narrow.split("\\R")) {
            assertThat(WidthGolden.fits(line, width)).as(line).isTrue();
        }
        out.getBuffer().setLength(0);
        Main.run(environment, Terminal.wide(1_000), Ansi.OFF, args, to, to);
        assertThat(narrow.split("\\s+")).containsExactly(out.toString().split("\\s+"));
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
