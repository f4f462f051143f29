package io.github.tlsleak.cli.report.model.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedStackTest {

    private static final String JSSE = "javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)";
    private static final String SUN = "sun.security.ssl.SSLSocketImpl.<init>(SSLSocketImpl.java:1)";
    private static final String OKHTTP = "okhttp3.RealCall.execute(RealCall.kt:1)";
    private static final String SPRING = "org.springframework.A.b(A.java:1)";
    private static final String TOMCAT = "org.apache.catalina.A.b(A.java:1)";
    private static final String JUNIT = "org.junit.jupiter.A.b(A.java:1)";
    private static final String THREAD = "java.lang.Thread.run(Thread.java:1)";

    private static List<String> folded(int responsible, String... stack) {
        List<String> texts = new ArrayList<>();
        for (StackPart part : FoldedStack.of(List.of(stack), responsible)) {
            texts.add((part.responsible ? "> " : "") + part.text);
        }
        return texts;
    }

    @Test
    void framesOfInterestStay() {
        String[] stack = {
            JSSE,
            SUN,
            SUN,
            OKHTTP,
            OKHTTP,
            "com.acme.A.a(A.java:1)",
            SPRING,
            SPRING,
            SPRING,
            "com.acme.B.b(B.java:2)",
            SPRING,
            "com.acme.C.c(C.java:3)",
            TOMCAT,
            TOMCAT,
            THREAD
        };
        assertThat(folded(5, stack))
                .containsExactly(
                        JSSE,
                        "3 frames of JSSE and OkHttp",
                        OKHTTP,
                        "> com.acme.A.a(A.java:1)",
                        SPRING,
                        "2 frames of Spring",
                        "com.acme.B.b(B.java:2)",
                        // one line for one line
                        SPRING,
                        "com.acme.C.c(C.java:3)",
                        "3 frames of Tomcat and the JDK");
    }

    @Test
    void manyNames() {
        String frame = "com.acme.T.t(T.java:1)";
        assertThat(folded(0, frame, frame, SPRING, SPRING, TOMCAT, JUNIT, JUNIT, JUNIT, THREAD))
                .containsExactly("> " + frame, frame, "7 frames of JUnit, Spring and others");
    }

    @Test
    void aStackOfALibraryAlone() {
        assertThat(folded(2, JSSE, SUN, OKHTTP, OKHTTP, OKHTTP, THREAD, THREAD))
                .containsExactly(JSSE, SUN, "> " + OKHTTP, OKHTTP, OKHTTP, "2 frames of the JDK");
    }

    @Test
    void withoutAResponsibleFrame() {
        assertThat(folded(-1, JSSE, SUN, SUN)).containsExactly(JSSE, "2 frames of JSSE");
        assertThat(folded(-1)).isEmpty();
    }

    @Test
    void theWholeStack() {
        assertThat(FoldedStack.whole(List.of(JSSE, SUN, SUN), 1))
                .extracting(part -> part.responsible)
                .containsExactly(false, true, false);
    }

    /** The innermost package counts; a library without a name is called by its package. */
    @Test
    void names() {
        assertThat(ProductNames.of("kotlinx.coroutines.A.b(A.kt:1)"))
                .isEqualTo("Kotlin's coroutines");
        assertThat(ProductNames.of("kotlin.A.b(A.kt:1)")).isEqualTo("Kotlin");
        assertThat(ProductNames.of("java.util.A.b(A.java:1)")).isEqualTo("the JDK");
        assertThat(ProductNames.of("org.jsoup.A.b(A.java:1)")).isEqualTo("org.jsoup");
        assertThat(ProductNames.of("com.acme.A.b(A.java:1)")).isNull();
        assertThat(ProductNames.of("?")).isNull();
    }
}
