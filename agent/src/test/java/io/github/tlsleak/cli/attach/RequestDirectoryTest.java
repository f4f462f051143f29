package io.github.tlsleak.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDirectoryTest {

    private static final String OWN = Long.toString(ProcessHandle.current().pid());

    @TempDir Path tmp;

    private RequestDirectory directory;

    @BeforeEach
    void make() throws IOException {
        directory = RequestDirectory.create(tmp, OWN);
    }

    @AfterEach
    void leavesNothing() throws IOException {
        directory.close();
        directory.close();
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void theRequestIsAPropertiesFile() throws IOException {
        Map<String, String> request =
                Map.of("action", "set", "options", "a=\"b,ü\"\nc=\\d", "base", "C:\\x = y");
        directory.write(request);
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(directory.path().resolve("request"))) {
            read.load(in);
        }
        assertThat(read).isEqualTo(request);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void nobodyElseSeesIt() throws IOException {
        directory.write(Map.of("action", "status"));
        Path path = directory.path();
        assertThat(path.getFileName().toString()).matches("tlsleak-" + OWN + "-\\d+");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
        Path request = path.resolve("request");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(request)))
                .isEqualTo("rw-------");
    }

    @Test
    void theReply() throws IOException {
        Files.writeString(directory.path().resolve("reply"), "3\ntwo\nlines ü\n");
        Reply reply = directory.reply();
        assertThat(reply.code()).isEqualTo(3);
        assertThat(reply.text()).isEqualTo("two\nlines ü\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "0", "x\ntext", "-1\ntext", "1234\ntext", "0 1\ntext"})
    void whatIsNoReply(String text) throws IOException {
        Files.writeString(directory.path().resolve("reply"), text);
        assertThat(directory.hasReply()).isTrue();
        assertThat(directory.reply()).isNull();
    }

    @Test
    void notThereOrHalfWritten() throws IOException {
        Files.writeString(directory.path().resolve("reply.part"), "0\nte");
        assertThat(directory.hasReply()).isFalse();
        assertThat(directory.reply()).isNull();
    }

    /** The JVM may belong to another user. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkIsNotFollowed() throws IOException {
        Path secret = Files.writeString(tmp.resolve("secret"), "0\nsecret\n");
        Files.createSymbolicLink(directory.path().resolve("reply"), secret);
        assertThat(directory.hasReply()).isFalse();
        assertThat(directory.reply()).isNull();
    }

    @Test
    void whatKilledCommandLinesLeft() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path left = Files.createDirectory(tmp.resolve("tlsleak-" + gone.pid() + "-1"));
        Files.writeString(left.resolve("request"), "action=dump");
        Files.writeString(left.resolve("reply"), "0\n");
        Path filled = Files.createDirectory(tmp.resolve("tlsleak-" + gone.pid() + "-2"));
        Files.writeString(filled.resolve("mine"), "");
        Path other = Files.createDirectory(tmp.resolve("tlsleak-it" + gone.pid()));
        Path running = Files.createDirectory(tmp.resolve("tlsleak-" + OWN + "-3"));
        StaleRequests.sweep(directory.path());
        assertThat(left).doesNotExist();
        assertThat(filled).exists();
        assertThat(other).exists();
        assertThat(running).exists();
        assertThat(directory.path()).exists();
    }
}
