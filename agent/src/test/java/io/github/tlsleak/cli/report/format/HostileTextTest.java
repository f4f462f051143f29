package io.github.tlsleak.cli.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.model.Analysis;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a report commands a terminal, whatever the format. */
class HostileTextTest {

    private static final String EVIL =
            "\\u001b[31m\\u009b2J\\r\\n\\t\\u0000\\u202e\\u2066\\u2028\\u0007\\ud800\\udb40\\udc01"
                    + "</script><script>alert(1)</script>;&'`\\\"";

    /** The same as it is shown. */
    private static final String QUIET =
            "?[31m?2J??????????</script><script>alert(1)</script>;&'`\\\"";

    private static final String ALL =
            """
            {"type":"meta","schema":1,"main":"E","jvm":"E","host":"E","agent":"E","mode":"E",\
            "started":"E","java":"E","options":"E"}
            {"type":"site","site":"E","resource":"E","frame":"E","owner":"E","stack":["E","E"]}
            {"type":"leak","verdict":"E","severity":"E","site":"E","time":"E","peerHost":"E",\
            "error":"E","resource":"E","role":"E","thread":"E","protocol":"E","provider":"E"}
            {"type":"leak","verdict":"E","severity":"leak","site":"E"}
            {"type":"leak","verdict":"E","site":"E","known":"E"}
            {"type":"leak","verdict":"E","site":"E","suppressedBy":"E"}
            {"type":"open","verdict":"E","site":"E","created":"E","thread":"E","peerHost":"E"}
            {"type":"context","verdict":"E","site":"E"}
            {"type":"summary","time":"E","agentErrors":1,"firstError":"E",\
            "unusedSuppressions":["E"]}
            {"type":"E"}
            """;

    private static Analysis hostile() {
        return Written.read(ALL.replace("\"E\"", "\"E" + EVIL + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "collapsed", "html"})
    void commandsNoTerminal(String format) throws IOException {
        assertHarmless(Written.as(format, hostile()).replace("\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif"})
    void mayStandInAPage(String format) throws IOException {
        assertThat(Written.as(format, hostile())).contains("E?[31m").doesNotContain("<", "&", "'");
    }

    /** Texts are cleaned, not left out, and each line keeps the syntax of its format. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "collapsed"})
    void isShownWithQuestionMarks(String format) throws IOException {
        assertThat(Written.as(format, hostile())).contains("E?[31m?2J???");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "collapsed"})
    void linesStayWhatTheyAre(String format) throws IOException {
        // as long: where lines are wrapped does not depend on the characters
        String harmless =
                Written.as(format, Written.read(ALL.replace("\"E\"", "\"E" + QUIET + "\"")));
        assertThat(Written.as(format, hostile()).lines().count())
                .isEqualTo(harmless.lines().count());
        if (format.equals("collapsed")) {
            assertThat(Written.as(format, hostile()).split(";", -1)).hasSize(2);
        }
    }

    private static void assertHarmless(String text) {
        assertThat(text.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                .noneMatch(c -> Character.getType(c) == Character.LINE_SEPARATOR)
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
