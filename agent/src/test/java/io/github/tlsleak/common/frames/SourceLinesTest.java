package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceLinesTest {

    private static String join(String... frames) {
        return SourceLines.join(List.of(frames));
    }

    @Test
    void ofOtherLinesOfTheMethodOnlyThePlaceIsSaid() {
        assertThat(join("com.acme.A.b(A.java:42)")).isEqualTo("com.acme.A.b(A.java:42)");
        assertThat(join("com.acme.A.b(A.java:42)", "com.acme.A.b(A.java:57)"))
                .isEqualTo("com.acme.A.b(A.java:42) and (A.java:57)");
        assertThat(join("com.acme.A.b(A.java:1)", "com.acme.A.b(A.java:2)", "c.D.e(D.java:3)"))
                .isEqualTo("com.acme.A.b(A.java:1), (A.java:2) and c.D.e(D.java:3)");
    }

    @Test
    void whatIsNoFrameIsSaidInFull() {
        assertThat(join()).isEmpty();
        assertThat(join("(one)", "(two)", "three")).isEqualTo("(one), (two) and three");
    }
}
