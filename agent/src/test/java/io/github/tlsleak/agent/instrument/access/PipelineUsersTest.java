package io.github.tlsleak.agent.instrument.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The classes of this test stand for a framework's, those of Jackson for a library's. */
class PipelineUsersTest {

    private final Last last = new Last();

    @Test
    void aHandlerAloneHasNoUser() {
        assertThat(PipelineUsers.of(last)).isEmpty();
        assertThat(PipelineUsers.of("text")).isEmpty();
    }

    @Test
    void theCallbacksOfItsConnectionAreItsUsers() {
        last.conn = new Connection();
        last.conn.handler = new ObjectMapper();
        assertThat(PipelineUsers.of(last)).containsExactly(ObjectMapper.class.getName());
    }

    @Test
    void callbacksOfTheFrameworkAndTheJdkAreNone() {
        last.conn = new Connection();
        last.conn.handler = new Connection();
        last.conn.closeHandler = new ArrayList<>();
        assertThat(PipelineUsers.of(last)).isEmpty();
    }

    @Test
    void aCallbackBehindOneOfTheFrameworkCounts() {
        Connection inner = new Connection();
        inner.closeHandler = new ObjectMapper();
        last.conn = new Connection();
        last.conn.handler = inner;
        assertThat(PipelineUsers.of(last)).containsExactly(ObjectMapper.class.getName());
    }

    @Test
    void aCircleEnds() {
        last.conn = new Connection();
        last.conn.handler = last;
        last.conn.closeHandler = last.conn;
        assertThat(PipelineUsers.of(last)).isEmpty();
    }

    @Test
    void oneClassIsNamedOnce() {
        last.conn = new Connection();
        last.conn.handler = new ObjectMapper();
        last.conn.closeHandler = new ObjectMapper();
        assertThat(PipelineUsers.of(last)).hasSize(1);
    }

    private static final class Last {
        Connection conn;
    }

    private static final class Connection {
        Object handler;
        Object closeHandler;
    }
}
