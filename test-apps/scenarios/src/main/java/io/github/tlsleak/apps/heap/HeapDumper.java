package io.github.tlsleak.apps.heap;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Writes heap dumps of this JVM. Stateless. */
public final class HeapDumper {

    private HeapDumper() {}

    /** Writes what is reachable, after a full collection. */
    public static void live(String file) throws IOException {
        bean().dumpHeap(file, true);
    }

    /** Writes all objects, garbage among them, without a collection. */
    public static void all(String file) throws IOException {
        bean().dumpHeap(file, false);
    }

    private static HotSpotDiagnosticMXBean bean() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    }
}
