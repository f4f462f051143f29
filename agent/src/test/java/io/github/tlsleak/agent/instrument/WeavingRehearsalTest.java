package io.github.tlsleak.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import io.github.tlsleak.agent.instrument.prepared.PreparedHooks;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes that a JDK calls otherwise are found out before any of them is loaded. */
class WeavingRehearsalTest {

    private static List<String> absent(String... gone) {
        WeavingRehearsal rehearsal =
                new WeavingRehearsal() {
                    @Override
                    PreparedHooks prepared() {
                        return null;
                    }

                    @Override
                    byte[] read(String name) throws IOException {
                        return List.of(gone).contains(name) ? null : super.read(name);
                    }
                };
        rehearsal.prepare();
        return rehearsal.absent();
    }

    @Test
    void thisJdkLacksNone() {
        assertThat(absent()).isEmpty();
    }

    @Test
    void oneThatIsGoneIsNamed() {
        assertThat(absent(JdkClasses.SUN_RECORD)).containsExactly(JdkClasses.SUN_RECORD);
        assertThat(absent(JdkClasses.SUN_TRANSPORT, "sun/nio/ch/SocketChannelImpl"))
                .containsExactlyInAnyOrder(
                        JdkClasses.SUN_TRANSPORT, "sun/nio/ch/SocketChannelImpl");
    }

    /** Then reading classes is the problem, and none of them need be missing. */
    @Test
    void nothingIsSaidWhereNoClassCanBeRead() {
        assertThat(absent(JdkClasses.SSL_SOCKET, JdkClasses.SUN_RECORD)).isEmpty();
    }
}
