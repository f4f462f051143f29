package io.github.tlsleak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.it.matrix.Scenario.Expected;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final String SOURCE =
            """
            package a;

            // peer: server await
            // saw: eof
            // saw[jdk<=18]: close_notify
            // saw[jdk>=19,tls=1.2]: reset eof
            // expect: LOST leak SSLSocket client x2
            // expect: UNUSED leak SSLSocket
            // expect[jdk<=18]: none
            // count: CLOSED 2 CUT 1
            // just a comment: nothing of ours
            class A {}
            """;

    private final Scenario scenario = Scenario.parse(SOURCE);

    @Test
    void matchingConditionsReplaceTheUnconditionalLines() {
        assertThat(scenario.saw(17, "1.2")).containsExactly("close_notify");
        assertThat(scenario.saw(25, "1.3")).containsExactly("eof");
        assertThat(scenario.saw(25, "1.2")).containsExactly("eof", "reset");
        assertThat(scenario.expect(17, "1.3")).isEmpty();
    }

    @Test
    void readsExpectedReports() {
        assertThat(scenario.expect(21, "1.3"))
                .containsExactlyInAnyOrder(
                        new Expected("LOST", "leak", "SSLSocket", "client", 2),
                        new Expected("UNUSED", "leak", "SSLSocket", "", 1));
        assertThat(scenario.counts(21, "1.3")).containsEntry("CLOSED", 2).containsEntry("CUT", 1);
    }

    @Test
    void whatIsNotGivenHasADefault() {
        Scenario bare = Scenario.parse("// expect: CONTEXT_CHURN notice SSLContext");
        assertThat(bare.peer()).isEqualTo("none");
        assertThat(bare.tls()).containsExactly("1.2", "1.3");
        assertThat(bare.jvm(17, "1.2")).isEmpty();
        assertThat(bare.options()).isEmpty();
        assertThat(bare.runsOn(8)).isTrue();
        assertThat(bare.saw(17, "1.2")).isEmpty();
        assertThat(bare.atMost(17, "1.2")).isEmpty();
        assertThat(bare.expect(17, "1.2"))
                .containsExactly(new Expected("CONTEXT_CHURN", "notice", "SSLContext", "", 1));
    }

    @Test
    void sawMayCount() {
        Scenario many = Scenario.parse("// saw: eof close_notify x2");
        assertThat(many.saw(17, "1.2")).containsExactly("close_notify", "close_notify", "eof");
    }

    @Test
    void readsRangesOfJdks() {
        assertThat(Scenario.parse("// jdk: 11+").runsOn(8)).isFalse();
        assertThat(Scenario.parse("// jdk: 11+").runsOn(28)).isTrue();
        assertThat(Scenario.parse("// jdk: 8-23").runsOn(23)).isTrue();
        assertThat(Scenario.parse("// jdk: 8-23").runsOn(24)).isFalse();
    }

    @Test
    void theLinesWithMostConditionsCountForAProvider() {
        String text =
                """
                // saw: a
                // saw[provider=x|y]: b
                // saw[provider=x,tls=1.3]: c
                // skip[provider=z-older]: not there
                """;
        assertThat(Scenario.parse(text).with("w").saw(17, "1.3")).containsExactly("a");
        assertThat(Scenario.parse(text).with("y").saw(17, "1.3")).containsExactly("b");
        assertThat(Scenario.parse(text).with("x-older").saw(17, "1.2")).containsExactly("b");
        assertThat(Scenario.parse(text).with("x-older").saw(17, "1.3")).containsExactly("c");
        assertThat(Scenario.parse(text).with("z-older").skip(17, "1.3")).contains("not there");
        assertThat(Scenario.parse(text).with("z").skip(17, "1.3")).isEmpty();
    }

    @Test
    void unknownConditionsAreErrors() {
        Scenario wrong = Scenario.parse("// saw[java<9]: eof");
        assertThatThrownBy(() -> wrong.saw(17, "1.2")).hasMessageContaining("java<9");
    }
}
