package io.github.tlsleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackLinesTest {

    private static final String TEXT =
            """
            RESCUED
              site      38b2413077ba9131  com.acme.Client.call(Client.java:42)  [application]
              allocated at
                java.base/javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)
              > com.acme.Client.call(Client.java:42)
                jdk.internal.reflect.GeneratedMethodAccessor1.invoke(Unknown Source)
                com.acme.OrderTest.places(OrderTest.java:7)
                java.lang.reflect.Method.invoke(Method.java:569)
                org.junit.platform.commons.util.ReflectionUtils.invokeMethod(ReflectionUtils.java:7)
                java.util.ArrayList.forEach(ArrayList.java:1511)
              hint""";

    @Test
    void framesBelowTheTestGo() {
        String reflection =
                "    jdk.internal.reflect.GeneratedMethodAccessor1.invoke(Unknown Source)\n";
        String clean = StackLines.clean(TEXT.replace(reflection, ""));
        assertThat(clean)
                .contains("SSLSocket.java:203", "OrderTest.java:7", "  hint", "38b2413077ba9131")
                .doesNotContain("Method.invoke", "org.junit", "ArrayList");
    }

    @Test
    void aTextWithoutAResponsibleFrameStaysAsItIs() {
        String text = "  allocated at\n    org.junit.jupiter.engine.X.y(X.java:1)";
        assertThat(StackLines.clean(text)).isEqualTo(text);
        assertThat(StackLines.of(text)).isEmpty();
    }

    @Test
    void theStackBeginsWithTheResponsibleFrame() {
        StackTraceElement[] stack = StackLines.of(TEXT);
        assertThat(stack[0]).hasToString("com.acme.Client.call(Client.java:42)");
        assertThat(stack[1])
                .hasToString(
                        "jdk.internal.reflect.GeneratedMethodAccessor1.invoke(Unknown Source)");
        assertThat(stack[2].getLineNumber()).isEqualTo(7);
        assertThat(stack).hasSize(6);
    }

    @Test
    void aModuleIsNoPartOfTheClass() {
        String text =
                "  > app//com.acme.A$B.lambda$c(A.java:1)\n    java.base@17/java.lang.Thread.run(T.java:2)";
        assertThat(StackLines.of(text))
                .extracting(StackTraceElement::getClassName)
                .containsExactly("com.acme.A$B", "java.lang.Thread");
    }
}
