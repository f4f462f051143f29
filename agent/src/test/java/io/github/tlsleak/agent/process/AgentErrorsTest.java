package io.github.tlsleak.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AgentErrorsTest {

    private final AgentErrors errors = new AgentErrors();

    @Test
    void none() {
        assertThat(errors.count()).isZero();
        assertThat(errors.first()).isNull();
    }

    @Test
    void allAreCountedTheFirstIsKept() {
        errors.add(new IllegalStateException("one"));
        errors.add(new OutOfMemoryError("two"));
        assertThat(errors.count()).isEqualTo(2);
        assertThat(errors.first())
                .startsWith("java.lang.IllegalStateException: one at ")
                .contains("AgentErrorsTest.allAreCountedTheFirstIsKept(AgentErrorsTest.java:");
    }

    @Test
    void anErrorWithoutAStack() {
        Throwable bare = new Throwable("bare", null, false, false) {};
        errors.add(bare);
        assertThat(errors.first()).endsWith(": bare");
    }

    @Test
    void errorsInClassLoadingCountToo() {
        AtomicLong others = new AtomicLong();
        AgentErrors both = new AgentErrors(others::get);
        assertThat(both.count()).isZero();
        assertThat(both.first()).isNull();
        others.set(2);
        assertThat(both.count()).isEqualTo(2);
        assertThat(both.first()).isEqualTo("one that was kept from class loading");
        both.add(new IllegalStateException("added"));
        assertThat(both.count()).isEqualTo(3);
        assertThat(both.first()).startsWith("java.lang.IllegalStateException: added at ");
    }

    @Test
    void failuresOfHooksThatNobodyWasToldOfCountToo() {
        AtomicLong untold = new AtomicLong();
        errors.count(untold::get);
        assertThat(errors.first()).isNull();
        untold.set(3);
        assertThat(errors.count()).isEqualTo(3);
        assertThat(errors.first()).isEqualTo("one in a hook, without memory or stack to tell it");
        errors.add(new IllegalStateException("added"));
        assertThat(errors.count()).isEqualTo(4);
        assertThat(errors.first()).startsWith("java.lang.IllegalStateException: added at ");
    }
}
