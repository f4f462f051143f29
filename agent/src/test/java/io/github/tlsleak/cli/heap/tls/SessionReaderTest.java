package io.github.tlsleak.cli.heap.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.apps.heap.TlsSamples;
import io.github.tlsleak.cli.heap.dump.DumpedCollections;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.heap.dump.TestDumps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Releases that no JDK of the tests has, wrappers, and providers that nobody knows. */
class SessionReaderTest {

    private static final String APPS = "io.github.tlsleak.apps.";

    private static HeapDump dump;
    private static TlsObjects tls;
    private static final Map<String, DumpedObject> HELD = new HashMap<>();

    @BeforeAll
    static void open(@TempDir Path directory) throws Exception {
        dump = TestDumps.of(TlsSamples.class, directory);
        tls = TlsObjects.in(dump);
        DumpedObject map = dump.classes(TlsSamples.class.getName()).get(0).staticObject("HELD");
        for (DumpedCollections.Entry entry : DumpedCollections.entries(map)) {
            HELD.put(entry.key().string(), entry.value());
        }
    }

    @AfterAll
    static void close() throws IOException {
        dump.close();
    }

    private static DumpedSession read(String name) {
        return new SessionReader(tls).read(HELD.get(name));
    }

    @ParameterizedTest
    @CsvSource({
        "old socket 0, fresh",
        "old socket 1, in handshake",
        "old socket 2, open",
        "old socket 3, open",
        "old socket 4, broken",
        "old socket 5, half closed",
        "old socket 6, closed",
        "old socket 7, closed",
        "old socket broken, broken",
        "old engine 0, fresh",
        "old engine 1, in handshake",
        "old engine 2, open",
        "old engine 3, open",
        "old engine 4, broken",
        "old engine 6, half closed",
        "old engine read close_notify, peer closed",
        "old engine answered close_notify, closed",
        "old engine closed inbound, closed"
    })
    void java8BeforeTheNewStack(String name, String state) {
        DumpedSession session = read(name);
        assertThat(session.state().text()).isEqualTo(state);
        assertThat(session.provider()).isEqualTo("SunJSSE");
        assertThat(session.whyUnknown()).isNull();
    }

    @Test
    void detailsOfJava8BeforeTheNewStack() {
        DumpedSession session = read("old socket 2");
        assertThat(session.peerHost()).isEqualTo("old.example.org");
        assertThat(session.peerPort()).isEqualTo(DumpedSession.NO_PORT);
        assertThat(session.protocol()).isEqualTo("TLSv1.2");
        assertThat(session.cipherSuite()).isEqualTo("TLS_RSA_WITH_AES_128_GCM_SHA256");
        assertThat(session.role()).isEqualTo("client");
        assertThat(read("old socket 1").role()).isEqualTo("server");
    }

    @Test
    void nothingIsGuessedWhereFieldsHaveMoved() {
        assertThat(read("moved engine").state()).isEqualTo(TlsState.UNKNOWN);
        assertThat(read("moved engine").whyUnknown())
                .isEqualTo(
                        "SunJSSE: "
                                + APPS
                                + "heap.moved.sun.security.ssl.SSLEngineImpl$TransportContext"
                                + " has no field isBroken");
        assertThat(read("moved socket").state()).isEqualTo(TlsState.UNKNOWN);
        assertThat(read("moved socket").whyUnknown())
                .isEqualTo(
                        "SunJSSE: "
                                + APPS
                                + "heap.moved.sun.security.ssl.SSLSocketImpl"
                                + " has no field conContext");
    }

    @Test
    void nothingIsGuessedOfOtherProviders() {
        DumpedSession session = read("of nobody");
        assertThat(session.state()).isEqualTo(TlsState.UNKNOWN);
        assertThat(session.provider()).isNull();
        assertThat(session.delegate()).isNull();
        assertThat(session.whyUnknown())
                .isEqualTo(APPS + "wrap.DelegatingSocket is of no provider that is known");
        assertThat(read("engine of nobody").kind()).isEqualTo(TlsKind.ENGINE);
        assertThat(read("wrapper of two").state()).isEqualTo(TlsState.UNKNOWN);
    }

    @Test
    void aWrapperIsOneWithWhatItWraps() {
        DumpedSession socket = read("wrapper of a socket");
        assertThat(socket.state()).isEqualTo(TlsState.FRESH);
        assertThat(socket.provider()).isEqualTo("SunJSSE");
        DumpedSession middle = new SessionReader(tls).read(socket.delegate());
        assertThat(middle.delegate()).isEqualTo(HELD.get("wrapped socket"));
        DumpedSession engine = read("wrapper of an engine");
        assertThat(engine.peerHost()).isEqualTo("wrapped.example.org");
        assertThat(engine.peerPort()).isEqualTo(443);
        assertThat(engine.role()).isEqualTo("client");
        assertThat(engine.protocol()).isNull();
        assertThat(engine).hasToString("SSLEngine fresh wrapped.example.org:443");
    }

    @Test
    void tlsOverTlsIsTwoSessions() {
        DumpedSession outer = read("through the proxy");
        assertThat(outer.delegate()).isNull();
        assertThat(outer.state()).isEqualTo(TlsState.FRESH);
        assertThat(outer.peerHost()).isEqualTo("behind.example.org");
        DumpedSession below = read("to the proxy");
        assertThat(below.delegate()).isNull();
        assertThat(below.peerHost()).isNotEqualTo("behind.example.org");
    }

    @Test
    void theClassTellsWhatIsTls() {
        assertThat(tls.isContext(HELD.get("context").type())).isTrue();
        assertThat(tls.isSession(HELD.get("context").type())).isFalse();
        assertThat(tls.isSession(HELD.get("wrapped socket").type())).isTrue();
        assertThat(tls.isServerSocket(HELD.get("wrapped socket").type())).isFalse();
        assertThat(tls.isTlsSession(dump.classes("sun.security.ssl.SSLSessionImpl").get(0)))
                .isTrue();
        assertThat(tls.isContext(dump.classes("sun.security.ssl.SSLContextImpl").get(0))).isTrue();
        assertThat(tls.kind(dump.classes("java.net.Socket").get(0))).isNull();
        assertThatThrownBy(() -> read("context")).isInstanceOf(IllegalArgumentException.class);
    }
}
