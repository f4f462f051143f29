package io.github.tlsleak.preparation;

import io.github.tlsleak.agent.instrument.prepared.ClassSum;
import io.github.tlsleak.agent.instrument.prepared.PreparedHooks;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the file that {@link PreparedHooks} reads. Used by one thread. */
final class HooksFile {

    private final List<String> names = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();

    /** Adds the name, with slashes, of a class that gets hooks. */
    void name(String name) {
        names.add(name);
    }

    /**
     * Adds the hooks of a class; nothing if it has them already.
     *
     * @param boot whether the class is of the boot loader
     * @param name its name with slashes
     * @param bytes the class as it is
     * @param woven the class with hooks
     */
    void add(boolean boot, String name, byte[] bytes, byte[] woven) throws IOException {
        ClassSum sum = ClassSum.of(bytes);
        if (!known.add(name + ' ' + bytes.length + ' ' + sum.crc() + ' ' + sum.sum())) {
            return;
        }
        byte[] patch = PatchMaker.make(bytes, woven).bytes();
        DataOutputStream out = new DataOutputStream(entries);
        out.writeBoolean(boot);
        text(out, name);
        out.writeInt(bytes.length);
        out.writeInt(sum.crc());
        out.writeLong(sum.sum());
        out.writeInt(woven.length);
        out.writeInt(patch.length);
        out.write(patch);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeShort(text.length());
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The content of the file. */
    byte[] bytes() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(all);
        out.writeInt(PreparedHooks.MARK);
        out.writeShort(names.size());
        for (String name : names) {
            text(out, name);
        }
        entries.writeTo(out);
        return all.toByteArray();
    }
}
