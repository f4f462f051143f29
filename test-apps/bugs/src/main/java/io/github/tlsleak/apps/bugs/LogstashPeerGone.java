package io.github.tlsleak.apps.bugs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.net.ssl.SSLConfiguration;
import ch.qos.logback.core.spi.ContextAware;
import ch.qos.logback.core.util.Duration;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLContext;
import net.logstash.logback.appender.LogstashTcpSocketAppender;
import net.logstash.logback.encoder.LogstashEncoder;

// library: logstash-logback-encoder
// bad: logstash-4.4
// good: logstash-6.2
// link: https://github.com/logfellow/logstash-logback-encoder/issues/76
// what: connection that the server has closed, on which the appender never reads
// peer: leaving
// owner: library
// frame: net.logstash.logback.appender.AbstractLogstashTcpSocketAppender
// options: stuck=6s
// expect: PEER_CLOSED defect SSLSocket client x5
// holds: net.logstash.logback.appender.AbstractLogstash*$TcpSendingEventHandler.socket

/** An appender whose server takes one event and goes away. No other event follows. */
public final class LogstashPeerGone implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws ReflectiveOperationException {
        stage.keepsSessions();
        int before = stage.sessions();
        LoggerContext context = new LoggerContext();
        LogstashTcpSocketAppender appender = new LogstashTcpSocketAppender();
        appender.setContext(context);
        setDestination(appender, stage);
        appender.setReconnectionDelay(Duration.buildByMinutes(10));
        appender.setSsl(new TestConfiguration(stage.context()));
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.start();
        appender.setEncoder(encoder);
        appender.start();
        Logger logger = context.getLogger("test");
        appender.doAppend(new LoggingEvent("fqcn", logger, Level.INFO, "event", null, null));
        stage.awaitSessions(before + 1);
    }

    /** The setting has a new name since 4.5. */
    private static void setDestination(LogstashTcpSocketAppender appender, BugStage stage)
            throws ReflectiveOperationException {
        Class<?> type = appender.getClass();
        if (stage.isMended()) {
            type.getMethod("addDestination", String.class)
                    .invoke(appender, stage.host() + ":" + stage.port());
        } else {
            type.getMethod("setRemoteHost", String.class).invoke(appender, stage.host());
            type.getMethod("setPort", int.class).invoke(appender, stage.port());
        }
    }

    private static final class TestConfiguration extends SSLConfiguration {

        private final SSLContext context;

        TestConfiguration(SSLContext context) {
            this.context = context;
        }

        @Override
        public SSLContext createContext(ContextAware aware) {
            return context;
        }
    }
}
