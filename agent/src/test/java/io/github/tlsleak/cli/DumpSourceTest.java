package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.attach.HeapDumper;
import io.github.tlsleak.cli.heap.take.DumpTaker;
import io.github.tlsleak.cli.jvm.FakeJvms;
import io.github.tlsleak.cli.terminal.UserQuestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is read, a running JVM is dumped first. */
class DumpSourceTest {

    @TempDir Path dir;

    private final FakeJvms jvms = new FakeJvms().add(5, "com.acme.Shop").add(6, "shop.jar");
    private final StringWriter err = new StringWriter();
    private String read;

    private int read(String word, boolean yes, Path keep) throws Exception {
        return source("dump").read(word, yes, keep, (file, name) -> note(file, name));
    }

    private DumpSource source(String content) {
        HeapDumper dumper =
                (jvm, file) -> {
                    Files.writeString(file, content);
                    return HeapDumper.CREATED;
                };
        CliEnvironment environment =
                new CliEnvironment(
                        jvms,
                        null,
                        () -> new DumpTaker(dumper, dir, 1_000),
                        text -> UserQuestion.Answer.NOBODY);
        return new DumpSource(environment, 120, new PrintWriter(err, true));
    }

    private int note(Path file, String name) throws IOException {
        read = Files.readString(file) + " of " + name;
        return 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "Shop", "com.acme.Shop"})
    void aJvm(String word) throws Exception {
        assertThat(read(word, true, null)).isEqualTo(1);
        assertThat(read).isEqualTo("dump of JVM 5 (com.acme.Shop)");
        assertThat(dir).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop.jar", "/opt/shop.jar"})
    void aJar(String word) throws Exception {
        assertThat(read(word, true, null)).isEqualTo(1);
        assertThat(read).isEqualTo("dump of JVM 6 (shop.jar)");
    }

    @Test
    void aFile() throws Exception {
        Path file = Files.writeString(dir.resolve("Shop"), "file");
        assertThat(read(file.toString(), false, null)).isEqualTo(1);
        assertThat(read).isEqualTo("file of " + file);
        assertThat(read(file.toString(), false, dir.resolve("kept"))).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "tlsleak: --keep is for a running JVM, and " + file + " is a file");
    }

    @Test
    void aKeptDumpIsReadWhereItStays() throws Exception {
        Path kept = dir.resolve("kept");
        assertThat(read("5", true, kept)).isEqualTo(1);
        assertThat(kept).hasContent("dump");
        assertThat(err.toString()).endsWith("tlsleak: the dump is kept as " + kept + "\n");
        assertThat(read("5", true, kept)).isEqualTo(4);
        assertThat(err.toString().lines().reduce((a, b) -> b).orElseThrow())
                .startsWith("tlsleak: " + kept + " exists already");
    }

    @Test
    void withoutConsent() throws Exception {
        assertThat(read("5", false, null)).isEqualTo(2);
        assertThat(read).isNull();
    }

    @Test
    void noSuchJvm() throws Exception {
        assertThat(read("4711", true, null)).isEqualTo(3);
        assertThat(err.toString()).startsWith("tlsleak: there is no JVM with pid 4711; there are:");
    }

    @Test
    void aReaderThatFails() throws Exception {
        int code =
                source("x")
                        .read(
                                "5",
                                true,
                                null,
                                (file, name) -> {
                                    throw new IOException(name + " is \u001b[2J no dump");
                                });
        assertThat(code).isEqualTo(4);
        assertThat(err.toString()).endsWith("tlsleak: JVM 5 (com.acme.Shop) is ?[2J no dump\n");
        assertThat(dir).isEmptyDirectory();
    }
}
