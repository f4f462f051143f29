package io.github.tlsleak.agent.track;

import org.jspecify.annotations.Nullable;

/** What a session keeps of the thread that made it. Stateless. */
final class ThreadName {

    private ThreadName() {}

    /** Its name; the id of one without a name. */
    static Object of(Thread thread) {
        String name = thread.getName();
        return name.isEmpty() ? (Object) thread.getId() : name;
    }

    /** As a report says it: {@code main}, {@code #27}; null of null. */
    static @Nullable String text(@Nullable Object name) {
        return name instanceof Long ? "#" + name : (String) name;
    }
}
