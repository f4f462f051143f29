package io.github.tlsleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;

class LogConfigTest {

    @Test
    void makesASimpleLoggerAtInfo() throws Exception {
        Logger logger = LogConfig.logger("System.err");
        assertThat(logger).isInstanceOf(SimpleLogger.class);
        assertThat(logger.isInfoEnabled()).isTrue();
        assertThat(logger.isDebugEnabled()).isFalse();
    }
}
