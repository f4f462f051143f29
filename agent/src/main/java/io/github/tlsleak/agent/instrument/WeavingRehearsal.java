package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.advice.Instrumentations;
import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import io.github.tlsleak.agent.instrument.prepared.PreparedHooks;
import io.github.tlsleak.agent.instrument.prepared.ResourceBytes;
import io.github.tlsleak.agent.instrument.weave.Weaver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the classes with hooks can be given to the JVM inside a transformer, where
 * nothing may be loaded for the first time, see {@link TlsGate}. On a JDK that the build knew the
 * hooks were prepared then, and weaving is made ready once a class needs it. On others it is made
 * ready at once, and the JDK's classes are woven before they are loaded.
 *
 * <p>Thread-safe once {@link #prepare} is done.
 */
public class WeavingRehearsal {

    /** Classes that are woven for practice where the others were prepared. */
    private static final List<String> PRACTICE =
            Arrays.asList(JdkClasses.SSL_SOCKET, JdkClasses.SUN_TRANSPORT, JdkClasses.SUN_RECORD);

    /** By the name with slashes, without classes that this JDK lacks. */
    private final Map<String, Woven> all = new ConcurrentHashMap<>();

    private final LateWeaving late = new LateWeaving(this);

    /** Made beforehand: inside a transformer it would be loaded for the first time. */
    private final IllegalStateException notReady =
            new IllegalStateException("what writes hooks is not loaded yet");

    /** Null if the build did not know this JDK. */
    private @Nullable PreparedHooks prepared;

    /** Whether weaving is ready. */
    private volatile boolean ready;

    /** Called once, before the transformer is asked anything. */
    void prepare() {
        prepared = prepared();
        NeededClasses.initialize();
        if (prepared == null) {
            perform();
        } else {
            prepared.rehearse();
        }
    }

    /** What is damaged is as good as not there. */
    @Nullable PreparedHooks prepared() {
        try {
            return PreparedHooks.ofThisJdk();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Makes weaving ready. Called by threads of the agent only; does nothing the second time. */
    synchronized void perform() {
        if (ready) {
            return;
        }
        boolean initialized = NeededClasses.initializeWeaving();
        for (String name : Instrumentations.names()) {
            if (prepared == null || !initialized || PRACTICE.contains(name)) {
                weave(name);
            }
        }
        ready = true;
    }

    private void weave(String name) {
        try {
            byte[] bytes = read(name);
            if (bytes != null) {
                Woven woven = new Woven(bytes);
                all.put(name, woven);
                woven.code = Weaver.weave(null, name, null, bytes, woven.missing);
                // the comparison is rehearsed, too, with another array
                ahead(name, bytes.clone());
            }
        } catch (IOException | RuntimeException e) {
            // weaving fails again when the class is loaded, and is reported then
            return;
        }
    }

    /**
     * Waits until weaving is ready, a few seconds at most. Called inside a transformer, for a class
     * that is not the one that was known: another agent may have changed it.
     *
     * @throws IllegalStateException if it is not ready by then; it may be later
     */
    void await() {
        if (!ready) {
            late.await();
        }
        if (!ready) {
            throw notReady;
        }
    }

    boolean isReady() {
        return ready;
    }

    /** The class file of a class of the boot loader. */
    byte @Nullable [] read(String name) throws IOException {
        return ResourceBytes.ofClass(name);
    }

    /** Whether this JDK has a class that gets hooks by its name. */
    boolean exists(String name) {
        return prepared == null ? all.containsKey(name) : prepared.exists(name);
    }

    /**
     * The classes that get hooks by their names and that this JDK should have and lacks, with
     * slashes: it calls them otherwise. SunJSSE before 8u261 is another one, without these classes.
     */
    List<String> absent() {
        List<String> absent = new ArrayList<>();
        boolean java8 = System.getProperty("java.specification.version", "").startsWith("1.");
        boolean old = java8 && !exists(JdkClasses.SUN_TRANSPORT);
        for (String name : Instrumentations.names()) {
            // where not even this one can be read, reading is the problem
            if (!exists(name) && exists(JdkClasses.SSL_SOCKET) && !(old && isOfSun(name))) {
                absent.add(name);
            }
        }
        return absent;
    }

    private static boolean isOfSun(String name) {
        return name.startsWith("sun/security/ssl/");
    }

    /**
     * The class with hooks.
     *
     * @param boot whether it is of the boot loader
     * @param name its name with slashes
     * @param loading whether it is being loaded
     * @param bytes the class as it is
     * @return null if it was not woven before, or has other bytes now
     */
    byte @Nullable [] woven(boolean boot, String name, boolean loading, byte[] bytes) {
        PreparedHooks known = prepared;
        byte[] woven = known == null ? null : known.woven(boot, name, !loading, bytes);
        return woven == null && boot && loading ? ahead(name, bytes) : woven;
    }

    private byte @Nullable [] ahead(String name, byte[] bytes) {
        Woven one = all.get(name);
        return one != null && Arrays.equals(one.original, bytes) ? one.code : null;
    }

    /** Methods of a class given by {@link #woven} that should have hooks and are not there. */
    List<String> missing(String name) {
        Woven one = all.get(name);
        return one == null ? Collections.<String>emptyList() : one.missing;
    }

    /** Releases the code: most of the classes are loaded by now. */
    void forget() {
        for (Woven one : all.values()) {
            one.code = null;
            one.original = null;
        }
    }

    private static final class Woven {
        private final List<String> missing = new ArrayList<>();
        private volatile byte @Nullable [] original;
        private volatile byte @Nullable [] code;

        private Woven(byte[] original) {
            this.original = original;
        }
    }
}
