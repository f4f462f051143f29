package io.github.tlsleak.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.process.AgentErrors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coverage that is lost is said once for each class; so is coverage that is there again. */
class CoverageTest {

    private static final String LOST =
            "ERROR coverage lost: a.B could not be instrumented, its sessions may be missed: "
                    + "java.lang.IllegalStateException: no";

    private final List<String> said = new ArrayList<>();
    private final AgentErrors errors = new AgentErrors();
    private final Coverage coverage = new Coverage(new SaidLines(said), errors);

    @Test
    void aLostClassIsSaidOnce() {
        coverage.lost("a.B", new IllegalStateException("no"));
        assertThat(said).isEmpty();
        coverage.say();
        coverage.lost("a.B", new IllegalStateException("again"));
        coverage.say();
        assertThat(said).containsExactly(LOST);
        assertThat(coverage.lost()).containsExactly("a.B: java.lang.IllegalStateException: no");
        assertThat(coverage.isLost("a.B")).isTrue();
        assertThat(coverage.isLost("a.Bc")).isFalse();
    }

    @Test
    void aClassThatIsCoveredAfterAllIsSaidToBe() {
        coverage.lost("a.B", new IllegalStateException("no"));
        coverage.say();
        coverage.covered("a.B");
        coverage.say();
        assertThat(said).containsExactly(LOST, "INFO covered after all: a.B");
        assertThat(coverage.lost()).isEmpty();
        assertThat(coverage.covered()).containsExactly("a.B");
        assertThat(coverage.isCovered("a.B")).isTrue();
    }

    @Test
    void aClassThatIsCoveredBeforeItIsSaidIsNotSaid() {
        coverage.lost("a.B", new IllegalStateException("no"));
        coverage.covered("a.B");
        coverage.say();
        assertThat(said).isEmpty();
    }

    @Test
    void aMissingMethodIsLostCoverageOfItsClass() {
        coverage.missing("sun.security.ssl.TransportContext", "fatal");
        assertThat(coverage.isLost("sun.security.ssl.TransportContext")).isTrue();
        assertThat(coverage.isLost("sun.security.ssl.Transport")).isFalse();
        assertThat(coverage.sunLost()).isTrue();
        coverage.say();
        assertThat(said).singleElement().asString().contains("TransportContext.fatal could not");
    }

    @Test
    void aClassThatTheJdkLacksIsLostCoverage() {
        coverage.absent("sun.security.ssl.SSLSocketOutputRecord");
        assertThat(coverage.isLost("sun.security.ssl.SSLSocketOutputRecord")).isTrue();
        assertThat(coverage.sunLost()).isTrue();
        coverage.say();
        assertThat(said)
                .singleElement()
                .asString()
                .contains("SSLSocketOutputRecord could not")
                .endsWith("there is no such class");
    }

    @Test
    void classesOfTheAgentAreNotListed() {
        coverage.covered("io.github.tlsleak.agent.SelfTestEngine");
        assertThat(coverage.covered()).isEmpty();
        assertThat(coverage.takeFirstUse()).isFalse();
        coverage.covered("a.B");
        assertThat(coverage.takeFirstUse()).isTrue();
        assertThat(coverage.takeFirstUse()).isFalse();
    }

    @Test
    void lostHooksAndErrorsAreNoted() {
        assertThat(coverage.takeUnhooked()).isFalse();
        coverage.unhooked();
        assertThat(coverage.takeUnhooked()).isTrue();
        assertThat(coverage.takeUnhooked()).isFalse();
        coverage.swallowed(new IllegalStateException("kept"));
        assertThat(errors.count()).isEqualTo(1);
    }
}
