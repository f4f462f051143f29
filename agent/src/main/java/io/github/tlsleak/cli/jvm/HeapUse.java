package io.github.tlsleak.cli.jvm;

import java.util.Map;

/** How much heap a JVM uses, as far as can be seen without asking the JVM. Immutable. */
public final class HeapUse {

    /** Nothing is known. */
    public static final HeapUse UNKNOWN = new HeapUse(-1, false);

    /** The counter of one part of the heap. The JVM updates it after each collection. */
    private static final String COUNTER = "sun\\.gc\\.generation\\.\\d+\\.space\\.\\d+\\.used";

    private final long bytes;
    private final boolean counted;

    private HeapUse(long bytes, boolean counted) {
        this.bytes = bytes;
        this.counted = counted;
    }

    /** The JVM itself has counted that number of bytes. */
    public static HeapUse counted(long bytes) {
        return new HeapUse(bytes, true);
    }

    /** The heap is part of that number of bytes. */
    public static HeapUse atMost(long bytes) {
        return new HeapUse(bytes, false);
    }

    /** What performance data say; unknown without such data, and before the first collection. */
    static HeapUse in(Map<String, String> perfData) {
        long sum = 0;
        for (Map.Entry<String, String> entry : perfData.entrySet()) {
            if (entry.getKey().matches(COUNTER)) {
                sum += positive(entry.getValue());
            }
        }
        return sum > 0 ? counted(sum) : UNKNOWN;
    }

    private static long positive(String number) {
        try {
            return Math.max(0, Long.parseLong(number));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether anything is known. */
    public boolean isKnown() {
        return bytes >= 0;
    }

    /** Whether the JVM has counted it; else it may be much less. */
    public boolean isCounted() {
        return counted;
    }

    /** The bytes; -1 if not known. */
    public long bytes() {
        return bytes;
    }
}
