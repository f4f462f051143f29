package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** When the objects of each class are walked through. A class is asked once. One thread. */
public final class Turns {

    private final Map<DumpedClass, Turn> known = new HashMap<>();
    private final Predicate<DumpedClass> targets;
    private final Predicate<DumpedClass> caches;

    /**
     * @param targets the classes of the objects whose holders are asked for
     * @param caches the classes of caches: what they hold is walked after the targets
     */
    public Turns(Predicate<DumpedClass> targets, Predicate<DumpedClass> caches) {
        this.targets = targets;
        this.caches = caches;
    }

    Turn of(DumpedClass type) {
        Turn turn = known.get(type);
        if (turn == null) {
            turn = find(type);
            known.put(type, turn);
        }
        return turn;
    }

    private Turn find(DumpedClass type) {
        if (targets.test(type)) {
            return Turn.TARGET;
        }
        return caches.test(type) ? Turn.CACHE : Turn.of(type);
    }
}
