package io.github.tlsleak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A zip file in memory, which is one entry of the jar. So a JVM need not read the names of hundreds
 * of entries at its start. Loading a class costs one look into a map and one inflation. Immutable.
 */
final class ZipBundle {

    private static final String CLASS = ".class";
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int CENTRAL_SIZE = 46;
    private static final int LOCAL_SIZE = 30;

    private final byte[] zip;

    /** The offset of each entry in the central directory, by name. */
    private final Map<String, Integer> entries = new HashMap<>();

    /**
     * @param zip the file; without a comment, not encrypted, at most 2 GB
     * @throws ZipException if it is no zip file
     */
    ZipBundle(byte[] zip) throws ZipException {
        this.zip = zip;
        int end = zip.length - END_SIZE;
        if (end < 0 || int4(end) != END_SIGNATURE) {
            throw new ZipException("no zip file");
        }
        int at = int4(end + 16);
        for (int i = int2(end + 10); i > 0; i--) {
            int length = int2(at + 28);
            String name = new String(zip, at + CENTRAL_SIZE, length, StandardCharsets.ISO_8859_1);
            entries.put(name, at);
            at += CENTRAL_SIZE + length + int2(at + 30) + int2(at + 32);
        }
    }

    /**
     * Reads a zip file that is an entry of a jar.
     *
     * @throws IOException if it is not there, or damaged
     */
    static ZipBundle in(JarFile jar, String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            throw new IOException("no " + name + " in " + jar.getName());
        }
        return new ZipBundle(AgentClassLoader.content(jar, entry));
    }

    /** The binary names of its classes that begin with one of some prefixes; of all without any. */
    List<String> classes(String... prefixes) {
        String[] paths = new String[prefixes.length];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = prefixes[i].replace('.', '/');
        }
        List<String> classes = new ArrayList<>();
        for (String entry : entries.keySet()) {
            if (entry.endsWith(CLASS) && (paths.length == 0 || startsWithOne(entry, paths))) {
                classes.add(entry.substring(0, entry.length() - CLASS.length()).replace('/', '.'));
            }
        }
        return classes;
    }

    private static boolean startsWithOne(String entry, String[] paths) {
        for (String path : paths) {
            if (entry.startsWith(path)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The content of an entry.
     *
     * @return null if there is no such entry
     * @throws ZipException if the entry is damaged
     */
    byte @Nullable [] read(String name) throws ZipException {
        Integer entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        int local = int4(entry + 42);
        int from = local + LOCAL_SIZE + int2(local + 26) + int2(local + 28);
        int length = int4(entry + 20);
        if (length > zip.length - from) {
            throw new ZipException("damaged: " + name);
        }
        if (int2(entry + 10) == ZipEntry.STORED) {
            return Arrays.copyOfRange(zip, from, from + length);
        }
        return inflated(name, from, length, new byte[int4(entry + 24)]);
    }

    private byte[] inflated(String name, int from, int length, byte[] content) throws ZipException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, from, length);
            int done = 0;
            while (done < content.length) {
                int n = inflater.inflate(content, done, content.length - done);
                if (n == 0) {
                    throw new ZipException("damaged: " + name);
                }
                done += n;
            }
            return content;
        } catch (DataFormatException e) {
            throw new ZipException(e + ": " + name);
        } finally {
            inflater.end();
        }
    }

    private int int2(int at) {
        return zip[at] & 0xff | (zip[at + 1] & 0xff) << 8;
    }

    private int int4(int at) {
        return int2(at) | int2(at + 2) << 16;
    }
}
