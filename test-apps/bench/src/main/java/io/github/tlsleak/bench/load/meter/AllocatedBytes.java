package io.github.tlsleak.bench.load.meter;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.Map;

/**
 * The bytes that the program's threads have allocated. What a thread allocated after it was last
 * read, before it ended, is lost. Not thread-safe.
 */
final class AllocatedBytes {
    private final ThreadMXBean bean = bean();
    private final Map<Long, Long> bytes = new HashMap<>();
    private final Map<Long, Boolean> application = new HashMap<>();

    private static ThreadMXBean bean() {
        java.lang.management.ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        return bean instanceof ThreadMXBean
                        && ((ThreadMXBean) bean).isThreadAllocatedMemorySupported()
                ? (ThreadMXBean) bean
                : null;
    }

    /** The bytes since the start of the JVM; -1 if it does not count them. */
    long read() {
        if (bean == null) {
            return -1;
        }
        long[] ids = bean.getAllThreadIds();
        long[] now = bean.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            if (now[i] >= 0 && application.computeIfAbsent(ids[i], this::isApplication)) {
                bytes.put(ids[i], now[i]);
            }
        }
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    private boolean isApplication(long id) {
        ThreadInfo info = bean.getThreadInfo(id);
        return info != null && ThreadKind.of(info.getThreadName()) == ThreadKind.APPLICATION;
    }
}
