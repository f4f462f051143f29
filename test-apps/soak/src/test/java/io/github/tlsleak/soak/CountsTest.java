package io.github.tlsleak.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final Counts PLANTED =
            Counts.planted("A.b LOST leak 3 A.c UNSENT defect 2 D.e LOST leak 1");

    @Test
    void readsWhatWasPlanted() {
        assertThat(PLANTED.sites())
                .isEqualTo(Map.of("A.b LOST", 3L, "A.c UNSENT", 2L, "D.e LOST", 1L));
        assertThat(PLANTED.severities()).isEqualTo(Map.of("leak", 4L, "defect", 2L));
        assertThat(PLANTED.leaks()).isEqualTo(Map.of("LOST", 4L));
        assertThat(PLANTED.number()).isEqualTo(6);
        assertThat(Counts.planted("")).isEqualTo(Counts.NONE);
    }

    @Test
    void aDumpThatSaysTheSameIsEqual() throws IOException {
        String dump =
                "{'leaks':{'LOST':4},'defects':2,'notices':0,'known':0,'suppressed':0,'sites':["
                        + "{'frame':'io.github.tlsleak.apps.soak.A.b(A.java:3)','verdicts':{'LOST':3}},"
                        + "{'frame':'io.github.tlsleak.apps.soak.A.c(A.java:9)','verdicts':{'UNSENT':2}},"
                        + "{'frame':'io.github.tlsleak.apps.soak.D.e(D.java:1)','verdicts':{'LOST':1}}]}";
        assertThat(Counts.ofDump(new ObjectMapper().readTree(dump.replace('\'', '"'))))
                .isEqualTo(PLANTED);
    }

    @Test
    void aKnownBehaviourMakesADifference() throws IOException {
        String dump = "{'leaks':{},'known':1}".replace('\'', '"');
        Counts counts = Counts.ofSums(new ObjectMapper().readTree(dump));
        assertThat(counts).isNotEqualTo(Counts.NONE);
        assertThat(counts.severities()).isEqualTo(Map.of("known", 1L));
    }

    @Test
    void onlyFindingsOfLibrariesAreExcused() throws IOException {
        assertThat(ofDump("org.lib.Client.open(C.java:1)", 2, 0).isKnownOnly()).isTrue();
        assertThat(ofDump("io.github.tlsleak.apps.soak.A.b(A.java:1)", 2, 0).isKnownOnly())
                .isFalse();
        assertThat(ofDump("org.lib.Client.open(C.java:1)", 1, 0).isKnownOnly()).isFalse();
        assertThat(ofDump("org.lib.Client.open(C.java:1)", 2, 1).isKnownOnly()).isFalse();
        assertThat(Counts.NONE.isKnownOnly()).isFalse();
    }

    /** Two findings of a site. */
    private static Counts ofDump(String frame, int known, int notices) throws IOException {
        String dump =
                "{'leaks':{},'known':"
                        + known
                        + ",'notices':"
                        + notices
                        + ",'sites':[{'frame':'"
                        + frame
                        + "','verdicts':{'UNDERCUT':2}}]}";
        return Counts.ofDump(new ObjectMapper().readTree(dump.replace('\'', '"')));
    }

    @Test
    void whatIsTakenAwayLeavesNoEntry() {
        assertThat(PLANTED.minus(PLANTED)).isEqualTo(Counts.NONE);
        assertThat(PLANTED.plus(PLANTED).minus(PLANTED)).isEqualTo(PLANTED);
    }

    @Test
    void saysWhatDiffers() {
        assertThat(Counts.difference(Map.of("a", 2L, "b", 1L), Map.of("a", 3L)))
                .isEqualTo("+1 a, -1 b");
        assertThat(Counts.difference(Map.of("a", 2L), Map.of("a", 2L))).isEmpty();
    }
}
