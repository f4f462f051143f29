package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.tlsleak.cli.attach.HeapDumper;
import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.heap.take.DumpTaker;
import io.github.tlsleak.cli.heap.take.TakenDump;
import io.github.tlsleak.cli.jvm.FakeJvms;
import io.github.tlsleak.cli.terminal.UserQuestion;
import io.github.tlsleak.cli.terminal.UserQuestion.Answer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No dump is taken before the user knows what it costs. */
class DumpDialogTest {

    private static final String COST =
            "tlsleak: JVM 5 \\(com\\.acme\\.Shop\\) will stop for a full collection and while its live"
                    + " objects are written: up to about 150\\.0 MB to .*, where .* are free.*;"
                    + " removed afterwards";

    @TempDir Path dir;

    private final FakeJvms jvms = new FakeJvms().add(5, "com.acme.Shop").addForeign(700, "Other");
    private final StringWriter err = new StringWriter();
    private final List<String> questions = new ArrayList<>();
    private boolean dumped;

    private TakenDump take(long pid, boolean yes, Answer answer) throws Exception {
        HeapDumper dumper =
                (jvm, file) -> {
                    dumped = true;
                    assertThat(err.toString().length() + questions.size()).isPositive();
                    Files.writeString(file, "dump");
                    return HeapDumper.CREATED;
                };
        UserQuestion question =
                text -> {
                    questions.add(text);
                    return answer;
                };
        CliEnvironment environment =
                new CliEnvironment(jvms, null, () -> new DumpTaker(dumper, dir, 1_000), question);
        return new DumpDialog(environment, new PrintWriter(err, true))
                .take(jvms.find(pid), yes, null);
    }

    @Test
    void yesAtTheTerminal() throws Exception {
        try (TakenDump dump = take(5, false, Answer.YES)) {
            assertThat(dump.file()).hasContent("dump");
        }
        assertThat(questions).hasSize(1);
        assertThat(questions.get(0)).matches(COST + "\\. Take the dump \\(y/N\\)\\?");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theOption() throws Exception {
        take(5, true, Answer.NOBODY).close();
        assertThat(questions).isEmpty();
        assertThat(err.toString().trim()).matches(COST);
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void noAtTheTerminal() throws Exception {
        assertThat(take(5, false, Answer.NO)).isNull();
        assertThat(err.toString().lines()).containsExactly("tlsleak: nothing was done");
        assertThat(dumped).isFalse();
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void nobodyToAsk() throws Exception {
        assertThat(take(5, false, Answer.NOBODY)).isNull();
        assertThat(err.toString().trim()).matches(COST + "\\. Nothing was done: agree with --yes");
        assertThat(dumped).isFalse();
    }

    @Test
    void whatCannotBeReachedIsNotAskedFor() {
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> take(700, true, Answer.YES))
                .withMessage("cannot attach to JVM 700 (Other): user shop; run as that user");
        assertThat(err.toString()).isEmpty();
        assertThat(questions).isEmpty();
    }
}
