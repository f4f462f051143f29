package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.tls.DumpedSession;
import io.github.tlsleak.cli.heap.tls.SessionReader;
import io.github.tlsleak.cli.heap.tls.TlsObjects;
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
class HeapStatesIT {

    @TestFactory
    Stream<DynamicTest> states() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            for (ProviderVariant variant : ProviderVariant.all()) {
                for (String tls : variant.tls(jdk)) {
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
                check(said, reader.read(held.get(said.name())), variant, jdk, soft);
            }
        }
        soft.assertAll();
    }

    private static void check(
            HeldObject said,
            DumpedSession read,
            ProviderVariant variant,
            Jdk jdk,
            SoftAssertions soft) {
        String name = said.name() + ": " + read.object() + " " + read.whyUnknown();
        soft.assertThat(read.state().text())
                .as(name)
                .isEqualTo(UntoldStates.instead(variant, jdk, said));
        soft.assertThat(read.provider()).as(name).isEqualTo(provider(variant));
        expect(said.host(), read.peerHost(), name + ": host", soft);
        expect(said.port(), String.valueOf(read.peerPort()), name + ": port", soft);
        expect(said.protocol(), read.protocol(), name + ": protocol", soft);
        expect(said.cipher(), read.cipherSuite(), name + ": cipher suite", soft);
        expect(said.role(), read.role(), name + ": role", soft);
    }

    private static String provider(ProviderVariant variant) {
        return variant.name().startsWith("sun") ? "SunJSSE" : "?";
    }

    private static void expect(String said, String read, String what, SoftAssertions soft) {
        if (!said.isEmpty()) {
            soft.assertThat(read).as(what).isEqualTo(said);
        }
    }
}
