package io.github.tlsleak.agent.output.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;

class LogConfigTest {

    @Test
    void makesASimpleLoggerAtInfo() throws Exception {
        Logger logger = LogConfig.logger(line -> {});
        assertThat(logger).isInstanceOf(SimpleLogger.class);
        assertThat(logger.isInfoEnabled()).isTrue();
        assertThat(logger.isDebugEnabled()).isFalse();
    }

    @Test
    void eachLoggerHasLinesOfItsOwn() throws Exception {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        Logger one = LogConfig.logger(first::add);
        Logger two = LogConfig.logger(second::add);
        one.warn("1");
        two.error("2", new IllegalStateException("why"));
        assertThat(first).containsExactly("[tlsleak] WARN 1");
        assertThat(second)
                .singleElement()
                .asString()
                .startsWith("[tlsleak] ERROR 2")
                .contains("IllegalStateException: why", "\tat ");
    }
}
