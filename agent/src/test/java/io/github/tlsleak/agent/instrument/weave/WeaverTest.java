package io.github.tlsleak.agent.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.instrument.BootHooks;
import io.github.tlsleak.agent.instrument.advice.AdvicePlan;
import io.github.tlsleak.agent.instrument.advice.Instrumentations;
import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import io.github.tlsleak.agent.instrument.advice.SunTransportInstrumentation;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hooks find their methods in the classes of the JDK that builds; the ITs test other JDKs. */
class WeaverTest {

    /** Woven code calls the hooks classes, which must be in the boot loader. */
    @BeforeAll
    static void hooksAreThere() throws Exception {
        BootHooks.define(ByteBuddyAgent.install());
    }

    /** Classes of the boot loader that get hooks by their names. */
    static List<String> jdkClasses() {
        return Instrumentations.names();
    }

    @ParameterizedTest
    @MethodSource("jdkClasses")
    void everyHookFindsItsMethod(String type) throws IOException {
        List<String> missing = new ArrayList<>();
        byte[] woven = Weaver.weave(null, type, null, bytes(type), missing);
        assertThat(missing).isEmpty();
        assertThat(hooked(woven)).isNotEmpty();
    }

    @Test
    void aMethodThatIsNotThereIsNamed() {
        AdvicePlan plan = new AdvicePlan(SunTransportInstrumentation.TRANSPORT_CONTEXT);
        assertThat(plan.missing())
                .containsExactly(
                        "kickstart", "finishHandshake", "closeInbound", "warning", "fatal");
    }

    @Test
    void aSocketsCloseIsHookedAndAnEnginesIsNot() throws IOException {
        assertThat(hooked(OwnSocket.class)).containsOnly("close");
        assertThat(hooked(OwnEngine.class)).containsOnly("closeOutbound");
    }

    @Test
    void readsWritesAndEndsOfAChannelAreHooked() throws IOException {
        List<String> missing = new ArrayList<>();
        String channel = "sun/nio/ch/SocketChannelImpl";
        byte[] woven = Weaver.weave(null, channel, null, bytes(channel), missing);
        assertThat(missing).isEmpty();
        assertThat(hooked(woven))
                .contains(
                        "read",
                        "write",
                        "blockingRead",
                        "blockingWriteFully",
                        "implCloseSelectableChannel",
                        "shutdownOutput",
                        "setOption");
    }

    /** One of its two methods is hooked, with two calls: the event, and one for its failure. */
    @Test
    void onlyTheLayeringMethodOfAFactoryIsHooked() throws IOException {
        assertThat(hooked(OwnFactory.class)).containsExactly("createSocket", "createSocket");
    }

    @Test
    void handshakesAndOwnClosesOfBouncyCastleAreHooked() throws IOException {
        byte[] bytes = bytes(OwnSocket.class.getName().replace('.', '/'));
        String name = "org/bouncycastle/jsse/provider/ProvSSLSocketDirect";
        ClassLoader loader = OwnSocket.class.getClassLoader();
        List<String> missing = new ArrayList<>();
        byte[] woven = Weaver.weave(loader, name, OwnSocket.class, bytes, missing);
        assertThat(hooked(woven)).contains("close", "notifyHandshakeComplete", "closeSocket");
    }

    /** Only its name is known then. */
    @Test
    void theEngineOfSunJsseIsHookedWhileItIsBeingLoaded() throws IOException {
        byte[] bytes = bytes(OwnEngine.class.getName().replace('.', '/'));
        byte[] woven = Weaver.weave(null, JdkClasses.SUN_ENGINE, null, bytes, new ArrayList<>());
        assertThat(hooked(woven)).containsOnly("closeOutbound");
    }

    private static List<String> hooked(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/');
        List<String> missing = new ArrayList<>();
        byte[] woven = Weaver.weave(type.getClassLoader(), name, type, bytes(name), missing);
        assertThat(missing).isEmpty();
        return hooked(woven);
    }

    abstract static class Engine extends SSLEngine {}

    /** Extends the JDK's class indirectly. */
    abstract static class OwnEngine extends Engine {

        public void close() {
            closeOutbound();
        }

        @Override
        public void closeOutbound() {}
    }

    abstract static class OwnSocket extends SSLSocket {

        @Override
        public void close() {}

        void notifyHandshakeComplete(Object connection) {}

        void closeSocket() {}
    }

    abstract static class OwnFactory extends SSLSocketFactory {

        @Override
        public Socket createSocket(Socket below, String host, int port, boolean autoClose) {
            return null;
        }

        @Override
        public Socket createSocket(String host, int port) {
            return null;
        }

        public void close() {}
    }

    private static byte[] bytes(String type) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(type + ".class")) {
            return in.readAllBytes();
        }
    }

    /** Names of the methods that call hooks, one for each call. */
    private static List<String> hooked(byte[] bytes) {
        List<String> calls = new ArrayList<>();
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(OpenedClassReader.ASM_API) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String s, String[] e) {
                                return noting(name, calls);
                            }
                        },
                        0);
        return calls;
    }

    private static MethodVisitor noting(String method, List<String> calls) {
        return new MethodVisitor(OpenedClassReader.ASM_API) {
            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String name, String type, boolean isInterface) {
                if (owner.startsWith("javax/net/ssl/TlsLeak")) {
                    calls.add(method);
                }
            }
        };
    }
}
