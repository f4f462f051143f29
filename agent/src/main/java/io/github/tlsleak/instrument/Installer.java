package io.github.tlsleak.instrument;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Puts hooks where they belong: the transformer behind the gate, and back. Thread-safe. */
public final class Installer {

    private final Instrumentation instrumentation;
    private final Coverage coverage;
    private final Gate gate;
    private final Targets targets = new Targets();
    private final LazyTransformer transformer;

    private final FirstInstances firstInstances;

    /**
     * @param instrumentation the JVM's
     * @param coverage hears what is covered
     * @param firstUse is asked before the first class gets hooks
     * @param gate where the JVM asks
     */
    public Installer(
            Instrumentation instrumentation, Coverage coverage, FirstUse firstUse, Gate gate) {
        this.instrumentation = instrumentation;
        this.gate = gate;
        this.coverage = coverage;
        this.transformer = new LazyTransformer(targets, coverage, firstUse);
        this.firstInstances = new FirstInstances(instrumentation, coverage, targets);
    }

    /**
     * Begins; classes that are loaded already get their hooks now.
     *
     * @param late true if the program may have sessions: classes of every provider are looked for
     */
    public void install(boolean late) {
        gate.open(transformer);
        Loaded loaded = Loaded.in(instrumentation);
        if (loaded.usesManagement()) {
            targets.addManagement();
        }
        Retransform.all(instrumentation, coverage, loaded.named(), false);
        if (late && loaded.usesTls()) {
            firstInstances.useSockets();
            for (Class<?> type : loaded.sessions()) {
                Retransform.link(type);
                ensure(type);
                if (Types.isEngine(type.getName(), type)) {
                    useChannels();
                }
            }
        }
    }

    /**
     * Whether somebody has made an MBean server, or is about to.
     *
     * @return false if looking for one would load JMX for nothing
     */
    public boolean usesManagement() {
        return targets.usesManagement();
    }

    /**
     * Gives every class its own code back. Hooks that run at this moment end as if nothing were
     * there.
     *
     * @return names of classes that could not be restored
     */
    public List<String> uninstall() {
        gate.close();
        List<String> failed = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName().replace('.', '/');
            if (targets.match(type.getClassLoader(), name, type)
                    && instrumentation.isModifiableClass(type)) {
                try {
                    Retransform.one(instrumentation, type);
                } catch (Throwable t) {
                    failed.add(type.getName() + ": " + t);
                }
            }
        }
        return failed;
    }

    /**
     * Whether a class carries hooks.
     *
     * @param type the class of an instance
     * @return false if {@link #ensure} will change its code
     */
    public boolean isHooked(Class<?> type) {
        return firstInstances.isHooked(type);
    }

    /**
     * Makes sure that a class and its superclasses up to the JSSE base carry hooks.
     *
     * @param type the class of an instance just being made
     * @return false if it carries none yet, for another thread takes too long over it: what becomes
     *     of the instance may not be seen
     */
    public boolean ensure(Class<?> type) {
        return firstInstances.ensure(type);
    }

    /** Makes sure that channels carry hooks: engines are in use. */
    public void useChannels() {
        firstInstances.useChannels();
    }
}
