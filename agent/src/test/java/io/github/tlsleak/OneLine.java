package io.github.tlsleak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What each message must be, whatever a foreign file has put into it. */
public final class OneLine {

    private static final int MAX = 4_000;

    private OneLine() {}

    /** Checks messages: one line each, not endless, without control characters. */
    public static void each(List<String> messages) {
        for (String message : messages) {
            each(message);
        }
    }

    /** Checks one message. */
    public static void each(String message) {
        assertThat(message).isNotBlank().hasSizeLessThan(MAX);
        assertThat(message.chars().noneMatch(Character::isISOControl)).as(message).isTrue();
    }
}
