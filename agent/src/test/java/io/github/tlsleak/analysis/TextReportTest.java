package io.github.tlsleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReportTest {

    private static final String META =
            "{\"type\":\"meta\",\"schema\":1,\"main\":\"com.acme.Shop\",\"pid\":%d}\n";
    private static final String LEAK =
            "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\",\"site\":\"%s\"}\n";

    @TempDir Path dir;

    private String text(String content) throws IOException {
        return Written.text(Files.writeString(dir.resolve("x.jsonl"), content));
    }

    /** If this differs and is meant to, the new text is what small.txt has to hold. */
    @Test
    void golden() throws IOException {
        Path report = Files.writeString(dir.resolve("small.jsonl"), resource("small.jsonl"));
        assertThat(Written.text(report)).isEqualTo(resource("small.txt"));
    }

    @Test
    void withoutFindings() throws IOException {
        assertThat(text(META.formatted(1)))
                .contains(
                        "\n  program   com.acme.Shop, pid 1\n",
                        "\n  sessions  not known: no summary, the JVM is still running or was"
                                + " killed\n")
                .endsWith("\n\n0 leaks, 0 defects, 0 notices\n");
    }

    @Test
    void withoutItsBeginning() throws IOException {
        assertThat(text(LEAK.formatted("a")))
                .contains(
                        "\n  program   not known: the beginning of the report is missing\n",
                        "\n1. leak: 1 LOST\n",
                        "\n  site      a  (stack not known)\n",
                        "\n  allocated at: not known\n");
    }

    @Test
    void ofSeveralRunsTheLastIsDescribed() throws IOException {
        String summary = "{\"type\":\"summary\",\"created\":5}\n";
        String rotated = META.formatted(2) + META.formatted(2);
        assertThat(text(META.formatted(1) + summary + rotated))
                .contains("pid 2\n", "\n  runs      2 in this file, this is the last\n")
                .contains("\n  sessions  not known: no summary");
    }

    @Test
    void verdictsOfANewerAgentAreCountedWithoutExplanation() throws IOException {
        assertThat(text(LEAK.formatted("a").replace("LOST", "STRANGE")))
                .contains("1 site: 1 STRANGE\n", "\n1. leak: 1 STRANGE\n  site  ")
                .doesNotContain("fix");
    }

    @Test
    void whatWasNotReadIsTold() throws IOException {
        String text = text("starting\n" + LEAK.formatted("a") + "{\"type\":\"leak\",\"verd");
        assertThat(text)
                .endsWith(
                        "\n\nwarning: 1 line not of a tlsleak report, left out: line 1\n"
                                + "warning: the last line has no end, it is being written or a"
                                + " crash cut it: line 3\n");
    }

    @Test
    void nothingInAReportCommandsATerminal() throws IOException {
        String evil = "\\u001b[31m\\u009b2J\\r\\n\\u202e\\u2028\\u0007\\ud800\\udb40\\udc01";
        String all =
                """
                {"type":"meta","schema":1,"main":"E","jvm":"E","host":"E","agent":"E","mode":"E"}
                {"type":"site","site":"E","resource":"E","frame":"E","owner":"E","stack":["E","E"]}
                {"type":"leak","verdict":"E","severity":"E","site":"E","time":"E","peerHost":"E",\
                "known":"E","error":"E","resource":"E"}
                {"type":"leak","verdict":"E","site":"E","suppressedBy":"E"}
                {"type":"open","verdict":"E","site":"E","created":"E"}
                {"type":"context","verdict":"E","site":"E"}
                {"type":"summary","time":"E","agentErrors":1,"firstError":"E",\
                "unusedSuppressions":["E"]}
                {"type":"E"}
                """;
        String text = text(all.replace("\"E\"", "\"E" + evil + "\""));
        assertThat(text.replace("\n", "").codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                .noneMatch(c -> Character.getType(c) == Character.LINE_SEPARATOR)
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        assertThat(text.split("E\\?\\[31m", -1)).as(text).hasSizeGreaterThan(18);
    }

    /** What is beyond the bound is counted all the same. */
    @Test
    void tooManySites() throws IOException {
        StringBuilder content = new StringBuilder(META.formatted(1));
        for (int i = 0; i < SiteTable.MAX_SITES + 7; i++) {
            content.append(LEAK.formatted("s" + i));
        }
        assertThat(text(content.toString()))
                .contains("\n10007 leaks, 0 defects, 0 notices at 10000 sites: 10007 LOST\n")
                .contains("\n  7 at sites beyond the 10000\n");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TextReportTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
