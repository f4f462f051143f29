package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.jvm.FakeJvms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** Commands that ask a JVM, with fake JVMs. */
class LiveCommandTest {

    private static final List<String> TABLE =
            List.of(
                    "PID  JAVA       TLSLEAK  MAIN           NOTE",
                    "  5  17.0.9     -        com.acme.Shop",
                    " 61  1.8.0_402  0.1.0    shop.jar",
                    " 62  1.8.0_402  0.1.0    shop.jar",
                    "700  ?          -        Other          user shop");

    @TempDir Path dir;

    private final FakeJvms jvms =
            new FakeJvms()
                    .add(5, "com.acme.Shop")
                    .addWatched(61, "shop.jar")
                    .addWatched(62, "shop.jar")
                    .addForeign(700, "Other");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private CliEnvironment environment;

    @BeforeEach
    void environment() throws IOException {
        environment = new CliEnvironment(jvms, FakeJvms.answering(dir, "0\nanswer\n"), null, null);
    }

    private int run(String... args) {
        return Main.run(environment, Ansi.OFF, args, new PrintWriter(out), new PrintWriter(err));
    }

    private List<String> request() throws IOException {
        return Files.readAllLines(dir.resolve("request-seen"));
    }

    @Test
    void list() {
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines()).containsExactlyElementsOf(TABLE);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "Shop", "com.acme.Shop"})
    void attach(String target) throws IOException {
        assertThat(run("attach", target, "app.packages=a,b", "stack.depth=3")).isZero();
        assertThat(out.toString()).isEqualTo("answer\n");
        assertThat(request())
                .contains(
                        "action=attach",
                        "base=/base",
                        "options=app.packages\\=\"a,b\",stack.depth\\=3");
    }

    @Test
    void whatTheOtherCommandsAsk() throws IOException {
        assertThat(run("dump", "61", "--gc", "--format", "json")).isZero();
        assertThat(request()).contains("action=dump", "gc=true", "open=false", "format=json");
        assertThat(run("dump", "--open", "61")).isZero();
        assertThat(request()).contains("action=dump", "gc=false", "open=true", "format=text");
        assertThat(run("set", "61", "threshold=5m", "report=a,b")).isZero();
        assertThat(request()).contains("action=set", "options=threshold\\=5m,report\\=\"a,b\"");
        assertThat(run("status", "61")).isZero();
        assertThat(request()).contains("action=status");
        assertThat(run("detach", "61")).isZero();
        assertThat(request()).contains("action=detach");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anAnswerThatIsAFailureGoesToStderr() throws IOException {
        Path other = Files.createDirectory(dir.resolve("other"));
        environment =
                new CliEnvironment(jvms, FakeJvms.answering(other, "2\nno such key\n"), null, null);
        assertThat(run("set", "61", "a=b")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualTo("tlsleak: no such key\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "dump", "set"})
    void withoutTlsleakNothingIsLoaded(String command) {
        String[] args =
                command.equals("set")
                        ? new String[] {command, "5", "sample=2"}
                        : new String[] {command, "5"};
        assertThat(run(args)).isEqualTo(3);
        assertThat(err.toString().lines())
                .containsExactly(
                        "tlsleak is not in this JVM: attach it first with java -jar tlsleak.jar"
                                + " attach 5");
        assertThat(dir.resolve("request-seen")).doesNotExist();
    }

    @Test
    void detachWithoutTlsleakIsDoneAlready() {
        assertThat(run("detach", "Shop")).isZero();
        assertThat(out.toString().lines())
                .containsExactly("tlsleak is not in this JVM, nothing to do");
        assertThat(dir.resolve("request-seen")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attach", "status", "dump", "detach"})
    void whatCannotBeReached(String command) {
        assertThat(run(command, "700")).isEqualTo(3);
        assertThat(err.toString().lines())
                .containsExactly(
                        "tlsleak: cannot attach to JVM 700 (Other): user shop; run as that user");
    }

    @ParameterizedTest
    @CsvSource({
        "4711, there is no JVM with pid 4711; there are:",
        "22, process 22 (sshd) is not a JVM; there are:",
        "99999999999999999999, no JVM runs '99999999999999999999'; there are:",
        "Shup, no JVM runs 'Shup'; did you mean Shop? there are:",
    })
    void anUnknownTargetAnswersWithTheTable(String target, String what) {
        assertThat(run("attach", target)).isEqualTo(3);
        assertThat(err.toString().lines().findFirst()).contains("tlsleak: " + what);
        assertThat(err.toString().lines().skip(1)).containsExactlyElementsOf(TABLE);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anAmbiguousTargetAnswersWithThose() {
        assertThat(run("attach", "shop")).isEqualTo(3);
        assertThat(err.toString().lines())
                .containsExactly(
                        "tlsleak: 2 JVMs run 'shop'; choose one by its pid:",
                        "PID  JAVA       TLSLEAK  MAIN      NOTE",
                        " 61  1.8.0_402  0.1.0    shop.jar",
                        " 62  1.8.0_402  0.1.0    shop.jar");
    }

    @Test
    void noJvmAtAll() {
        environment = new CliEnvironment(new FakeJvms(), null, null, null);
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines())
                .containsExactly("no JVM runs on this machine, as far as this user can see");
        assertThat(run("attach", "5")).isEqualTo(3);
        assertThat(err.toString().lines())
                .containsExactly(
                        "tlsleak: there is no JVM with pid 5; no JVM runs here, as far as can be"
                                + " seen");
    }

    @ParameterizedTest
    @CsvSource({
        "stack.dept=3, unknown agent argument stack.dept; did you mean stack.depth?",
        "sample=zero, agent argument sample=zero: not a whole number from 1 upwards",
        "report, agent argument 'report' is not key=value (a value with commas needs double"
                + " quotes)",
        "suppressions=/absent/rules, suppressions=/absent/rules: no such file",
        "suppressions=/, suppressions=/: it is a directory",
        "baseline=/absent/sites, baseline=/absent/sites: no such file",
        "baseline=/, baseline=/: it is a directory",
        "config=/absent/file, cannot read config file /absent/file: no such file",
        "config=/, cannot read config file /: it is a directory",
        "report=/, report=/: it is a directory; name a file in it",
        "log=/dev/null/log, log=/dev/null/log: /dev/null is not a directory",
        "report=/dev/null/no/%p.jsonl, report=/dev/null/no/%p.jsonl: /dev/null is not a directory",
        "log=/dev/null/no/log, log=/dev/null/no/log: /dev/null is not a directory",
        "report.mode=0666, 'agent argument report.mode=0666: anybody could write to it; did you mean 0644?'",
        "labels=shop, agent argument labels=shop: 'shop' is not name:value",
    })
    void wrongOptionsAreToldBeforeAnythingIsLoaded(String option, String what) {
        assertThat(run("attach", "5", option)).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("tlsleak: " + what, "see java -jar tlsleak.jar attach --help");
        assertThat(out.toString()).isEmpty();
        assertThat(dir.resolve("request-seen")).doesNotExist();
    }

    @Test
    void filesThatCanBeMade() throws IOException {
        Path rules = Files.createFile(dir.resolve("rules"));
        int code =
                run(
                        "attach",
                        "5",
                        "suppressions=" + rules,
                        "baseline=" + rules,
                        "config=" + rules,
                        "report=" + dir.resolve("%h-%p.jsonl"),
                        "log=off");
        assertThat(code).as(err.toString()).isZero();
        assertThat(run("attach", "5", "report=/absent-%h/x", "log=stderr")).isZero();
    }

    @Test
    void aWordThatSetsNothing() {
        assertThat(run("set", "61", "threshold")).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("tlsleak: 'threshold' is not KEY=VALUE");
    }
}
