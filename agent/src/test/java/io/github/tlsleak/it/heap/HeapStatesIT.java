package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.tls.DumpedSession;
import io.github.tlsleak.cli.heap.tls.SessionReader;
import io.github.tlsleak.cli.heap.tls.TlsObjects;
import io.github.tlsleak.cli.heap.tls.TlsState;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.matrix.ProviderVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A program brings sockets and engines of every provider into every state, says which, and dumps
 * its heap. The fields in the dump must tell the same.
 */
@CiOnly
class HeapStatesIT {

    @TestFactory
    Stream<DynamicTest> states() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.notThin()) {
            for (ProviderVariant variant : ProviderVariant.all()) {
                for (String tls : variant.tlsInDump(jdk)) {
                    String name = variant + " on " + jdk + ", TLS " + tls;
                    tests.add(DynamicTest.dynamicTest(name, () -> check(variant, jdk, tls)));
                }
            }
        }
        return tests.stream();
    }

    private static void check(ProviderVariant variant, Jdk jdk, String tls) throws Exception {
        assumeThat(variant.missing()).as("%s: %s", variant, variant.missing()).isEmpty();
        String[] kinds = variant.kinds().toArray(String[]::new);
        SoftAssertions soft = new SoftAssertions();
        try (HeldRun run = HeldRun.of("HeldStates", variant, jdk, tls, kinds)) {
            SessionReader reader = new SessionReader(TlsObjects.in(run.dump()));
            Map<String, DumpedObject> held = run.held();
            soft.assertThat(run.said()).isNotEmpty();
            for (HeldObject said : run.said()) {
                DumpedSession read = reader.read(held.get(said.name()));
                if (variant.name().equals("own")) {
                    checkUnknown(said, read, soft);
                } else {
                    check(said, read, variant, variant + " on " + jdk + ", TLS " + tls, soft);
                }
            }
        }
        soft.assertAll();
    }

    private static void check(
            HeldObject said,
            DumpedSession read,
            ProviderVariant variant,
            String where,
            SoftAssertions soft) {
        String name = said.name() + ": " + read.object() + " " + read.whyUnknown();
        soft.assertThat(read.state().text()).as(name).isEqualTo(UntoldStates.instead(where, said));
        soft.assertThat(read.provider()).as(name).isEqualTo(provider(variant));
        expect(said.host(), read.peerHost(), name + ": host", soft);
        expect(said.port(), String.valueOf(read.peerPort()), name + ": port", soft);
        if (!where.matches("(conscrypt|wildfly-older).*")) {
            expect(said.cipher(), read.cipherSuite(), name + ": cipher suite", soft);
        }
        if (!where.startsWith("wildfly-older")) {
            expect(said.protocol(), read.protocol(), name + ": protocol", soft);
        }
        expect(said.role(), read.role(), name + ": role", soft);
    }

    /** Of a provider that nobody knows, nothing is guessed. */
    private static void checkUnknown(HeldObject said, DumpedSession read, SoftAssertions soft) {
        soft.assertThat(read.provider()).as(said.name()).isNull();
        soft.assertThat(read.state().text())
                .as(said.name())
                .isIn(said.state(), TlsState.UNKNOWN.text());
    }

    /** The one that does the work. */
    private static String provider(ProviderVariant variant) {
        switch (variant.name().replace("-older", "")) {
            case "sunjsse":
            case "netty-jdk":
                return "SunJSSE";
            case "bouncycastle":
                return "BCJSSE";
            case "netty-openssl":
            case "netty-refcnt":
                return "Netty";
            case "wildfly":
                return "WildFly OpenSSL";
            default:
                return "Conscrypt";
        }
    }

    private static void expect(String said, String read, String what, SoftAssertions soft) {
        if (!said.isEmpty()) {
            soft.assertThat(read).as(what).isEqualTo(said);
        }
    }
}
