package io.github.tlsleak.agent.output.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLogTest {

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void linesOnStderr() throws Exception {
        String printed =
                FreshLog.printedBy(
                        () -> {
                            FreshLog log = FreshLog.open("stderr", warnings);
                            log.log("warn", "leak #1 LOST: {} and %s\n  peer  x");
                            log.log("info", "summary");
                            log.log("error", "bad");
                        });
        assertThat(printed.lines())
                .containsExactly(
                        "[tlsleak] WARN leak #1 LOST: {} and %s",
                        "  peer  x", "[tlsleak] INFO summary", "[tlsleak] ERROR bad");
        assertThat(warnings).isEmpty();
    }

    @Test
    void anApplicationThatReplacesStderrSeesNothing() throws Exception {
        StringBuilder inner = new StringBuilder();
        String printed =
                FreshLog.printedBy(
                        () -> {
                            FreshLog log = FreshLog.open("stderr", warnings);
                            log.log("info", "before");
                            PrintStream before = System.err;
                            inner.append(FreshLog.printedBy(() -> log.log("warn", "here")));
                            assertThat(System.err).isSameAs(before);
                        });
        assertThat(printed.lines()).containsExactly("[tlsleak] INFO before", "[tlsleak] WARN here");
        assertThat(inner).isEmpty();
    }

    @Test
    void alsoOneThatDoesSoBeforeTheFirstLine() throws Exception {
        StringBuilder inner = new StringBuilder();
        String printed =
                FreshLog.printedBy(
                        () -> {
                            FreshLog log = FreshLog.open("stderr", warnings);
                            inner.append(FreshLog.printedBy(() -> log.log("warn", "here")));
                        });
        assertThat(printed).isEqualTo("[tlsleak] WARN here" + System.lineSeparator());
        assertThat(inner).isEmpty();
    }

    @Test
    void offPrintsNothing() throws Exception {
        String printed = FreshLog.printedBy(() -> FreshLog.open("off", warnings).log("error", "x"));
        assertThat(printed).isEmpty();
    }

    @Test
    void aFileIsPrivateAndItsPredecessorKept() throws Exception {
        Path file = Files.writeString(dir.resolve("a b#.log"), "old\n");
        String printed =
                FreshLog.printedBy(() -> FreshLog.open(file.toString(), warnings).log("warn", "x"));
        assertThat(printed).isEmpty();
        assertThat(file).hasContent("[tlsleak] WARN x");
        assertThat(dir.resolve("a b#.log.1")).hasContent("old");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(warnings).isEmpty();
    }

    @Test
    void anUnwritableFileIsStderr() throws Exception {
        Path wall = Files.writeString(dir.resolve("wall"), "");
        String printed =
                FreshLog.printedBy(() -> FreshLog.open(wall + "/x.log", warnings).log("warn", "x"));
        assertThat(printed).isEqualTo("[tlsleak] WARN x" + System.lineSeparator());
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith(
                        "cannot write log " + wall + "/x.log: " + wall + " is not a directory; ")
                .endsWith("; logging to stderr");
    }

    @Test
    void theContextClassLoaderIsRestored() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        FreshLog.printedBy(() -> FreshLog.open("stderr", warnings).log("info", "x"));
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }
}
