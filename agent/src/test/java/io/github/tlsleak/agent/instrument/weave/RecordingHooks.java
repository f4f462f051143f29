package io.github.tlsleak.agent.instrument.weave;

import java.util.ArrayList;
import java.util.List;

/** Stands in for {@code TlsLeakHooks} and records the calls. Each thread runs one test. */
public final class RecordingHooks {

    private static final ThreadLocal<List<String>> CALLS = new ThreadLocal<>();
    private static final ThreadLocal<String> BROKEN = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> SILENT = new ThreadLocal<>();
    private static final ThreadLocal<Object[]> CELL = new ThreadLocal<>();

    /** As in the hooks class: counts failures where no call is possible. */
    @SuppressWarnings("NonFinalStaticField")
    public static volatile int missed;

    private RecordingHooks() {}

    static List<String> begin() {
        CALLS.set(new ArrayList<>());
        BROKEN.remove();
        SILENT.remove();
        CELL.remove();
        missed = 0;
        return CALLS.get();
    }

    /** Lets calls throw from now on whose text begins like this. */
    static void throwOn(String calls) {
        BROKEN.set(calls);
    }

    /** Lets the hook for failures throw, too, from now on. */
    static void throwOnFailures() {
        SILENT.set(true);
    }

    private static void record(String text) {
        if (BROKEN.get() != null && text.startsWith(BROKEN.get())) {
            throw new AssertionError("broken");
        }
        CALLS.get().add(text);
    }

    private static String text(Object value) {
        if (value instanceof byte[]) {
            return "byte[]";
        }
        return value instanceof Shapes || value.getClass().getName().endsWith(".Shapes")
                ? "Shapes"
                : String.valueOf(value);
    }

    private static String textOrNull(Object value) {
        return value == null ? "null" : text(value);
    }

    static Object[] cell() {
        return CELL.get();
    }

    public static Object[] enter(Object self, int op) {
        record("enter " + op);
        CELL.set(new Object[] {self});
        return CELL.get();
    }

    public static void exit(Object self, int op, Object[] cell, Object result, Throwable thrown) {
        boolean own = cell != null && cell == CELL.get() && cell[0] == self;
        record("exit " + op + " " + (own ? 0 : cell) + " " + textOrNull(result) + " " + thrown);
    }

    public static void event(int event, Object self, Object a, Object b) {
        record("event " + event + " " + text(self) + " " + textOrNull(a) + " " + textOrNull(b));
    }

    public static void alertWritten(int description, Throwable thrown) {
        record("alert " + description + " " + thrown);
    }

    public static void writing(Object self, byte[] bytes, int offset) {
        record("writing " + text(self) + " " + text(bytes) + " " + offset);
    }

    public static void moved(Object self, long count, Throwable thrown) {
        record("moved " + text(self) + " " + count + " " + thrown);
    }

    public static void failed(Object self, Throwable error) {
        CALLS.get().add("failed " + text(self) + " " + error.getMessage());
        if (SILENT.get() != null) {
            throw new AssertionError("broken, too");
        }
    }
}
