package io.github.tlsleak.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks find their methods in the classes of the JDK that builds; the ITs show the other JDKs. */
class WeaverTest {

    /** Advice is read with the class it calls, which lives in the boot loader. */
    @BeforeAll
    static void hooksAreThere() throws Exception {
        BootHooks.define(ByteBuddyAgent.install());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Types.SOCKET,
                Types.SERVER_SOCKET,
                Types.SSL_SOCKET,
                Types.SSL_ENGINE,
                Types.SSL_SERVER_SOCKET,
                Types.SSL_CONTEXT,
                Types.SUN_TRANSPORT,
                Types.SUN_RECORD,
                Types.SUN_SOCKET,
                Types.SUN_BASE_SOCKET,
                Types.SUN_ENGINE,
                Types.SUN_INPUT,
                Types.SUN_OUTPUT
            })
    void everyHookFindsItsMethod(String type) throws IOException {
        List<String> missing = new ArrayList<>();
        byte[] woven = Weaver.weave(null, type, bytes(type), missing);
        assertThat(missing).isEmpty();
        assertThat(callsOfHooks(woven)).isPositive();
    }

    @Test
    void aMethodThatIsNotThereIsNamed() {
        Plan plan = new Plan();
        SunTransportInstrumentation.plan(plan);
        assertThat(plan.missing())
                .containsExactly(
                        "kickstart", "finishHandshake", "closeInbound", "warning", "fatal");
    }

    private static byte[] bytes(String type) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(type + ".class")) {
            return in.readAllBytes();
        }
    }

    private static int callsOfHooks(byte[] bytes) {
        int[] calls = {0};
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(OpenedClassReader.ASM_API) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String s, String[] e) {
                                return counting(calls);
                            }
                        },
                        0);
        return calls[0];
    }

    private static MethodVisitor counting(int[] calls) {
        return new MethodVisitor(OpenedClassReader.ASM_API) {
            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String name, String type, boolean isInterface) {
                if (owner.equals("javax/net/ssl/TlsLeakHooks")) {
                    calls[0]++;
                }
            }
        };
    }
}
