package io.github.tlsleak.agent.instrument.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a Netty pipeline by way of its last handler. Frameworks such as Vert.x and Reactor Netty
 * put a handler of their own at the end, which hands the data on to a library's callbacks: their
 * classes name the library. Stateless.
 */
final class PipelineUsers {

    /** Fields by which such a handler knows its connection, and a connection its callbacks. */
    private static final String[] FIELDS = {
        "conn",
        "connection",
        "listener",
        "observer",
        "handler",
        "messageHandler",
        "closeHandler",
        "exceptionHandler",
    };

    private static final int MAX_OBJECTS = 32;
    private static final int MAX_USERS = 3;
    private static final int PARTS = 3;
    private static final String[] NOT_NAMED = {"java.", "jdk.", "sun.", "io.netty."};

    private PipelineUsers() {}

    /**
     * The classes of the callbacks that are of another library than the handler.
     *
     * @return none if the handler has no such fields, or if they cannot be read
     */
    static Collection<String> of(Object handler) {
        Set<String> users = new LinkedHashSet<>();
        String own = library(handler.getClass().getName());
        List<Object> seen = new ArrayList<>();
        Deque<Object> next = new ArrayDeque<>();
        next.add(handler);
        while (!next.isEmpty() && seen.size() < MAX_OBJECTS && users.size() < MAX_USERS) {
            Object object = next.remove();
            seen.add(object);
            String name = named(object.getClass());
            if (!library(name).equals(own)) {
                if (isNamed(name)) {
                    users.add(name);
                }
                // what a library's callback uses is its own affair
                continue;
            }
            for (String field : FIELDS) {
                Object value = value(object, field);
                if (value != null && !contains(seen, value)) {
                    next.add(value);
                }
            }
        }
        return users;
    }

    /** By identity: equals would be the application's code. */
    private static boolean contains(List<Object> objects, Object object) {
        for (Object o : objects) {
            if (o == object) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object value(Object object, String field) {
        try {
            return FieldValues.of(object, field);
        } catch (LinkageError | RuntimeException e) {
            // a class of the application cannot be loaded, or a module is closed
            return null;
        }
    }

    /** A lambda by the class that has it. */
    private static String named(Class<?> type) {
        String name = type.getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    private static boolean isNamed(String name) {
        for (String prefix : NOT_NAMED) {
            if (name.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }

    /** The first parts of a class's package: {@code io.vertx.core}, {@code io.vertx.redis}. */
    private static String library(String className) {
        int end = -1;
        for (int i = 0; i < PARTS; i++) {
            int dot = className.indexOf('.', end + 1);
            if (dot < 0) {
                break;
            }
            end = dot;
        }
        return end < 0 ? className : className.substring(0, end);
    }
}
