package io.github.tlsleak.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlsleak.Request;
import io.github.tlsleak.cli.terminal.TerminalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM, which is not trusted, answers to a command line. */
@Timeout(20)
class ReplyFuzzTest {

    private static final int MAX_CODE = 999;

    @TempDir static Path directory;

    @FuzzTest
    void anAnswerOrNone(byte[] file) throws IOException {
        try (RequestDirectory request = RequestDirectory.create(directory, "1")) {
            Files.write(request.path().resolve(Request.REPLY), file);
            Reply reply = request.reply();
            if (reply == null) {
                return;
            }
            assertThat(reply.code()).isBetween(0, MAX_CODE);
            assertThat(new String(file, StandardCharsets.UTF_8)).endsWith(reply.text());
            commandsNoTerminal(TerminalText.lines(reply.text()));
            commandsNoTerminal(TerminalText.json(reply.text()));
        }
    }

    private static void commandsNoTerminal(String shown) {
        assertThat(shown.codePoints())
                .noneMatch(c -> c != '\n' && Character.isISOControl(c))
                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
