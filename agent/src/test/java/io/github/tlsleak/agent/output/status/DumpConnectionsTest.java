package io.github.tlsleak.agent.output.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.agent.collect.ConnectionStates;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.process.TcpEndpoint;
import io.github.tlsleak.agent.process.TcpTables;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.rules.Suppressions;
import io.github.tlsleak.common.verdict.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dump --open} says about TCP connections. */
class DumpConnectionsTest {

    // the address reads the same in either order of bytes
    private static final String ADDRESS = "7.7.7.7";
    private static final String ROW = "  1: 07070707:%04X 07070707:01BB %s 0\n";

    @TempDir Path dir;

    private final Tracking tracking = new Tracking();
    private final Map<Object, TcpEndpoint> endpoints = new IdentityHashMap<>();

    private ConnectionStates states(int maxRows) {
        return new ConnectionStates(
                tracking.tracker, endpoints::get, new TcpTables(dir.toFile(), maxRows));
    }

    private void open(String className, int port) throws IOException {
        Object object = new Object();
        endpoints.put(object, TcpEndpoint.of(port, InetAddress.getByName(ADDRESS), 443));
        tracking.at(className, "o", 4);
        tracking.tracker.created(object, Resource.SSL_SOCKET, null, false, false);
        tracking.event(object, Event.ESTABLISHED);
    }

    private TrackingState state(int maxRows) throws InterruptedException {
        // times are rounded up to a tick
        Thread.sleep(40);
        return new TrackingSource(
                        tracking.tracker, tracking.sites, Suppressions.none(), states(maxRows))
                .withConnections();
    }

    private void sessions() throws IOException {
        open("com.acme.Open", 5000);
        open("com.acme.Open", 5001);
        open("com.acme.Open", 5002);
        open("com.acme.Open", 5003);
        open("com.acme.Open", 5004);
        open("com.acme.Open", 0);
        open("com.acme.Other", 5010);
        Files.writeString(
                dir.resolve("tcp"),
                "  sl  local_address rem_address   st\n"
                        + ROW.formatted(5000, "01")
                        + ROW.formatted(5001, "01")
                        + ROW.formatted(5002, "08")
                        + ROW.formatted(5003, "05")
                        + ROW.formatted(5010, "08"));
    }

    @Test
    void inWords() throws Exception {
        sessions();
        String text = DumpText.of(new AgentStatus.Builder().build(), state(100), true);
        assertThat(text.lines().filter(line -> line.contains("connections")))
                .containsExactly(
                        "  connections: 2 ESTABLISHED, 1 CLOSE_WAIT, 1 in other states, 1 gone,"
                                + " 1 not known",
                        "  connections: 1 CLOSE_WAIT");
    }

    @Test
    void asJson() throws Exception {
        sessions();
        JsonNode json = json(state(100));
        assertThat(json.get("openSites").get(0).get("connections").toString())
                .isEqualTo(
                        "{\"ESTABLISHED\":2,\"CLOSE_WAIT\":1,\"other\":1,\"gone\":1,\"notKnown\":1}");
        assertThat(json.has("connectionsProblem")).isFalse();
    }

    private static JsonNode json(TrackingState state) throws IOException {
        return new ObjectMapper()
                .readTree(DumpJson.of(new AgentStatus.Builder().build(), state, true));
    }

    @Test
    void whyNothingIsKnown() throws Exception {
        sessions();
        TrackingState state = state(3);
        String text = DumpText.of(new AgentStatus.Builder().build(), state, true);
        assertThat(text)
                .doesNotContain("ESTABLISHED")
                .endsWith(
                        "states of connections are not known: more than 3 connections in "
                                + dir
                                + "\n");
        assertThat(json(state).get("connectionsProblem").asText()).startsWith("more than 3 ");
        assertThat(json(state).get("openSites").get(0).has("connections")).isFalse();
    }

    @Test
    void elsewhereNothingIsSaid() throws Exception {
        open("com.acme.Open", 5000);
        TrackingState state = state(3);
        assertThat(DumpText.of(new AgentStatus.Builder().build(), state, true))
                .contains("1 open, oldest")
                .doesNotContain("connections");
        assertThat(json(state).toString()).doesNotContain("connections");
    }
}
