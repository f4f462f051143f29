package io.github.tlsleak.cli.heap.dump;

import io.github.tlsleak.common.text.NearFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at a file before shark reads it, so that the message says what is wrong. Stateless. */
final class DumpFile {

    private static final String HPROF = "JAVA PROFILE 1.0.";
    private static final String ANDROID = HPROF + "3";
    private static final String PHD = "portable heap dump";

    /** Name, a zero byte, the size of ids, and the time. */
    private static final int AFTER_NAME = 1 + 4 + 8;

    private static final int RECORD_HEADER = 9;
    private static final int HEAP_DUMP_END = 0x2c;

    private DumpFile() {}

    /**
     * Checks that a file is a whole heap dump of HotSpot.
     *
     * @param path the file that the user named, for messages
     * @param unpacked the file to read
     * @throws IOException with one clear line: which file, what is wrong, and what to do
     */
    static void check(Path path, Path unpacked) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException(path + ": " + NearFile.reason(path));
        }
        if (Files.isDirectory(path)) {
            throw new IOException(path + " is a directory; name the heap dump in it");
        }
        if (!Files.isReadable(path)) {
            throw new IOException(path + ": permission denied");
        }
        try (RandomAccessFile file = new RandomAccessFile(unpacked.toFile(), "r")) {
            checkName(path, file);
            checkRecords(path, file);
        }
    }

    private static void checkName(Path path, RandomAccessFile file) throws IOException {
        if (file.length() == 0) {
            throw new IOException(
                    path + " is empty: the dump failed, or has not begun; take it again");
        }
        byte[] start = new byte[(int) Math.min(64, file.length())];
        file.readFully(start);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.contains(PHD)) {
            throw new IOException(
                    path
                            + " is a portable heap dump of OpenJ9, which does not have the values of"
                            + " fields; take a heap dump on HotSpot");
        }
        if (text.startsWith(ANDROID)) {
            throw new IOException(
                    path + " is a heap dump of Android; read it with LeakCanary's shark");
        }
        if (!text.startsWith(HPROF)) {
            throw new IOException(
                    path
                            + " is not a heap dump: it does not begin with "
                            + HPROF.trim()
                            + "; take one with jcmd PID GC.heap_dump FILE.hprof");
        }
        file.seek(text.indexOf('\0') + AFTER_NAME);
    }

    /** Follows the lengths of the records to the end of the file; heap records are large. */
    private static void checkRecords(Path path, RandomAccessFile file) throws IOException {
        long size = file.length();
        long at = file.getFilePointer();
        int tag = -1;
        try {
            while (at < size) {
                file.seek(at);
                tag = file.read();
                file.readInt();
                at += RECORD_HEADER + (file.readInt() & 0xffffffffL);
            }
        } catch (EOFException e) {
            at = Long.MAX_VALUE;
        }
        if (at != size || tag != HEAP_DUMP_END) {
            throw new IOException(
                    path
                            + " ends too early, after "
                            + size
                            + " bytes: it is cut off, or still being written; take it again, or wait");
        }
    }
}
