package io.github.tlsleak.agent.instrument.prepared;

/**
 * Puts the methods of a class file in one order. A JVM gives the code of a loaded class back with
 * its methods sorted by addresses in memory, which differ from run to run; their order means
 * nothing. Used by one thread.
 */
public final class MethodOrder {

    private static final int MAGIC_AND_VERSIONS = 8;

    private final byte[] file;
    private int at;

    private MethodOrder(byte[] file) {
        this.file = file;
    }

    /**
     * A class file with its methods sorted by where their names and types are in the constant pool.
     *
     * @param file the class file; not changed
     * @throws RuntimeException if it is none, or of a newer format
     */
    public static byte[] sorted(byte[] file) {
        return new MethodOrder(file).sorted();
    }

    private byte[] sorted() {
        at = MAGIC_AND_VERSIONS;
        skipConstants();
        // access, own name, superclass
        at += 6;
        at += 2 + 2 * int2(at);
        for (int i = next2(); i > 0; i--) {
            skipMember();
        }
        int[] starts = new int[next2()];
        int first = at;
        for (int i = 0; i < starts.length; i++) {
            insert(starts, i, at);
            skipMember();
        }
        return copy(starts, first, at);
    }

    private byte[] copy(int[] starts, int first, int end) {
        byte[] sorted = file.clone();
        int to = first;
        for (int start : starts) {
            at = start;
            skipMember();
            System.arraycopy(file, start, sorted, to, at - start);
            to += at - start;
        }
        if (to != end) {
            throw new IllegalArgumentException("not a class file");
        }
        return sorted;
    }

    private void insert(int[] starts, int count, int start) {
        int i = count;
        for (; i > 0 && key(starts[i - 1]) > key(start); i--) {
            starts[i] = starts[i - 1];
        }
        starts[i] = start;
    }

    private long key(int start) {
        return (long) int2(start + 2) << 16 | int2(start + 4);
    }

    private void skipConstants() {
        int count = next2();
        for (int i = 1; i < count; i++) {
            int tag = file[at];
            switch (tag) {
                case 1:
                    at += 3 + int2(at + 1);
                    break;
                case 7:
                case 8:
                case 16:
                case 19:
                case 20:
                    at += 3;
                    break;
                case 15:
                    at += 4;
                    break;
                case 5:
                case 6:
                    // a long or double takes two places
                    at += 9;
                    i++;
                    break;
                case 3:
                case 4:
                case 9:
                case 10:
                case 11:
                case 12:
                case 17:
                case 18:
                    at += 5;
                    break;
                default:
                    throw new IllegalArgumentException("constant of kind " + tag);
            }
        }
    }

    /** A field or method: access, name, type, attributes. */
    private void skipMember() {
        at += 6;
        for (int i = next2(); i > 0; i--) {
            at += 6 + (int2(at + 2) << 16 | int2(at + 4));
        }
    }

    private int next2() {
        int value = int2(at);
        at += 2;
        return value;
    }

    private int int2(int from) {
        return (file[from] & 0xff) << 8 | file[from + 1] & 0xff;
    }
}
