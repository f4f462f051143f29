package io.github.tlsleak.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgentErrorsTest {

    private final AgentErrors failures = new AgentErrors();

    @Test
    void none() {
        assertThat(failures.count()).isZero();
        assertThat(failures.first()).isNull();
    }

    @Test
    void allAreCountedTheFirstIsKept() {
        failures.add(new IllegalStateException("one"));
        failures.add(new OutOfMemoryError("two"));
        assertThat(failures.count()).isEqualTo(2);
        assertThat(failures.first())
                .startsWith("java.lang.IllegalStateException: one at ")
                .contains("AgentErrorsTest.allAreCountedTheFirstIsKept(AgentErrorsTest.java:");
    }

    @Test
    void anErrorWithoutAStack() {
        Throwable bare = new Throwable("bare", null, false, false) {};
        failures.add(bare);
        assertThat(failures.first()).endsWith(": bare");
    }
}
