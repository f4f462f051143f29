package io.github.tlsleak.agent.output.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the flight recorder of this JVM. */
class JfrEventsTest {

    private static final List<String> IMPLICIT =
            List.of("startTime", "duration", "eventThread", "stackTrace");

    @TempDir Path dir;

    private final Tracking tracking = new Tracking();
    private final Recording recording = new Recording();
    private final List<Throwable> errors = new ArrayList<>();
    private final JfrReport report =
            new JfrReport(
                    () -> Snapshot.of(tracking.tracker),
                    Labels.of(Map.of("service", "shop", "team", "a"), new ArrayList<>()),
                    errors::add);

    @BeforeEach
    void start() {
        recording.start();
        report.tick();
    }

    @AfterEach
    void close() {
        report.close();
        recording.close();
        assertThat(errors).isEmpty();
        assertThat(types()).as("registered event types").isEmpty();
    }

    private static List<EventType> types() {
        return FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .filter(type -> type.getName().startsWith("tlsleak."))
                .toList();
    }

    private List<RecordedEvent> recorded() throws IOException {
        recording.stop();
        Path file = dir.resolve("r.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("tlsleak."))
                .toList();
    }

    private static String fields(String event) {
        EventType type =
                types().stream().filter(t -> t.getName().equals(event)).findFirst().orElseThrow();
        assertThat(type.getCategoryNames()).containsExactly("TLS Leaks");
        assertThat(type.getFields()).allMatch(field -> field.getLabel() != null);
        return String.join(
                " ",
                type.getFields().stream()
                        .map(ValueDescriptor::getName)
                        .filter(name -> !IMPLICIT.contains(name))
                        .toList());
    }

    @Test
    void fieldsOfTheEvents() {
        assertThat(fields("tlsleak.Leak"))
                .isEqualTo(
                        "verdict severity resource className wrapper provider role peerHost"
                                + " peerPort protocol cipherSuite created lifetime firstSeen"
                                + " threadName site frame newSite owner allocationStack"
                                + " closingStack closingSite detail closer alive hangingStack"
                                + " hangingSite hangingThread pipeline"
                                + " count adopted"
                                + " finalizer known suppressedBy error service");
        assertThat(fields("tlsleak.Labels"))
                .isEqualTo("service version namespace pod node container environment labels");
        assertThat(fields("tlsleak.OpenSession"))
                .isEqualTo("count oldestAge youngestAge site frame owner allocationStack");
        assertThat(fields("tlsleak.ContextChurn"))
                .isEqualTo(
                        "contexts sessions live cached cacheLimit cacheTimeout verdict severity"
                                + " phase perMinute peers suppressedBy site frame owner"
                                + " allocationStack");
        assertThat(fields("tlsleak.SessionGroup"))
                .isEqualTo(
                        "sessions live retained rate medianLife resumed verdict severity phase perMinute peers"
                                + " suppressedBy site frame owner allocationStack");
    }

    private Object established(String host) {
        Object engine = new Object();
        tracking.tracker.created(engine, Resource.SSL_ENGINE, null, false, false);
        tracking.details.started(tracking.followed(engine), false);
        tracking.details.established(
                tracking.followed(engine), false, "TLSv1.3", "TLS_X", host, 4711);
        return engine;
    }

    @Test
    void aLeak() throws Exception {
        report.found(tracking.drop(established("10.0.0.7")));
        RecordedEvent leak = recorded().get(0);
        assertThat(leak.getEventType().getName()).isEqualTo("tlsleak.Leak");
        assertThat(leak.getString("verdict")).isEqualTo("LOST");
        assertThat(leak.getString("severity")).isEqualTo("leak");
        assertThat(leak.getString("resource")).isEqualTo("SSLEngine");
        assertThat(leak.getString("role")).isEqualTo("server");
        assertThat(leak.getString("peerHost")).isEqualTo("10.0.0.7");
        assertThat(leak.getInt("peerPort")).isEqualTo(4711);
        assertThat(leak.getString("threadName")).isEqualTo(Thread.currentThread().getName());
        assertThat(leak.getInstant("created")).isBeforeOrEqualTo(leak.getStartTime());
        assertThat(leak.getInstant("firstSeen")).as("not known").isEqualTo(Instant.MIN);
        assertThat(leak.getDuration("lifetime").toMillis()).isBetween(0L, 60_000L);
        assertThat(leak.getString("frame")).startsWith("com.acme.OrderClient.call");
        assertThat(leak.getString("allocationStack").lines().toList())
                .hasSize(3)
                .contains(leak.getString("frame"));
        assertThat(leak.getLong("count")).isEqualTo(1);
        assertThat(leak.getString("suppressedBy")).isNull();
        assertThat(leak.getStackTrace()).isNull();
    }

    @Test
    void anAdoptedOneHasNoBeginning() throws Exception {
        Object engine = established("db");
        tracking.adopt(engine);
        SessionFinding finding = tracking.drop(engine);
        report.found(finding);
        RecordedEvent leak = recorded().get(0);
        assertThat(leak.getBoolean("adopted")).isTrue();
        assertThat(leak.getInstant("created")).isEqualTo(Instant.MIN);
        assertThat(leak.getLong("lifetime")).isEqualTo(Long.MIN_VALUE);
        assertThat(leak.getInstant("firstSeen").toEpochMilli()).isEqualTo(finding.created);
    }

    @Test
    void oneThatIsAlive() throws Exception {
        Object engine = established("db");
        report.found(tracking.stuck(engine, "worker-1", "SslHandler, RedisHandler"));
        report.found(tracking.drop(engine));
        List<RecordedEvent> leaks = recorded();
        RecordedEvent stuck = leaks.get(0);
        assertThat(stuck.getBoolean("alive")).isTrue();
        assertThat(stuck.getString("hangingThread")).isEqualTo("worker-1");
        assertThat(stuck.getString("hangingStack")).isEqualTo(stuck.getString("allocationStack"));
        assertThat(stuck.getString("pipeline")).isEqualTo("SslHandler, RedisHandler");
        assertThat(leaks.get(1).getBoolean("alive")).as("collected").isFalse();
    }

    @Test
    void openSessionsAndContexts() throws Exception {
        Object alive = established("db");
        Site site = tracking.lost(Resource.SSL_SOCKET).site;
        report.found(tracking.contexts(Verdict.CONTEXT_CHURN, site, 25, 24, 3));
        report.found(tracking.contexts(Verdict.CONTEXT_HOARD, site, 100, -1, 100));
        List<RecordedEvent> events = recorded();
        assertThat(events)
                .extracting(e -> e.getEventType().getName())
                .contains("tlsleak.OpenSession");
        RecordedEvent churn = one(events, "verdict", "CONTEXT_CHURN");
        assertThat(churn.getString("severity")).isEqualTo("notice");
        assertThat(churn.getLong("contexts")).isEqualTo(25);
        assertThat(churn.getLong("sessions")).isEqualTo(24);
        assertThat(churn.getLong("live")).isEqualTo(3);
        assertThat(one(events, "verdict", "CONTEXT_HOARD").getLong("sessions")).isEqualTo(-1);
        RecordedEvent open = one(events, "count", 1L);
        assertThat(open.getString("owner")).isEqualTo("application");
        assertThat(open.getDuration("oldestAge")).isGreaterThanOrEqualTo(Duration.ZERO);
        tracking.event(alive, Event.CLOSE);
    }

    @Test
    void manySessions() throws Exception {
        Site site = tracking.lost(Resource.SSL_SOCKET).site;
        report.found(
                tracking.group(
                        Verdict.SESSION_HOARD,
                        Resource.SSL_SOCKET,
                        site,
                        GroupFinding.Phase.AGAIN,
                        Map.of(Figure.LIVE, 200L, Figure.PER_MINUTE, 12L),
                        Map.of("db:5432", 200L)));
        RecordedEvent hoard = one(recorded(), "verdict", "SESSION_HOARD");
        assertThat(hoard.getEventType().getName()).isEqualTo("tlsleak.SessionGroup");
        assertThat(hoard.getString("severity")).isEqualTo("defect");
        assertThat(hoard.getString("phase")).isEqualTo("AGAIN");
        assertThat(hoard.getLong("live")).isEqualTo(200);
        assertThat(hoard.getLong("perMinute")).isEqualTo(12);
        assertThat(hoard.getLong("sessions")).isEqualTo(-1);
        assertThat(hoard.getString("peers")).isEqualTo("db:5432 (200)");
        assertThat(hoard.getString("site")).isEqualTo(site.fingerprint());
    }

    private static RecordedEvent one(List<RecordedEvent> events, String field, Object value) {
        return events.stream()
                .filter(event -> event.hasField(field) && value.equals(event.getValue(field)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatARecordingHasSwitchedOffIsNotCommitted() throws Exception {
        recording.disable("tlsleak.Leak");
        recording.disable("tlsleak.Labels");
        report.found(tracking.lost(Resource.SSL_SOCKET));
        assertThat(recorded()).isEmpty();
    }

    @Test
    void theLabels() throws Exception {
        report.found(tracking.lost(Resource.SSL_SOCKET));
        List<RecordedEvent> events = recorded();
        RecordedEvent labels =
                events.stream()
                        .filter(event -> event.getEventType().getName().equals("tlsleak.Labels"))
                        .findFirst()
                        .orElseThrow();
        assertThat(labels.getString("service")).isEqualTo("shop");
        assertThat(labels.getString("pod")).isNull();
        assertThat(labels.getString("labels")).contains("service:shop").contains("team:a");
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("tlsleak.Leak"))
                .isNotEmpty()
                .allMatch(event -> "shop".equals(event.getString("service")));
    }
}
