package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.apps.heap.Holders;
import io.github.tlsleak.cli.heap.dump.TestDumps;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command heap, on a dump file. */
class HeapCommandTest {

    private static final String THING = Holders.class.getName() + "$Thing";

    @TempDir private static Path directory;
    private static Path dump;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void take() throws Exception {
        dump = TestDumps.file(Holders.class, directory);
    }

    private int run(Object... args) {
        String[] words = new String[args.length + 1];
        words[0] = "heap";
        for (int i = 0; i < args.length; i++) {
            words[i + 1] = args[i].toString();
        }
        return Main.run(words, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void aDumpWithoutTls() {
        assertThat(run(dump)).isZero();
        assertThat(out.toString()).contains("there is no TLS socket or engine in it");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whoHoldsAnythingElse() {
        assertThat(run(dump, "--class", "*Holders$Thing", "--top", "1")).isZero();
        assertThat(out.toString())
                .contains("20 001 " + THING)
                .contains("static " + Holders.class.getName() + ".CHAIN -> Holders$Conn.thing")
                .containsPattern("\\.\\.\\. and [\\d ]+ on \\d+ other paths");
    }

    @Test
    void aGateAfterATest() {
        assertThat(run(dump, "--class", "*$Thing", "--fail-on-held", "20000")).isEqualTo(1);
        assertThat(err.toString())
                .matches("tlsleak: --fail-on-held 20000: \\d+ objects of \\*\\$Thing are held\n");
        assertThat(run(dump, "--class", "*$Thing", "--fail-on-held", "99999")).isZero();
        assertThat(run(dump, "--fail-on-held", "0")).isZero();
    }

    @Test
    void jsonHasAllGroups() throws Exception {
        Path file = directory.resolve("heap.json");
        assertThat(run(dump, "--class", "*$Thing", "--format", "json", "--out", file)).isZero();
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.path("dump").path("objects").asInt()).isPositive();
        assertThat(json.path("groups")).hasSizeGreaterThan(20);
        JsonNode first = json.path("groups").get(0);
        assertThat(first.path("count").asInt()).isEqualTo(20_001);
        assertThat(first.path("path").get(1).path("full").asText())
                .isEqualTo(Holders.class.getName() + "$Conn.thing");
        assertThat(first.path("path").get(1).path("owner").asText()).isEqualTo("application");
    }

    @Test
    void htmlHasTheDocumentOfJson() throws Exception {
        Path page = directory.resolve("heap.html");
        assertThat(run(dump, "--class", "*$Thing", "--format", "html", "--out", page)).isZero();
        assertThat(run(dump, "--class", "*$Thing", "--format", "json")).isZero();
        Matcher data =
                Pattern.compile("(?s)id=\"data\">(.*?)</script>").matcher(Files.readString(page));
        assertThat(data.find()).isTrue();
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(data.group(1))).isEqualTo(json.readTree(out.toString()));
    }

    @Test
    void aPackedDumpLeavesNothingBehind() throws Exception {
        Path packed = directory.resolve("dump.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(dump, to);
        }
        assertThat(run(packed, "--class", "*$Thing")).isZero();
        assertThat(out.toString()).contains("20 001 " + THING);
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left).noneMatch(file -> file.toString().matches(".*/tlsleak-\\d+\\.hprof"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty: the dump failed, or has not begun; take it again",
                "hello | is not a heap dump: it does not begin with JAVA PROFILE 1.0.; take one with",
                "'JAVA PROFILE 1.0.3 ' | is a heap dump of Android; read it with LeakCanary's shark",
                "'..portable heap dump' | is a portable heap dump of OpenJ9",
            })
    void whatIsNoDump(String content, String message) throws Exception {
        Path file = Files.writeString(directory.resolve("bad.hprof"), content);
        assertThat(run(file)).isEqualTo(4);
        assertThat(err.toString()).startsWith("tlsleak: " + file + " " + message).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.5", "0.999"})
    void aDumpThatEndsTooEarly(double part) throws Exception {
        byte[] all = Files.readAllBytes(dump);
        byte[] some = Arrays.copyOf(all, (int) (all.length * part));
        Path file = Files.write(directory.resolve("cut.hprof"), some);
        assertThat(run(file)).isEqualTo(4);
        assertThat(err.toString())
                .startsWith("tlsleak: " + file + " ends too early, after " + some.length)
                .hasLineCount(1);
    }

    @Test
    void aPackedDumpThatEndsTooEarly() throws Exception {
        Path packed = directory.resolve("cut.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(dump, to);
        }
        byte[] all = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(all, all.length / 2));
        assertThat(run(packed)).isEqualTo(4);
        assertThat(err.toString()).startsWith("tlsleak: " + packed + " cannot be unpacked to ");
    }

    @Test
    void noSuchFile() {
        Path absent = directory.resolve("absent.hprof");
        assertThat(run(absent)).isEqualTo(4);
        assertThat(err.toString()).isEqualTo("tlsleak: " + absent + ": no such file\n");
    }

    @Test
    void aDirectory() {
        assertThat(run(directory)).isEqualTo(4);
        assertThat(err.toString()).contains("is a directory; name the heap dump in it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format | xml | --format xml: expected one of text, json, html",
                "--top | 0 | --top 0: expected a number from 1 on",
                "--fail-on-held | -1 | --fail-on-held -1: expected a number from 0 on",
            })
    void wrongOptions(String option, String value, String message) {
        assertThat(run(dump, option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void damagedInTheMiddle() throws Exception {
        byte[] all = Files.readAllBytes(dump);
        Arrays.fill(all, all.length / 2, all.length / 2 + 5_000, (byte) 0x7f);
        Path file = Files.write(directory.resolve("damaged.hprof"), all);
        int code = run(file);
        assertThat(code).isIn(0, 4);
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void textsOfTheDumpCannotCommandATerminal() throws Exception {
        byte[] all = Files.readAllBytes(dump);
        String text = new String(all, StandardCharsets.ISO_8859_1);
        byte[] evil =
                text.replace("Holders$Thing", "Hold\u001b[2J$Th\n\u0007")
                        .getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(directory.resolve("evil.hprof"), evil);
        assertThat(run(file, "--class", "*Hold*")).isZero();
        assertThat(out.toString()).doesNotContain("\u001b", "\u0007").contains("Hold?[2J$Th??");
    }
}
