package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static StackTraceElement frame(String type, String method, String file, int line) {
        return new StackTraceElement(type, method, file, line);
    }

    private static List<String> clean(StackTraceElement... stack) {
        return Frames.clean(stack);
    }

    @Test
    void rendersLikeTheJvmButWithoutModules() {
        assertThat(
                        clean(
                                new StackTraceElement(
                                        "app", "java.base", "17", "java.net.A", "b", "A.java", 4),
                                frame("com.acme.A", "b", "A.java", 42),
                                frame("com.acme.A", "b", "A.java", -1),
                                frame("com.acme.A", "b", null, -1),
                                frame("com.acme.A", "n", "A.java", -2)))
                .containsExactly(
                        "java.net.A.b(A.java:4)",
                        "com.acme.A.b(A.java:42)",
                        "com.acme.A.b(A.java)",
                        "com.acme.A.b(Unknown Source)",
                        "com.acme.A.n(Native Method)");
    }

    @Test
    void dropsAgentReflectionAndMethodHandles() {
        assertThat(
                        clean(
                                frame("io.github.tlsleak.agent.track.Tracker", "x", "T.java", 1),
                                frame("io.github.tlsleak.agent.lib.slf4j.A", "x", "T.java", 1),
                                frame("io.github.tlsleak.junit.TlsLeaksExtension", "x", "T", 1),
                                frame("javax.net.ssl.TlsLeakHooks", "x", "T.java", 1),
                                frame("java.lang.reflect.Method", "invoke", "M.java", 1),
                                frame("jdk.internal.reflect.A", "invoke", "M.java", 1),
                                frame("sun.reflect.GeneratedMethodAccessor1", "i", null, -1),
                                frame("java.lang.invoke.LambdaForm$MH/0x1", "i", null, -1)))
                .isEmpty();
    }

    @Test
    void keepsTheTestPrograms() {
        assertThat(clean(frame("io.github.tlsleak.apps.Leak", "main", "Leak.java", 7)))
                .containsExactly("io.github.tlsleak.apps.Leak.main(Leak.java:7)");
        assertThat(clean(frame("io.github.tlsleak.it.Leak", "main", "Leak.java", 7))).hasSize(1);
        assertThat(clean(frame("io.github.tlsleak.junit.it.Leak", "m", "L.java", 7))).hasSize(1);
    }

    @Test
    void realLambdasAreStable() {
        Supplier<List<String>> supplier =
                () -> Frames.clean(new Throwable().getStackTrace()).subList(0, 1);
        assertThat(clean(frame("a.F", "lambda$main$0", "F.java", 1)))
                .containsExactly("a.F.lambda$main(F.java:1)");
        // this test is in a package of the agent: frames of such packages are not kept
        assertThat(supplier.get().get(0)).doesNotContain("FramesTest");
    }
}
