package io.github.tlsleak.agent.instrument;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Puts hooks where they belong: the transformer behind the gate, and back. Thread-safe. */
public final class Installer {

    private final Instrumentation instrumentation;
    private final TlsGate gate;
    private final HookedClasses targets = new HookedClasses();
    private final WeavingRehearsal rehearsal = new WeavingRehearsal();
    private final LazyTransformer transformer;
    private final FirstInstances firstInstances;

    /**
     * @param instrumentation the JVM's
     * @param coverage hears what is covered
     * @param gate where the JVM asks
     */
    public Installer(Instrumentation instrumentation, Coverage coverage, TlsGate gate) {
        this.instrumentation = instrumentation;
        this.gate = gate;
        this.transformer = new LazyTransformer(targets, coverage, rehearsal);
        this.firstInstances = new FirstInstances(instrumentation, coverage, targets, rehearsal);
    }

    /**
     * Loads what weaving needs, so that nothing is loaded for the first time while the JVM loads a
     * class. To be called before {@link #install}, on a thread of the agent.
     */
    public void prepare() {
        rehearsal.perform();
    }

    /**
     * Begins; classes that are loaded already get their hooks now.
     *
     * @param late true if the program may have sessions: classes of every provider are looked for
     */
    public void install(boolean late) {
        gate.open(transformer);
        LoadedClasses loaded = LoadedClasses.in(instrumentation);
        if (loaded.usesManagement()) {
            targets.addManagement();
        }
        firstInstances.hookLoaded(loaded.named());
        if (late && loaded.usesTls()) {
            firstInstances.useSockets();
            hookSessions(loaded.sessions());
        }
    }

    /** Linking a class may load further ones of sessions: these get their hooks as well. */
    private void hookSessions(List<Class<?>> sessions) {
        List<Class<?>> fresh = sessions;
        Set<Class<?>> known = Collections.newSetFromMap(new IdentityHashMap<>());
        while (known.addAll(fresh)) {
            for (Class<?> type : fresh) {
                if (Retransform.isLinkable(instrumentation, type)) {
                    ensure(type);
                    if (JdkClasses.isEngine(type.getName(), type)) {
                        useChannels();
                    }
                }
            }
            fresh = new ArrayList<>(LoadedClasses.in(instrumentation).sessions());
            fresh.removeAll(known);
        }
    }

    /** Tries again what did not get its hooks, if it is time; to be called now and then. */
    public void tryAgain() {
        if (!targets.notWoven().isEmpty()) {
            firstInstances.tryAgain();
        }
    }

    /**
     * Errors that were kept from class loading before they could be told.
     *
     * @return about how many
     */
    public int swallowed() {
        return gate.swallowed();
    }

    /** Lets go of what is needed at the beginning alone. */
    public void settle() {
        rehearsal.forget();
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
            if (targets.isWoven(type)) {
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

    /**
     * Whether a class will get no hooks, as has been told.
     *
     * @param type the class of an instance
     * @return true if {@link #ensure} is of no use
     */
    public boolean isGivenUp(Class<?> type) {
        return firstInstances.isGivenUp(type);
    }

    /** Makes sure that channels carry hooks: engines are in use. */
    public void useChannels() {
        firstInstances.useChannels();
    }
}
