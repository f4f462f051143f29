package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpRoot;
import io.github.tlsleak.cli.heap.dump.StackPlace;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes where a path begins. Stateless. */
final class RootText {

    /** A UUID, or at least twelve hexadecimal digits; one of them is a decimal digit. */
    private static final Pattern ID =
            Pattern.compile("(?<![0-9A-Za-z])(?=[A-Fa-f-]*[0-9])[0-9A-Fa-f-]{12,}(?![0-9A-Za-z])");

    private static final Pattern LAST_NUMBER = Pattern.compile("\\d+(\\D*)$");

    private RootText() {}

    /**
     * Such as {@code thread "main"} or {@code local variable of com.acme.Main.run(Main.java:7)}.
     */
    static String of(Seed seed) {
        DumpRoot root = seed.root;
        if (root == null) {
            return "class loader " + seed.object.type().name();
        }
        switch (root.kind()) {
            case THREAD:
                return thread(seed.object.text("name"));
            case LOCAL:
                return "local variable" + place(root.place());
            case JNI_LOCAL:
                return "native local variable" + place(root.place());
            case JNI_GLOBAL:
                return "native code (JNI global)";
            case MONITOR:
                return "a monitor that a thread is in";
            case CLASS:
                return "class of the JDK";
            default:
                return "the JVM itself";
        }
    }

    private static String place(@Nullable StackPlace place) {
        if (place == null) {
            return "";
        }
        String of = place.frame() == null ? "" : " of " + place.frame();
        return of + ", " + thread(place.thread());
    }

    /**
     * Threads of a pool differ in their last number, and those of many clients in an id or hash;
     * they hold the same for the same reason.
     */
    static String thread(@Nullable String name) {
        String shown = name == null ? "?" : ID.matcher(name).replaceAll("*");
        return "thread \"" + LAST_NUMBER.matcher(shown).replaceFirst("*$1") + "\"";
    }
}
