package io.github.tlsleak.cli.heap.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeTextTest {

    private static final String FRAME = "com.acme.Pool.open(Pool.java:27)";

    private final KnownGroup group = new KnownGroup(null);

    private static KnownSite site(String fingerprint, boolean firstUse) {
        return new KnownSite(
                fingerprint,
                FRAME,
                FRAME,
                "application",
                null,
                List.of("javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)", FRAME),
                firstUse);
    }

    private void add(KnownSite site, String thread, long age, String verdict) {
        group.add(new KnownSession(site, thread, thread == null, age, verdict));
    }

    private String text(int most) {
        return String.join("\n", KnowledgeText.of(group, most)) + "\n";
    }

    @Test
    void theSiteWithTheMostSessionsFirst() {
        KnownSite pool = site("d7aa5be7cb8e04fb", false);
        add(site("b8004db9596bc4ab", true), null, 5_000, "open");
        add(pool, "main", 341_000, "STUCK");
        add(pool, "main", 12_400, "open");
        add(pool, "worker", 50_000, "open");
        assertThat(text(5))
                .isEqualTo(
                        """
                        3 made at d7aa5be7cb8e04fb  com.acme.Pool.open(Pool.java:27)  [application]
                          2 open, 1 STUCK; oldest 341 s, youngest 12.4 s; by thread "main" (2), "worker" (1)
                          allocated at
                            javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)
                          > com.acme.Pool.open(Pool.java:27)
                        1 made at b8004db9596bc4ab  com.acme.Pool.open(Pool.java:27)  [application]
                          1 open; age at least 5.0 s
                          older than the agent, next used at
                            javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)
                          > com.acme.Pool.open(Pool.java:27)
                        """);
    }

    @Test
    void theOthersAreCounted() {
        for (int i = 0; i < 5; i++) {
            add(site("d7aa5be7cb8e04f" + i, false), "t" + i, 1_000, "open");
        }
        assertThat(text(2)).endsWith("\nand at 3 more sites\n").contains("by thread \"t0\"\n");
        KnownSite one = site("0000000000000000", false);
        for (int i = 0; i < 5; i++) {
            add(one, "t" + i, 1_000, "open");
        }
        assertThat(text(1)).contains("\"t2\" (1) and others (2)");
    }

    @Test
    void aTerminalObeysNothing() {
        add(site("d7aa5be7cb8e04fb", false), "a\u001b[2J", 1_000, "open");
        assertThat(text(1)).contains("by thread \"a?[2J\"").doesNotContain("\u001b");
    }

    @Test
    void nothingKnownIsNoLine() {
        assertThat(KnowledgeText.of(group, 5)).isEmpty();
    }

    @Test
    void aSiteWithoutAStack() {
        KnownSite none =
                new KnownSite("d7aa5be7cb8e04fb", null, null, "jdk", null, List.of(), false);
        add(none, "main", 1_000, "open");
        assertThat(text(1))
                .startsWith("1 made at d7aa5be7cb8e04fb  (stack not known)  [jdk]\n")
                .endsWith("  allocated at: not known (stack.depth=0, or a JVM without stacks)\n");
    }
}
