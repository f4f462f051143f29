package io.github.tlsleak.agent.instrument.weave;

import java.util.ArrayList;
import java.util.List;

/** Replaces {@code TlsLeakHooks}, and notes its calls. One test on each thread. */
public final class ToldHooks {

    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();
    private static final ThreadLocal<String> BROKEN = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> SILENT = new ThreadLocal<>();
    private static final ThreadLocal<Object[]> CELL = new ThreadLocal<>();

    /** As in the hooks class: counts failures where no call is possible. */
    @SuppressWarnings("NonFinalStaticField")
    public static volatile int missed;

    private ToldHooks() {}

    static List<String> begin() {
        HEARD.set(new ArrayList<>());
        BROKEN.remove();
        SILENT.remove();
        CELL.remove();
        missed = 0;
        return HEARD.get();
    }

    /** From now on calls whose text begins like this throw. */
    static void breakThem(String calls) {
        BROKEN.set(calls);
    }

    /** From now on the hook for failures throws, too. */
    static void breakTelling() {
        SILENT.set(true);
    }

    private static void tell(String text) {
        if (BROKEN.get() != null && text.startsWith(BROKEN.get())) {
            throw new AssertionError("broken");
        }
        HEARD.get().add(text);
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
        tell("enter " + op);
        CELL.set(new Object[] {self});
        return CELL.get();
    }

    public static void exit(Object self, int op, Object[] cell, Object result, Throwable thrown) {
        boolean own = cell != null && cell == CELL.get() && cell[0] == self;
        tell("exit " + op + " " + (own ? 0 : cell) + " " + textOrNull(result) + " " + thrown);
    }

    public static void event(int event, Object self, Object a, Object b) {
        tell("event " + event + " " + text(self) + " " + textOrNull(a) + " " + textOrNull(b));
    }

    public static void alertWritten(int description, Throwable thrown) {
        tell("alert " + description + " " + thrown);
    }

    public static void writing(Object self, byte[] bytes, int offset) {
        tell("writing " + text(self) + " " + text(bytes) + " " + offset);
    }

    public static void moved(Object self, long count, Throwable thrown) {
        tell("moved " + text(self) + " " + count + " " + thrown);
    }

    public static void failed(Object self, Throwable error) {
        HEARD.get().add("failed " + text(self) + " " + error.getMessage());
        if (SILENT.get() != null) {
            throw new AssertionError("broken, too");
        }
    }
}
