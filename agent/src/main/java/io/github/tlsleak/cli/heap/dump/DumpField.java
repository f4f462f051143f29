package io.github.tlsleak.cli.heap.dump;

/** An instance field of a class in a dump, and where its value lies in an instance. Immutable. */
final class DumpField {

    /** The type numbers of hprof: 2 is a reference, 4 to 11 are boolean to long. */
    static final int OBJECT = 2;

    private static final int[] SIZES = {0, 0, 0, 0, 1, 2, 4, 8, 1, 2, 4, 8};

    final String name;
    final DumpedClass declaredBy;
    final int type;

    /** Bytes from the start of the instance's values. */
    final int offset;

    DumpField(String name, DumpedClass declaredBy, int type, int offset) {
        this.name = name;
        this.declaredBy = declaredBy;
        this.type = type;
        this.offset = offset;
    }

    boolean isReference() {
        return type == OBJECT;
    }

    /** Bytes of a value in a dump whose references have {@code idBytes} bytes. */
    static int size(int type, int idBytes) {
        return type == OBJECT ? idBytes : SIZES[type];
    }

    int size(int idBytes) {
        return size(type, idBytes);
    }
}
