package io.github.tlsleak.cli.report.jfr;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** The fields of an event, which older releases of tlsleak may not have. Used by one thread. */
final class EventFields {

    private final RecordedEvent event;

    EventFields(RecordedEvent event) {
        this.event = event;
    }

    /** Whether the event is of a type. */
    boolean is(String type) {
        return event.getEventType().getName().equals(type);
    }

    long time() {
        return event.getStartTime().toEpochMilli();
    }

    /** A text; null if it is not known. */
    @Nullable String text(String name) {
        return event.hasField(name) ? event.getString(name) : null;
    }

    /** A stack, a frame each; empty if it is not known. The mark of a cut stack is no frame. */
    List<String> stack(String name) {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            return Collections.emptyList();
        }
        String frames = text.endsWith("\n...") ? text.substring(0, text.length() - 4) : text;
        return Arrays.asList(frames.split("\n"));
    }

    boolean truth(String name) {
        return event.hasField(name) && event.getBoolean(name);
    }

    /** A number, or -1 if it is not known; a span of time in milliseconds. */
    long number(String name) {
        if (!event.hasField(name)) {
            return -1;
        }
        boolean raw = event.getEventType().getField(name).getAnnotation(Timespan.class) == null;
        long value = event.getLong(name);
        return raw || value == Long.MIN_VALUE ? value : event.getDuration(name).toMillis();
    }

    /** A time in milliseconds since 1970; {@link Long#MIN_VALUE} if it is not known. */
    long instant(String name) {
        if (!event.hasField(name) || event.getLong(name) == Long.MIN_VALUE) {
            return Long.MIN_VALUE;
        }
        boolean time = event.getEventType().getField(name).getAnnotation(Timestamp.class) != null;
        Instant instant = time ? event.getInstant(name) : null;
        return instant == null ? event.getLong(name) : instant.toEpochMilli();
    }
}
