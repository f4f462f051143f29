package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {

    private static final String LEAK =
            "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\","
                    + "\"site\":\"0123456789abcdef\"}\n";

    @TempDir Path dir;

    private Path leak;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aReport() throws IOException {
        leak = Files.writeString(dir.resolve("x.jsonl"), LEAK);
    }

    private int run(Object... args) {
        String[] words = new String[args.length + 1];
        words[0] = "report";
        for (int i = 0; i < args.length; i++) {
            words[i + 1] = args[i].toString();
        }
        return Main.run(words, new PrintWriter(out), new PrintWriter(err, true));
    }

    @Test
    void asText() {
        assertThat(run(leak)).isZero();
        assertThat(out.toString()).contains("\n  read      " + leak + "\n").contains("1 LOST");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void nothingReadableIsCode4AndALineEach() throws IOException {
        Path empty = Files.createFile(dir.resolve("empty"));
        Path binary = Files.write(dir.resolve("binary"), new byte[] {0, -1, 10, 127});
        Path none = Files.createDirectory(dir.resolve("none"));
        assertThat(run(dir.resolve("no"), empty, binary, none)).isEqualTo(4);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactlyInAnyOrder(
                        "tlsleak: " + dir + "/no: no such file",
                        "tlsleak: " + none + ": no file in this directory",
                        "tlsleak: " + empty + " is empty: no report",
                        "tlsleak: " + binary + " holds no line of a tlsleak report");
    }

    @Test
    void oneUnreadableAmongGoodOnes() {
        assertThat(run(dir.resolve("no"), leak)).isEqualTo(4);
        assertThat(err.toString().lines()).containsExactly("tlsleak: " + dir + "/no: no such file");
        assertThat(out.toString()).contains("1 LOST").contains("not read: " + dir + "/no: no such");
        assertThat(run("--fail-on", "leak", dir.resolve("no"), leak)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                        an operand is empty: name a FILE",
        "--nothing a,               unknown option '--nothing'",
        "a --format xml,            '--format xml: expected one of text, html, json, sarif,"
                + " collapsed'",
        "a --fail-on all,           '--fail-on all: expected one of leak, defect, notice, new'",
        "a --fail-on new,           '--fail-on new needs --baseline FILE, which --write-baseline FILE"
                + " makes, or --against FILE'",
    })
    void wrongUsageIsCode2(String args, String message) {
        assertThat(run((Object[]) args.split(" +"))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualTo(
                        "tlsleak: "
                                + message
                                + System.lineSeparator()
                                + "see java -jar tlsleak.jar report --help"
                                + System.lineSeparator());
    }

    @Test
    void withoutOperands() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("tlsleak: missing required parameter: 'FILE|DIR|-'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "html", "json", "sarif", "collapsed"})
    void everyFormatIntoAFile(String format) throws IOException {
        Path file = dir.resolve("out");
        assertThat(run("--format", format, "--out", file, leak)).isZero();
        assertThat(Files.readString(file)).contains("0123456789abcdef").endsWith("\n");
        assertThat(out.toString()).isEmpty();
        assertThat(run("--format=" + format, leak)).isZero();
        assertThat(out.toString()).isEqualTo(Files.readString(file));
    }

    @Test
    void aFileThatCannotBeWritten() {
        Path file = dir.resolve("no/out");
        assertThat(run("--out", file, leak)).isEqualTo(4);
        assertThat(err.toString().lines())
                .containsExactly("tlsleak: cannot write " + file + ": no such directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# tlsleak baseline, schema 3: x",
                "<<<<<<< HEAD\n0123456789abcdef\n=======\n>>>>>>> topic",
            })
    void aBaselineThatMustNotBeUsed(String text) throws IOException {
        Path baseline = Files.writeString(dir.resolve("b"), text);
        assertThat(run("--baseline", baseline, "--fail-on", "new", leak)).isEqualTo(4);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("tlsleak: baseline " + baseline + ": ")
                .contains("; ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anEmptyAndAnOldBaseline() throws IOException {
        Path baseline = Files.writeString(dir.resolve("b"), "");
        assertThat(run("--baseline", baseline, "--fail-on", "new", leak)).isEqualTo(1);
        assertThat(err.toString()).contains("is empty, so every site is new");
        err.getBuffer().setLength(0);
        Files.writeString(baseline, "# tlsleak baseline: sites\r\n0123456789abcdef\r\n");
        assertThat(run("--baseline", baseline, "--fail-on", "new", leak)).isZero();
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .endsWith("write it again with --write-baseline");
    }

    @Test
    void failOn() throws IOException {
        assertThat(run("--fail-on", "leak", leak)).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("tlsleak: --fail-on leak: 1 finding at 1 site");
        assertThat(out.toString()).contains("1 LOST");
        String other = LEAK.replace("\"leak\",\"site", "\"x\",\"site");
        Path notice = Files.writeString(dir.resolve("n"), other);
        assertThat(run("--fail-on", "defect", notice)).isZero();
        assertThat(run("--fail-on", "notice", notice)).isEqualTo(1);
    }

    @Test
    void aJvmThatWasKilledIsCode4IfSummariesAreRequired() throws IOException {
        String meta = "{\"type\":\"meta\",\"schema\":1,\"run\":\"R\",\"pid\":7}\n";
        String summary = "{\"type\":\"summary\",\"run\":\"R\"}\n";
        Path killed = Files.writeString(dir.resolve("killed"), meta);
        Path ended = Files.writeString(dir.resolve("ended"), meta.replace("R", "S"));
        Files.writeString(ended, summary.replace("R", "S"), StandardOpenOption.APPEND);
        assertThat(run("--require-summary", ended)).isZero();
        assertThat(run(killed, ended)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(run("--require-summary", killed, ended)).isEqualTo(4);
        assertThat(err.toString().lines())
                .containsExactly(
                        "tlsleak: --require-summary: 1 JVM wrote no summary, killed or still"
                                + " running, the first with pid 7");
        assertThat(run("--require-summary", "--fail-on", "leak", killed, leak)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/srx, : no such directory; did you mean src?",
        "/x.jsonl, : no directory",
        "/zzzzzz, : no such directory"
    })
    void sourcesThatAreNotThere(String name, String what) throws IOException {
        Files.createDirectory(dir.resolve("src"));
        assertThat(run("--src", dir + name, leak)).isEqualTo(2);
        assertThat(err.toString().lines().findFirst())
                .contains("tlsleak: --src " + dir + name + what);
        assertThat(out.toString()).isEmpty();
        assertThat(run("--src", dir + "/src", leak)).isZero();
    }

    /** Folded stacks cannot hold warnings. */
    @Test
    void warningsOfFoldedStacks() throws IOException {
        Files.writeString(leak, LEAK + "x\n");
        assertThat(run("--format", "collapsed", leak)).isZero();
        assertThat(out.toString()).isEqualTo("site 0123456789abcdef 1\n");
        assertThat(err.toString().lines())
                .containsExactly(
                        "tlsleak: warning: 1 line not of a tlsleak report, left out: line 2");
    }
}
