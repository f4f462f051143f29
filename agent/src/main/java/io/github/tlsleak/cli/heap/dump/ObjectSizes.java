package io.github.tlsleak.cli.heap.dump;

import java.util.List;

/**
 * Estimates the bytes of objects in the heap of the JVM that was dumped. A dump has its references
 * with 8 bytes each. A JVM with a heap below 32 GB stores them in 4, and objects begin at multiples
 * of 8. Stateless.
 */
final class ObjectSizes {

    private static final int ALIGNMENT = 8;
    private static final long COMPRESSIBLE = 1L << 35;

    private ObjectSizes() {}

    /** Whether a JVM whose highest object lies there stores references in four bytes. */
    static boolean isCompressed(int idBytes, long highestId) {
        return idBytes == 4 || Long.compareUnsigned(highestId, COMPRESSIBLE) < 0;
    }

    static long instance(List<DumpField> fields, HeapDump dump) {
        long bytes = dump.headerBytes();
        for (DumpField field : fields) {
            bytes += field.isReference() ? dump.referenceBytes() : field.size(dump.idBytes());
        }
        return aligned(bytes);
    }

    static long array(long length, int elementBytes, HeapDump dump) {
        return aligned(dump.headerBytes() + 4 + length * elementBytes);
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
