package io.github.tlsleak.agent.output.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTextTest {

    private static final long START = Instant.parse("2026-11-22T10:15:30Z").toEpochMilli();

    @TempDir Path dir;

    private final AgentStatus.Builder facts = new AgentStatus.Builder();
    private Suppressions suppressions = Suppressions.none();
    private Tracking tracking = new Tracking();

    StatusTextTest() {
        facts.version = "0.1.0";
        facts.pid = 4711;
        facts.jvm = "OpenJDK 64-Bit Server VM 17.0.19+10";
        facts.startedMillis = START;
        facts.timeMillis = START + 62 * 60_000 + 7_000;
    }

    private TrackingState standing() {
        return new TrackingState(
                Snapshot.of(tracking.tracker),
                tracking.tracker.totals(),
                tracking.sites,
                suppressions);
    }

    private String status() {
        String text = StatusText.of(facts.build(), standing());
        assertThat(text).endsWith("\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
        assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
        return text;
    }

    private void option(String key, String value, String origin) {
        facts.options = new java.util.LinkedHashMap<>(facts.options);
        facts.options.put(key, value);
        facts.origins = new java.util.LinkedHashMap<>(facts.origins);
        facts.origins.put(key, origin);
    }

    @Test
    void waitingForTls() {
        facts.waiting = true;
        assertThat(StatusText.of(facts.build(), standing()))
                .isEqualTo(
                        """
                        tlsleak 0.1.0 in process 4711
                        mode          premain, since 2026-11-22T10:15:30.000Z (up 1 h 2 min)
                        JVM           OpenJDK 64-Bit Server VM 17.0.19+10
                        state         waiting for the first use of TLS
                        sessions      0
                        leaks         none
                        others        0 defects, 0 notices, 0 known behaviours, 0 suppressed
                        JMX           not registered
                        hooks         in 0 classes
                        memory        about 0 bytes in 0 records
                        errors        none
                        """);
    }

    @Test
    void everything() throws Exception {
        Path rules = Files.writeString(dir.resolve("rules"), "com.acme.Fine.*\ncom.acme.Never");
        suppressions = Suppressions.read(rules, new ArrayList<>());
        tracking = new Tracking(false, suppressions);
        tracking.at("com.acme.A", "a", 1).lost(Resource.SSL_SOCKET);
        tracking.at("com.acme.B", "b", 2).lost(Resource.SSL_SOCKET);
        tracking.lost(Resource.SSL_SOCKET);
        tracking.dropped(Resource.SSL_SOCKET, Event.CONNECTED, Event.ESTABLISHED, Event.CLOSE);
        tracking.at("com.acme.Fine", "f", 3).lost(Resource.SSL_SOCKET);
        Object open = new Object();
        tracking.at("com.acme.Open", "o", 4);
        tracking.tracker.created(open, Resource.SSL_SOCKET, null, false, false);
        tracking.event(open, Event.ESTABLISHED);
        facts.mode = "attach";
        option("enabled", "true", "default");
        option("threshold", "60s", "set at run time");
        option("stack.depth", "64", "default");
        option("report", "/var/log/leaks.jsonl", "agent argument");
        option("suppressions", null, "default");
        facts.reportFile = "/var/log/leaks.jsonl";
        facts.covered =
                List.of(
                        "javax.net.ssl.SSLSocket",
                        "sun.security.ssl.SSLSocketImpl",
                        "org.conscrypt.ConscryptEngine",
                        "com.acme.MySocket");
        facts.lost = List.of("sun.security.ssl.SSLEngineImpl: java.lang.VerifyError: x");
        facts.errors = 2;
        facts.firstError = "java.lang.Error: x at y";
        facts.memoryBytes = 34_567;
        facts.records = 123;
        facts.connectionsProblem = "more than 500000 connections in /proc/self/net";
        facts.jmx = true;
        String a = site("com.acme.A");
        String b = site("com.acme.B");
        assertThat(status())
                .isEqualTo(
                        """
                        tlsleak 0.1.0 in process 4711
                        mode          attach, since 2026-11-22T10:15:30.000Z (up 1 h 2 min)
                        JVM           OpenJDK 64-Bit Server VM 17.0.19+10
                        state         following TLS sessions
                        sessions      6 = 4 LOST + 1 UNSENT + 1 open
                        leaks         3: 3 LOST; made by application 3
                        others        1 defect, 0 notices, 0 known behaviours, 1 suppressed
                        top sites     2 of 2 with findings
                          2 LOST, 1 UNSENT at %s  com.acme.B.b(B.java:2)  [application]
                          1 LOST at %s  com.acme.A.a(A.java:1)  [application]
                        options
                          threshold=60s                  set at run time
                          report=/var/log/leaks.jsonl    agent argument
                        defaults      enabled=true stack.depth=64 suppressions=none
                        report        /var/log/leaks.jsonl
                        JMX           io.github.tlsleak:type=TlsLeak
                        hooks         in 4 classes, providers Conscrypt, SunJSSE
                        not exact     Conscrypt: on its sockets it is not seen that the peer ended TCP: UNANSWERED is LOST then
                        not exact     com.acme.MySocket: judged by the public API, and by what they delegate to
                        not covered   sun.security.ssl.SSLEngineImpl: java.lang.VerifyError: x
                        connections   their states are not known: more than 500000 connections in /proc/self/net
                        memory        about 34 kB in 123 records
                        errors        2 errors of the agent, first: java.lang.Error: x at y
                        note          1 suppressed by com.acme.Fine.*
                        note          suppression never used: com.acme.Never
                        """
                                .formatted(b, a));
    }

    private String site(String className) {
        return tracking.sites.all().stream()
                .filter(s -> s.frame() != null && s.frame().startsWith(className))
                .findFirst()
                .orElseThrow()
                .fingerprint();
    }

    @Test
    void tenSitesAtMost() throws Exception {
        for (int i = 1; i <= 12; i++) {
            tracking.at("com.acme.A", "a" + i, i).lost(Resource.SSL_SOCKET);
        }
        assertThat(status()).contains("top sites     10 of 12 with findings\n");
        assertThat(status().lines().filter(line -> line.contains("LOST at"))).hasSize(10);
    }

    @Test
    void longAndHostileTextsAreTamed() throws Exception {
        tracking.at("com." + "x".repeat(200) + ".A\u001b[2J", "a", 1).lost(Resource.SSL_SOCKET);
        facts.firstError = "evil\r\n" + "word ".repeat(60);
        facts.errors = 1;
        option("config", "/tmp/\u202e" + "y".repeat(150), "environment");
        assertThat(status()).doesNotContain("\u001b", "\r", "\u202e").contains("evil??word");
    }

    @Test
    void switchedOffAndPidUnknown() {
        facts.enabled = false;
        facts.pid = -1;
        facts.jmxProblem = "this JVM has no java.management";
        assertThat(status())
                .startsWith("tlsleak 0.1.0 in this process\n")
                .contains("switched off (enabled=false)")
                .contains("not registered: this JVM has no java.management");
    }

    @Test
    void theSmallestOfMemory() throws Exception {
        tracking.at("com.acme.A", "a", 1).lost(Resource.SSL_SOCKET);
        Object open = new Object();
        tracking.tracker.created(open, Resource.SSL_SOCKET, null, false, false);
        tracking.event(open, Event.ESTABLISHED);
        AgentStatus now = facts.memory(standing()).build();
        assertThat(now.records).isEqualTo(1);
        assertThat(now.memoryBytes).isBetween(500L, 5_000L);
    }

    @Test
    void labels() {
        facts.labels = Labels.of(Map.of("service", "shop"), new ArrayList<>());
        assertThat(status()).contains("\nlabels        service:shop\n");
    }
}
