package io.github.tlsleak.bench.load.meter;

import java.util.Locale;

/** What a thread of the JVM works for. The operating system's name of the thread tells it. */
public enum ThreadKind {
    /** Threads of the program, and every thread whose name says nothing else. */
    APPLICATION,
    /** The client compiler. */
    C1,
    /** The server compiler. */
    C2,
    /** Threads of the collector, the VM thread, and those that handle what was collected. */
    COLLECTOR,
    /** Threads of tlsleak. */
    AGENT,
    /** The JVM's other threads. */
    JVM;

    private static final String[] COLLECTORS = {
        "GC Thread",
        "GC task thread",
        "G1 ",
        "VM Thread",
        "ZDriver",
        "ZDirector",
        "ZWorker",
        "ZUncommitter",
        "ZStat",
        "XDriver",
        "XDirector",
        "XWorker",
        "XUncommitter",
        "XStat",
        "Shenandoah",
        "Concurrent Mark",
        "Gang worker",
        "ParGC Thread",
        "Reference Handl",
        "Finalizer",
        "Common-Cleaner",
        "CMS ",
    };
    private static final String[] OTHERS = {
        "VM Periodic",
        "Signal Dispatch",
        "Service Thread",
        "Monitor Deflati",
        "Notification",
        "Sweeper thread",
        "Attach Listener",
        "JFR ",
    };

    /** The name of its number in the output of {@link Meter}. */
    public String number() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a thread.
     *
     * @param name as the operating system has it: 15 bytes at most
     */
    public static ThreadKind of(String name) {
        if (name.startsWith("tlsleak")) {
            return AGENT;
        }
        if (name.startsWith("C2 Comp")) {
            return C2;
        }
        if (name.startsWith("C1 Comp")) {
            return C1;
        }
        if (startsWithAny(name, COLLECTORS)) {
            return COLLECTOR;
        }
        return startsWithAny(name, OTHERS) ? JVM : APPLICATION;
    }

    private static boolean startsWithAny(String name, String[] starts) {
        for (String start : starts) {
            if (name.startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
