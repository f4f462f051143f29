package io.github.tlsleak.agent.instrument.prepared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hooks that were prepared for one version of the JDK. A class gets them only if it has the
 * very bytes that they were prepared for. Thread-safe.
 *
 * <p>The file, with numbers of two bytes but where another size is given: a mark (4); how many
 * names follow, and the names of the JDK's classes that get hooks; then, up to the end, one entry
 * for each class. An entry has one byte that says whether the class is of the boot loader, the
 * name, the {@link ClassSum} (4, 4 and 8 bytes), the length of the class with hooks (4), the length
 * of the {@link CodePatch} (4) and the patch.
 */
public final class PreparedHooks {

    /** What a file begins with. */
    public static final int MARK = 0x746c0001;

    /** The JDK's classes that get hooks, with slashes; others do not exist in it. */
    private final Set<String> names = new HashSet<>();

    /** By name; two if a class has other bytes once it is loaded. */
    private final Map<String, List<Entry>> entries = new HashMap<>();

    /**
     * @param file its content
     * @throws RuntimeException if it is damaged
     */
    public PreparedHooks(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (in.getInt() != MARK) {
            throw new IllegalArgumentException("not a file of prepared hooks");
        }
        for (int i = in.getShort(); i > 0; i--) {
            names.add(text(in));
        }
        while (in.hasRemaining()) {
            read(in, file);
        }
    }

    /** Reads the hooks that were prepared for this JDK; null if it was not known. */
    public static @Nullable PreparedHooks ofThisJdk() throws IOException {
        String file = file(System.getProperty("java.runtime.version", ""));
        byte[] content = ResourceBytes.of(PreparedHooks.class, file);
        return content == null ? null : new PreparedHooks(content);
    }

    /**
     * The name of the file for a JDK, such as {@code 17.0.15+6.hooks}: its version without what its
     * vendor adds. The classes themselves tell whether they are the ones that were known.
     *
     * @param runtime the property {@code java.runtime.version}, such as {@code 17.0.15+6-Debian}
     */
    public static String file(String runtime) {
        int end = runtime.indexOf('-');
        return (end < 0 ? runtime : runtime.substring(0, end)) + ".hooks";
    }

    private void read(ByteBuffer in, byte[] file) {
        boolean boot = in.get() != 0;
        String name = text(in);
        ClassSum sum = new ClassSum(in.getInt(), in.getInt(), in.getLong());
        int length = in.getInt();
        int size = in.getInt();
        int from = in.position();
        in.position(from + size);
        List<Entry> same = entries.get(name);
        if (same == null) {
            same = new ArrayList<>(2);
            entries.put(name, same);
        }
        same.add(new Entry(boot, sum, new CodePatch(length, file, from, from + size)));
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[in.getShort()];
        in.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Whether this JDK has a class that gets hooks by its name, with slashes. */
    public boolean exists(String name) {
        return names.contains(name);
    }

    /**
     * A class with its hooks.
     *
     * @param boot whether the class is of the boot loader
     * @param name the name of the class, with slashes
     * @param loaded whether the JVM gives its code back, in any {@link MethodOrder}
     * @param given the class as it is
     * @return null if no hooks were prepared for these bytes
     */
    public byte @Nullable [] woven(boolean boot, String name, boolean loaded, byte[] given) {
        List<Entry> same = entries.get(name);
        if (same == null) {
            return null;
        }
        byte[] woven = find(same, boot, given);
        return woven == null && loaded ? find(same, boot, MethodOrder.sorted(given)) : woven;
    }

    private static byte @Nullable [] find(List<Entry> among, boolean boot, byte[] bytes) {
        ClassSum sum = ClassSum.of(bytes);
        for (Entry entry : among) {
            if (entry.boot == boot && entry.sum.isSame(sum)) {
                return entry.patch.applyTo(bytes);
            }
        }
        return null;
    }

    /** Does what {@link #woven} does, so that all is loaded that it needs. */
    public void rehearse() {
        byte[] bytes = new byte[64];
        byte[] patch = {1, 0, (byte) bytes.length, 0};
        Entry entry =
                new Entry(true, ClassSum.of(bytes), new CodePatch(1 + bytes.length, patch, 0, 4));
        List<Entry> one = new ArrayList<>(1);
        one.add(entry);
        entries.put("", one);
        woven(true, "", false, bytes);
        // a class file without members, and with other bytes
        woven(true, "", true, new byte[bytes.length + 1]);
        entries.remove("");
    }

    private static final class Entry {
        private final boolean boot;
        private final ClassSum sum;
        private final CodePatch patch;

        private Entry(boolean boot, ClassSum sum, CodePatch patch) {
            this.boot = boot;
            this.sum = sum;
            this.patch = patch;
        }
    }
}
