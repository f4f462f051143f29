package io.github.tlsleak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.instrument.advice.HookEvents;
import io.github.tlsleak.agent.instrument.advice.HookOperations;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hooks classes refer to no class of the agent, which the boot loader cannot find. */
class HooksClassTest {

    /** Names of classes, also those in descriptors, stand in the class file as plain text. */
    @Test
    void namesNoClassOfTheAgent() throws IOException {
        for (String name : new String[] {"TlsLeakHooks", "TlsLeakChannelHooks"}) {
            String file = text("/javax/net/ssl/" + name + ".class");
            assertThat(file).contains("javax/net/ssl/" + name).doesNotContain("tlsleak");
        }
    }

    /**
     * Without this the test above proves nothing: javac names the class of each constant it copies.
     */
    @Test
    void theClassOfAConstantIsNamed() throws IOException {
        assertThat(text("/io/github/tlsleak/agent/observe/HookSink.class"))
                .contains("io/github/tlsleak/agent/instrument/advice/HookOperations");
    }

    @Test
    void eachConstantHasANumberOfItsOwn() throws IllegalAccessException {
        Set<Integer> numbers = new HashSet<>();
        int constants = 0;
        for (Class<?> type : new Class<?>[] {HookOperations.class, HookEvents.class}) {
            for (Field field : type.getFields()) {
                constants++;
                numbers.add(field.getInt(null));
            }
        }
        assertThat(constants).isEqualTo(33);
        assertThat(numbers).hasSize(constants);
    }

    /** The last number of a range comes right before the first event of the next one. */
    @Test
    void rangesOfEventsFollowEachOther() {
        assertThat(HookEvents.PEER_CLOSE_NOTIFY).isEqualTo(HookEvents.Last.OF_HANDSHAKE + 1);
        assertThat(HookEvents.WRAPPED).isEqualTo(HookEvents.Last.OF_SESSION + 1);
        assertThat(HookEvents.LAYERED).isEqualTo(HookEvents.Last.OF_CHANNEL + 1);
        assertThat(HookEvents.CONTEXT_CREATED).isEqualTo(HookEvents.Last.OF_TRANSPORT + 1);
    }

    private static String text(String file) throws IOException {
        try (InputStream in = HooksClassTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
