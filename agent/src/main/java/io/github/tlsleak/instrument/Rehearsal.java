package io.github.tlsleak.instrument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Weaves the JDK's classes before they are loaded, on a thread of the agent: whatever weaving needs
 * is loaded and initialised by that, and what came of it serves when the JVM asks. Inside a
 * transformer nothing may be loaded for the first time, see {@link Gate}.
 *
 * <p>Thread-safe once {@link #perform} is done.
 */
public final class Rehearsal {

    private static final String[] CLASSES = {
        Types.SSL_SOCKET,
        Types.SSL_ENGINE,
        Types.SSL_SERVER_SOCKET,
        Types.SSL_SOCKET_FACTORY,
        Types.SSL_CONTEXT,
        Types.SUN_TRANSPORT,
        Types.SUN_RECORD,
        Types.SUN_SOCKET,
        Types.SUN_BASE_SOCKET,
        Types.SUN_ENGINE,
        Types.SUN_INPUT,
        Types.SUN_OUTPUT,
        Types.SOCKET,
        Types.SERVER_SOCKET,
        Types.SOCKET_CHANNEL,
    };

    private static final String[] NEEDED = {
        "io.github.tlsleak.instrument.", "io.github.tlsleak.agent.lib.bytebuddy.",
    };

    /** By name with slashes; a class that this JDK lacks is not in it. */
    private final Map<String, Woven> all = new ConcurrentHashMap<>();

    /** Does it: once, before the transformer is asked anything. */
    void perform() {
        initialize();
        for (String name : CLASSES) {
            try {
                byte[] bytes = read(name);
                if (bytes != null) {
                    Woven woven = new Woven(bytes);
                    all.put(name, woven);
                    woven.code = Weaver.weave(null, name, null, bytes, woven.missing);
                    // the comparison, too, with another array
                    woven(name, bytes.clone());
                }
            } catch (IOException | RuntimeException e) {
                // it fails again where that counts, and is told there
                continue;
            }
        }
    }

    /** All of ours, for a class of another shape may take another way through it. */
    private void initialize() {
        ClassLoader loader = getClass().getClassLoader();
        try {
            Method initialize = loader.getClass().getDeclaredMethod("initialize", String[].class);
            initialize.setAccessible(true);
            initialize.invoke(loader, (Object) NEEDED);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // another loader, of an earlier version or of a test: the rehearsal alone must do
            return;
        }
    }

    /** From the boot loader, whatever loader a program has made the system's. */
    private static byte[] read(String name) throws IOException {
        try (InputStream in = Object.class.getResourceAsStream('/' + name + ".class")) {
            if (in == null) {
                return null;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        }
    }

    /** Whether this JDK has a class of those that carry hooks. */
    boolean exists(String name) {
        return all.containsKey(name);
    }

    /** The class with hooks; null where it is none of these, or not as it was at the rehearsal. */
    byte[] woven(String name, byte[] bytes) {
        Woven one = all.get(name);
        return one != null && Arrays.equals(one.original, bytes) ? one.code : null;
    }

    /** Of what {@link #woven} gave: methods that should have got a hook and are not there. */
    List<String> missing(String name) {
        return all.get(name).missing;
    }

    /** Lets go of the code: most of the classes are loaded by now. */
    public void forget() {
        for (Woven one : all.values()) {
            one.code = null;
            one.original = null;
        }
    }

    private static final class Woven {
        private final List<String> missing = new ArrayList<>();
        private volatile byte[] original;
        private volatile byte[] code;

        private Woven(byte[] original) {
            this.original = original;
        }
    }
}
