package io.github.tlsleak.agent.growth;

import static io.github.tlsleak.agent.growth.Population.FOR_EVER;
import static io.github.tlsleak.agent.growth.Population.HOUR;
import static io.github.tlsleak.agent.growth.Population.MINUTE;
import static io.github.tlsleak.agent.growth.Population.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is a hoard, and what looks like one and is none, in simulated time. The limit is 100, the
 * shortest horizon 20 s.
 */
class HoardRuleTest {

    private static final long DAY = 24 * HOUR;

    private final Population sessions = new Population(1);

    private List<String> opened(long step, long end) {
        return sessions.seen(false, step, end);
    }

    private List<String> accepted(long step, long end) {
        return sessions.seen(true, step, end);
    }

    @Test
    void oneASecond() {
        sessions.evenly(0, HOUR, 3600, FOR_EVER);
        assertThat(opened(SECOND, HOUR)).containsExactly("1121 after 18 min", "2881 after 48 min");
    }

    @Test
    void hundredASecond() {
        sessions.evenly(0, 10 * MINUTE, 60_000, FOR_EVER);
        assertThat(opened(5 * SECOND, 10 * MINUTE))
                .containsExactly("12001 after 2 min", "28001 after 4 min");
    }

    @Test
    void oneAMinute() {
        sessions.byChance(0, 8 * HOUR, 8 * 60, FOR_EVER);
        assertThat(opened(20 * SECOND, 8 * HOUR))
                .containsExactly("137 after 149 min", "333 after 384 min");
    }

    @Test
    void oneOfTenAmidChurn() {
        sessions.byChance(0, 8 * HOUR, 8 * 600, 30 * SECOND);
        sessions.byChance(0, 8 * HOUR, 8 * 60, FOR_EVER);
        assertThat(opened(20 * SECOND, 8 * HOUR))
                .containsExactly("138 after 170 min", "305 after 362 min");
    }

    @Test
    void inBursts() {
        for (int i = 0; i < 60; i++) {
            sessions.evenly(i * 10 * MINUTE, i * 10 * MINUTE + SECOND, 30, FOR_EVER);
        }
        assertThat(opened(20 * SECOND, 10 * HOUR))
                .containsExactly("390 after 128 min", "840 after 277 min");
    }

    @Test
    void besideAPoolThatStays() {
        sessions.evenly(0, SECOND, 150, FOR_EVER);
        sessions.byChance(0, 8 * HOUR, 8 * 60, FOR_EVER);
        assertThat(opened(20 * SECOND, 8 * HOUR)).containsExactly("287 after 149 min");
    }

    @Test
    void acceptedOnes() {
        sessions.byChance(0, 60 * HOUR, 60 * 60, FOR_EVER);
        assertThat(accepted(5 * MINUTE, 60 * HOUR)).containsExactly("1472 after 1725 min");
    }

    @Test
    void aPoolThatFillsAtOnceAndStays() {
        sessions.evenly(0, 10 * SECOND, 200, FOR_EVER);
        assertThat(opened(5 * SECOND, 3 * HOUR)).isEmpty();
    }

    @Test
    void aPoolThatFillsEvenly() {
        sessions.evenly(0, 15 * MINUTE, 200, FOR_EVER);
        assertThat(opened(5 * SECOND, 3 * HOUR)).isEmpty();
    }

    @Test
    void aLargePoolThatFillsEvenly() {
        sessions.evenly(0, 17 * MINUTE, 1000, FOR_EVER);
        assertThat(opened(5 * SECOND, 3 * HOUR)).isEmpty();
    }

    @Test
    void aLargePoolThatFillsEverMoreSlowly() {
        sessions.decaying(0, 1000, 20 * MINUTE, FOR_EVER);
        assertThat(opened(5 * SECOND, 10 * HOUR)).isEmpty();
    }

    @Test
    void aPoolThatFillsForHours() {
        sessions.decaying(0, 200, HOUR, FOR_EVER);
        assertThat(opened(20 * SECOND, 20 * HOUR)).isEmpty();
    }

    @Test
    void aServerWithADailySwing() {
        for (int hour = 0; hour < 72; hour++) {
            double load = 1 - Math.cos(Math.PI * 2 * hour / 24);
            int visitors = (int) (load * 1500);
            sessions.byChance(hour * HOUR, (hour + 1) * HOUR, visitors, 10 * MINUTE);
        }
        assertThat(opened(5 * MINUTE, 3 * DAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 15, 30, 60, 120, 180})
    void webSocketsOfAnOffice(int deviation) {
        for (int day = 0; day < 3; day++) {
            sessions.office(day * DAY + 12 * HOUR, deviation * MINUTE, 500, 8 * HOUR);
        }
        assertThat(accepted(MINUTE, 3 * DAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 120})
    void webSocketsOfALargeOffice(int deviation) {
        for (int day = 0; day < 2; day++) {
            sessions.office(day * DAY + 12 * HOUR, deviation * MINUTE, 20_000, 8 * HOUR);
        }
        assertThat(accepted(5 * MINUTE, 3 * DAY)).isEmpty();
    }

    @Test
    void webSocketsThatComeAllMorningAndStayForTheDay() {
        for (int day = 0; day < 3; day++) {
            sessions.byChance(day * DAY + 4 * HOUR, day * DAY + 14 * HOUR, 3_000, 12 * HOUR);
        }
        assertThat(accepted(2 * MINUTE, 3 * DAY)).isEmpty();
    }

    @Test
    void webSocketsOfAnOfficeOneOfTenOfWhichIsForgotten() {
        for (int day = 0; day < 7; day++) {
            sessions.office(day * DAY + 12 * HOUR, HOUR, 450, 8 * HOUR);
            sessions.office(day * DAY + 12 * HOUR, HOUR, 50, 365 * DAY);
        }
        assertThat(accepted(5 * MINUTE, 7 * DAY)).containsExactly("661 after 6850 min");
    }

    @Test
    void aReconnectStorm() {
        sessions.evenly(0, SECOND, 500, HOUR);
        sessions.decaying(HOUR, 500, MINUTE, 2 * HOUR);
        sessions.decaying(3 * HOUR, 1500, 2 * MINUTE, FOR_EVER);
        assertThat(accepted(5 * SECOND, 5 * HOUR)).isEmpty();
    }

    /** What it was before is no news, however evenly it comes back. */
    @Test
    void sessionsThatComeBackAfterARestartOfTheirServer() {
        sessions.evenly(0, 10 * SECOND, 1500, 2 * HOUR);
        sessions.evenly(2 * HOUR + MINUTE, 2 * HOUR + 30 * MINUTE, 1500, FOR_EVER);
        assertThat(opened(5 * SECOND, 4 * HOUR)).isEmpty();
    }

    @Test
    void aLoadTestThatOpensAThousandAndHolds() {
        sessions.evenly(MINUTE, 2 * MINUTE, 1000, 2 * HOUR);
        assertThat(opened(5 * SECOND, 3 * HOUR)).isEmpty();
    }

    @Test
    void connectionsThatAreKeptForDaysAndReplaced() {
        sessions.evenly(0, 10 * MINUTE, 150, 3 * DAY);
        sessions.byChance(0, 10 * DAY, 500, 3 * DAY);
        assertThat(opened(10 * MINUTE, 10 * DAY)).isEmpty();
    }

    @Test
    void aPoolOfAMinimumSizeThatReplacesWhatIsOld() {
        for (int i = 0; i < 10; i++) {
            sessions.evenly(i * 30 * MINUTE, i * 30 * MINUTE + 20 * MINUTE, 150, 30 * MINUTE);
        }
        assertThat(opened(20 * SECOND, 5 * HOUR)).isEmpty();
    }
}
