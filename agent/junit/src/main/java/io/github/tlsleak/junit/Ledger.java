package io.github.tlsleak.junit;

import io.github.tlsleak.test.Mark;
import io.github.tlsleak.test.TlsFinding;
import io.github.tlsleak.test.TlsLeaks;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The findings that no check has told yet: each is told once. Thread-safe. */
final class Ledger {

    /**
     * What nobody asks for, such as the findings of tests that are not guarded, must not add up.
     */
    private static final int MAX_UNTOLD = 10_000;

    private final TreeMap<Long, TlsFinding> untold = new TreeMap<>();
    private @Nullable Mark mark;
    private long latest;

    /** Findings from now on are told. */
    synchronized void open() {
        if (mark == null) {
            mark = TlsLeaks.mark();
        }
    }

    /** Takes out the findings that a check tells, the oldest first. */
    synchronized List<TlsFinding> take(Predicate<TlsFinding> told) {
        read();
        List<TlsFinding> taken = new ArrayList<>();
        for (Iterator<TlsFinding> all = untold.values().iterator(); all.hasNext(); ) {
            TlsFinding finding = all.next();
            if (told.test(finding)) {
                taken.add(finding);
                all.remove();
            }
        }
        return taken;
    }

    /** A finding between the two calls is read twice, and counts once: better than never. */
    private void read() {
        if (mark == null) {
            return;
        }
        Mark next = TlsLeaks.mark();
        for (TlsFinding finding : TlsLeaks.since(mark)) {
            if (finding.number() > latest) {
                latest = finding.number();
                untold.put(latest, finding);
            }
        }
        mark = next;
        while (untold.size() > MAX_UNTOLD) {
            untold.pollFirstEntry();
        }
    }
}
