package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which calls of a stack name its site. */
class CallPathTest {

    private static final String JSSE =
            "sun.security.ssl.SSLSocketImpl.<init>(SSLSocketImpl.java:1)";
    private static final String CALL = "com.acme.Client.call(Client.java:42)";
    private static final String MAIN = "com.acme.Main.main(Main.java:7)";
    private static final String THREAD = "java.lang.Thread.run(Thread.java:833)";

    private final Attribution attribution = new Attribution(List.of());

    private List<String> path(String... frames) {
        return attribution.path(List.of(frames));
    }

    @Test
    void onlyTheApplicationCounts() {
        assertThat(
                        path(
                                JSSE,
                                "okhttp3.internal.connection.RealConnection.connect(R.kt:1)",
                                "com.acme.Client$$Lambda.run(Unknown Source)",
                                "com.acme.Client.lambda$call(Client.java:43)",
                                CALL,
                                "org.springframework.aop.Proxy.invoke(P.java:1)",
                                "com.acme.Client$$SpringCGLIB.call(<generated>)",
                                MAIN,
                                "org.junit.Runner.run(R.java:1)",
                                THREAD))
                .containsExactly("com.acme.Client.call", "com.acme.Main.main");
    }

    @Test
    void theDepthOfARecursionIsNoMatter() {
        String visit = "com.acme.Tree.visit(Tree.java:5)";
        String accept = "com.acme.Node.accept(Node.java:6)";
        List<String> once = path(JSSE, visit, accept, MAIN);
        assertThat(path(JSSE, visit, accept, visit, accept, visit, accept, MAIN)).isEqualTo(once);
        assertThat(path(JSSE, visit, visit, accept, MAIN)).isEqualTo(once);
        assertThat(path(JSSE, accept, visit, MAIN)).isNotEqualTo(once);
    }

    @Test
    void sixteenCallsAtMost() {
        List<String> deep = new ArrayList<>(List.of(JSSE));
        for (int i = 0; i < 100; i++) {
            deep.add("com.acme.Deep.m" + i + "x(Deep.java:" + i + ")");
        }
        assertThat(attribution.path(deep))
                .hasSize(16)
                .startsWith("com.acme.Deep.m0x")
                .endsWith("com.acme.Deep.m15x");
    }

    @Test
    void generatedCodeNamesASiteWhereThereIsNothingElse() {
        assertThat(path(JSSE, "com.acme.Client$$Lambda.run(Unknown Source)", THREAD))
                .containsExactly("com.acme.Client$$Lambda.run");
        assertThat(path()).isEmpty();
        assertThat(path("(more than 10000 sites, not told apart)")).hasSize(1);
    }

    @Test
    void givenPackagesAreTheApplication() {
        Attribution given = new Attribution(List.of("org.apache.http"));
        String http = "org.apache.http.impl.Conn.open(Conn.java:1)";
        assertThat(given.path(List.of(JSSE, http, CALL, MAIN)))
                .containsExactly("org.apache.http.impl.Conn.open");
    }
}
