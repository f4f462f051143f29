package io.github.tlsleak.apps.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaysTest {

    private static final List<List<Way>> CLEAN =
            List.of(
                    EngineWays.ALL,
                    SocketWays.ALL,
                    SocketFailures.ALL,
                    LayeredWays.CLEAN,
                    ChannelWays.ALL,
                    ServerWays.CLEAN);

    private static final List<List<Way>> MISTAKES =
            List.of(
                    EngineMistakes.ALL,
                    SocketMistakes.ALL,
                    LayeredWays.MISTAKES,
                    ChannelMistakes.ALL,
                    ServerWays.MISTAKES);

    private static Stream<Way> all() {
        return Ways.all().stream();
    }

    private static List<String> drawn(long seed) throws IOException, GeneralSecurityException {
        Wire wire = new Wire("h", new Contexts(), "TLSv1.2", Map.of(), new SplittableRandom(seed));
        try (wire.listener) {
            Ways ways = Ways.connections(new Shared(), wire);
            List<String> drawn = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                Way way = ways.draw(i >= 1_000);
                drawn.add(way == null ? "common" : way.method());
            }
            return drawn;
        }
    }

    @Test
    void theSameSeedDrawsTheSameWays() throws Exception {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
    }

    @Test
    void mistakesAreMadeOnlyWhereTheyAreWanted() throws Exception {
        List<String> mistakes =
                MISTAKES.stream().flatMap(Collection::stream).map(Way::method).toList();
        List<String> drawn = drawn(1);
        assertThat(drawn.subList(0, 1_000)).doesNotContainAnyElementsOf(mistakes);
        assertThat(drawn.subList(1_000, 2_000)).containsAnyElementsOf(mistakes);
    }

    @Test
    void everyWayHasAMethodOfItsOwnWithThisName() {
        assertThat(all()).hasSizeGreaterThan(60).allSatisfy(WaysTest::hasMethod);
        assertThat(all().map(Way::method)).doesNotHaveDuplicates();
        assertThat(all())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(CLEAN, MISTAKES)
                                .flatMap(Collection::stream)
                                .flatMap(Collection::stream)
                                .toList());
    }

    private static void hasMethod(Way way) throws Exception {
        String[] name = way.method().split("\\.");
        Class<?> in = Class.forName(Way.class.getPackageName() + '.' + name[0]);
        assertThat(in.getDeclaredMethod(name[1], Wire.class)).isNotNull();
    }

    @Test
    void mistakesAndNoOthersHaveAVerdict() {
        assertThat(CLEAN.stream().flatMap(Collection::stream)).noneMatch(Way::isMistake);
        assertThat(MISTAKES.stream().flatMap(Collection::stream)).allMatch(Way::isMistake);
    }

    @Test
    void countsMistakesUntilTheyAreTaken() {
        Played played = new Played();
        Way mistake = EngineMistakes.ALL.get(0);
        played.add(mistake);
        played.add(mistake);
        played.add(EngineWays.ALL.get(0));
        assertThat(played.takeMistakes()).isEqualTo(mistake.method() + " LOST leak 2");
        assertThat(played.takeMistakes()).isEmpty();
        assertThat(played.all(List.of(mistake, EngineMistakes.ALL.get(1), EngineWays.ALL.get(0))))
                .isEqualTo(
                        mistake.method()
                                + " 2 "
                                + EngineMistakes.ALL.get(1).method()
                                + " 0 "
                                + EngineWays.ALL.get(0).method()
                                + " 1");
    }
}
