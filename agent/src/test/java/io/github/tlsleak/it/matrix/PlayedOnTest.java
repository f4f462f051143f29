package io.github.tlsleak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PlayedOnTest {

    private static final String THIN = "tlsleak.thin";
    private static final List<Jdk> ALL =
            Stream.of(8, 11, 21, 25, 28).map(major -> new Jdk(Path.of("x"), major)).toList();

    private String before;

    @BeforeEach
    void thin() {
        before = System.getProperty(THIN, "");
        System.setProperty(THIN, "11,21,25");
    }

    @AfterEach
    void asBefore() {
        System.setProperty(THIN, before);
    }

    private static List<Integer> majors(String header, String name) {
        return PlayedOn.of(Scenario.parse(header), name, ALL).stream().map(Jdk::major).toList();
    }

    @Test
    void oneIsPlayedWhereNothingDiffers() {
        assertThat(majors("// expect: LOST leak SSLSocket client", "socket.Dropped")).hasSize(1);
    }

    @Test
    void manyScenariosPlayOnAllOfThem() {
        assertThat(
                        IntStream.range(0, 50)
                                .mapToObj(i -> majors("// expect: none", "engine.E" + i))
                                .flatMap(List::stream)
                                .distinct())
                .containsExactlyInAnyOrder(8, 11, 21, 25, 28);
    }

    @Test
    void eachResultIsPlayedWhereItDiffers() {
        String header = "// expect: none\n// expect[jdk>=19]: LOST leak SSLSocket client";
        List<Integer> played = majors(header, "socket.Dropped");
        assertThat(played).hasSize(2);
        assertThat(played.get(0)).isIn(8, 11);
        assertThat(played.get(1)).isIn(21, 25, 28);
    }

    @Test
    void whereItDoesNotRunItIsNotPlayed() {
        assertThat(majors("// jdk: 8-18\n// expect: none", "a")).hasSize(1).isSubsetOf(8, 11);
        assertThat(majors("// jdk: 8-10\n// expect: none", "a")).containsExactly(8);
        assertThat(majors("// jdk: 28+\n// expect: none", "a")).containsExactly(28);
    }

    @Test
    void withoutThinJdksAllArePlayed() {
        System.setProperty(THIN, "");
        assertThat(majors("// expect: none", "a")).containsExactly(8, 11, 21, 25, 28);
    }
}
