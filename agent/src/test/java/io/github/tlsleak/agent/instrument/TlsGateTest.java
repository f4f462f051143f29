package io.github.tlsleak.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.FakeInstrumentation;
import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

/** Until a class of JSSE is loaded nothing happens; after that each class is handed on. */
class TlsGateTest {

    private static final byte[] WOVEN = {42};

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Class<?>[] loaded = {};
    private final Instrumentation jvm = jvm();
    private final TlsGate gate = new TlsGate(jvm, this::wake);

    private void wake() {
        heard.add("wake");
        gate.open(new Behind());
    }

    @Test
    void otherClassesDoNotActivateTheAgent() {
        gate.register();
        assertThat(load(null, "java/net/Socket")).isNull();
        assertThat(load(null, null)).isNull();
        assertThat(load(getClass().getClassLoader(), JdkClasses.SSL_ENGINE)).isNull();
        assertThat(heard).containsExactly("add");
    }

    @Test
    void theClassThatActivatesTheAgentGetsItsHooks() {
        gate.register();
        assertThat(load(null, JdkClasses.SSL_CONTEXT)).isEqualTo(WOVEN);
        assertThat(heard).containsExactly("add", "wake", JdkClasses.SSL_CONTEXT);
    }

    @Test
    void afterTheActivationEveryClassIsHandedOn() {
        gate.register();
        load(null, JdkClasses.SSL_CONTEXT);
        heard.clear();
        load(null, "java/net/Socket");
        load(getClass().getClassLoader(), null);
        assertThat(heard).containsExactly("java/net/Socket", "null");
    }

    @Test
    void aFailedActivationLeavesTheClassAsItIs() {
        TlsGate broken =
                new TlsGate(
                        jvm,
                        () -> {
                            throw new IllegalStateException("broken");
                        });
        assertThat(broken.transform(null, JdkClasses.SSL_ENGINE, null, null, new byte[1])).isNull();
        TlsGate silent = new TlsGate(jvm, () -> heard.add("nothing"));
        assertThat(silent.transform(null, JdkClasses.SSL_ENGINE, null, null, new byte[1])).isNull();
        assertThat(heard).containsExactly("nothing");
    }

    @Test
    void aClosedGateDoesNothing() {
        gate.register();
        load(null, JdkClasses.SSL_CONTEXT);
        gate.close();
        heard.clear();
        assertThat(load(null, JdkClasses.SSL_ENGINE)).isNull();
        assertThat(heard).isEmpty();
    }

    @Test
    void theGateIsTheOnlyTransformer() {
        gate.register();
        gate.open(new Behind());
        gate.close();
        assertThat(heard).containsExactly("add", "remove");
    }

    @Test
    void itIsTooLateIfAClassOfJsseIsLoaded() {
        loaded = new Class<?>[] {String.class, javax.net.ssl.HostnameVerifier.class};
        assertThat(JdkClasses.isOneLoaded(jvm)).isFalse();
        loaded = new Class<?>[] {String.class, SSLEngine.class};
        assertThat(JdkClasses.isOneLoaded(jvm)).isTrue();
    }

    @Test
    void withoutMemoryTheClassIsLoadedAndTheActivationWaits() throws Exception {
        Memory memory = new Memory();
        TlsGate waiting = new TlsGate(jvm, () -> heard.add("activated"), memory);
        assertThat(waiting.transform(null, JdkClasses.SSL_ENGINE, null, null, new byte[1]))
                .isNull();
        assertThat(waiting.isLate()).isTrue();
        assertThat(heard).isEmpty();
        memory.looks.acquire(2);
        assertThat(heard).isEmpty();
        memory.room = true;
        await().until(() -> heard.contains("activated"));
        assertThat(heard).containsExactly("activated");
    }

    @Test
    void anActivationThatRunsOutOfMemoryIsTriedAgainOnceThereIsRoom() throws Exception {
        Memory memory = new Memory();
        memory.room = true;
        TlsGate poor =
                new TlsGate(
                        jvm,
                        () -> {
                            heard.add("try");
                            if (heard.size() == 1) {
                                memory.room = false;
                                throw new OutOfMemoryError("for the test");
                            }
                        },
                        memory);
        assertThat(poor.wake()).isFalse();
        memory.looks.acquire(2);
        assertThat(heard).containsExactly("try");
        assertThat(poor.swallowed()).isEqualTo(1);
        memory.room = true;
        await().until(() -> heard.size() == 2);
    }

    @Test
    void aGateThatIsClosedWaitsForNoMemory() throws Exception {
        Memory memory = new Memory();
        TlsGate waiting = new TlsGate(jvm, () -> heard.add("activated"), memory);
        waiting.wake();
        memory.looks.acquire(1);
        waiting.close();
        memory.room = true;
        await().until(() -> !memory.thread.isAlive());
        assertThat(heard).containsExactly("remove");
    }

    private byte[] load(ClassLoader loader, String name) {
        return gate.transform(loader, name, null, null, new byte[1]);
    }

    /** Counts looks, and does not sleep between them. */
    private static final class Memory extends MemoryWait {

        private final Semaphore looks = new Semaphore(0);
        private volatile boolean room;
        private volatile Thread thread;

        @Override
        boolean hasRoom() {
            thread = Thread.currentThread();
            looks.release();
            return room;
        }

        @Override
        void pause(int number) {
            Thread.yield();
        }
    }

    private final class Behind implements ClassFileTransformer {

        @Override
        public byte[] transform(
                ClassLoader loader,
                String name,
                Class<?> redefined,
                ProtectionDomain domain,
                byte[] bytes) {
            heard.add(String.valueOf(name));
            return WOVEN;
        }
    }

    private Instrumentation jvm() {
        return FakeInstrumentation.of(
                (method, arguments) -> {
                    switch (method) {
                        case "addTransformer":
                            heard.add("add");
                            return null;
                        case "removeTransformer":
                            heard.add("remove");
                            return true;
                        default:
                            return loaded;
                    }
                });
    }
}
