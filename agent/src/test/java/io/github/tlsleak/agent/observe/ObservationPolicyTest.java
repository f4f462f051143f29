package io.github.tlsleak.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.FakeInstrumentation;
import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.instrument.Installer;
import io.github.tlsleak.agent.instrument.SaidLines;
import io.github.tlsleak.agent.instrument.TlsGate;
import io.github.tlsleak.agent.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.track.Tracking;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class ObservationPolicyTest {

    private final List<String> said = new ArrayList<>();
    private final Coverage coverage = new Coverage(new SaidLines(said), new AgentErrors());
    private final Tracking tracking = new Tracking();
    private final Instrumentation jvm = FakeInstrumentation.of((method, given) -> null);
    private final Installer installer = new Installer(jvm, coverage, new TlsGate(jvm, null));
    private final ObservationPolicy settled =
            new ObservationPolicy(tracking.tracker, coverage, installer);

    /** As Netty's engines with a finalizer extend those without. */
    private static final class Finalized extends ReferenceCountedOpenSslEngine {}

    @Test
    void sunJsseIsPreciseUnlessAHookIsMissing() throws Exception {
        Class<?> sun = SSLContext.getDefault().createSSLEngine().getClass();
        assertThat(settled.isPrecise(sun)).as("nothing is known of the JDK yet").isFalse();
        installer.prepare();
        assertThat(settled.isPrecise(sun)).isTrue();
        assertThat(settled.isPrecise(ReferenceCountedOpenSslEngine.class)).isFalse();
        coverage.missing(sun.getName(), "wrap");
        assertThat(settled.isPrecise(sun)).isFalse();
    }

    @Test
    void nativeMemoryIsKnownByTheEndOfAName() throws Exception {
        assertThat(settled.holdsMemory(ReferenceCountedOpenSslEngine.class)).isTrue();
        assertThat(settled.holdsMemory(Finalized.class)).isTrue();
        assertThat(settled.holdsMemory(Object.class)).isFalse();
        Class<?> sun = SSLContext.getDefault().createSSLEngine().getClass();
        assertThat(settled.holdsMemory(sun)).isFalse();
    }

    @Test
    void nothingIsSaidOfMemoryWhoseReleaseIsNotSeen() {
        String name = ReferenceCountedOpenSslEngine.class.getName();
        coverage.missing(name, "shutdown");
        assertThat(settled.holdsMemory(ReferenceCountedOpenSslEngine.class)).isFalse();
        assertThat(settled.holdsMemory(Finalized.class)).isFalse();
        assertThat(said).isEmpty();
        coverage.say();
        assertThat(said).singleElement().asString().contains("coverage lost: " + name);
    }
}
