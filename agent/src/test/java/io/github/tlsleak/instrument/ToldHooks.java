package io.github.tlsleak.instrument;

import java.util.ArrayList;
import java.util.List;

/** In the place of {@code TlsLeakHooks}: writes down what it is told. One test a thread. */
public final class ToldHooks {

    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> BROKEN = new ThreadLocal<>();

    private ToldHooks() {}

    static List<String> begin() {
        HEARD.set(new ArrayList<>());
        BROKEN.remove();
        return HEARD.get();
    }

    static void breakThem() {
        BROKEN.set(true);
    }

    private static void tell(String text) {
        if (BROKEN.get() != null) {
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

    public static int enter(Object self, int op) {
        tell("enter " + op);
        return 0;
    }

    public static void exit(Object self, int op, int depth, Object result, Throwable thrown) {
        tell("exit " + op + " " + depth + " " + textOrNull(result) + " " + thrown);
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

    public static void failed(Throwable error) {
        HEARD.get().add("failed " + error.getMessage());
    }
}
