package io.github.tlsleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTest {

    @TempDir Path dir;

    private void write(String text) throws IOException {
        Files.writeString(dir.resolve("request"), text);
    }

    @Test
    void aRequestIsReadAsUtf8() throws IOException {
        write("action=set\noptions=report=\u00e4.jsonl\nbase=/home/me\n");
        assertThat(new Request(dir.toFile()).read())
                .containsEntry("action", "set")
                .containsEntry("options", "report=\u00e4.jsonl")
                .containsEntry("base", "/home/me");
    }

    @Test
    void aRequestWithoutAnActionIsAnError() throws IOException {
        write("options=\n");
        assertThatThrownBy(() -> new Request(dir.toFile()).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no action");
    }

    @Test
    void whatIsNoRequestIsAnError() throws IOException {
        write("action=set\noptions=\\u00e");
        assertThatThrownBy(() -> new Request(dir.toFile()).read())
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is no properties file");
        write("action=set\n" + "#".repeat(4 << 20));
        assertThatThrownBy(() -> new Request(dir.toFile()).read())
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is larger than a request");
    }

    @Test
    void aRequestThatTheCallerGaveUpIsNotThere() {
        assertThat(new Request(dir.toFile()).isThere()).isFalse();
        assertThat(new Request(dir.resolve("gone").toFile()).isThere()).isFalse();
    }

    @Test
    void theReplyAppearsAsAWhole() throws IOException {
        new Request(dir.toFile()).reply("0\nfine\n");
        assertThat(dir.resolve("reply")).hasContent("0\nfine\n");
        assertThat(dir.resolve("reply.part")).doesNotExist();
    }

    @Test
    void aReplyThatNobodyWaitsForIsAnError() {
        assertThatThrownBy(() -> new Request(dir.resolve("gone").toFile()).reply("0\n"))
                .isInstanceOf(IOException.class);
    }
}
