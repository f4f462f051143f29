package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.advice.SessionInstrumentation;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Puts hooks into classes and takes them out again: the rest of the agent uses this. Thread-safe.
 */
public final class Installer {

    private final Instrumentation instrumentation;
    private final TlsGate gate;
    private final Coverage coverage;
    private final HookedClasses hooked = new HookedClasses();
    private final WeavingRehearsal rehearsal = new WeavingRehearsal();
    private final LazyTransformer transformer;
    private final FirstInstances firstInstances;
    private volatile boolean installed;

    /**
     * @param instrumentation the JVM's
     * @param coverage hears which classes are covered
     * @param gate the transformer that the JVM knows
     */
    public Installer(Instrumentation instrumentation, Coverage coverage, TlsGate gate) {
        this.instrumentation = instrumentation;
        this.gate = gate;
        this.coverage = coverage;
        this.transformer = new LazyTransformer(hooked, coverage, rehearsal);
        this.firstInstances = new FirstInstances(instrumentation, coverage, hooked, rehearsal);
    }

    /**
     * Loads what weaving needs, so that nothing is loaded for the first time inside a transformer.
     * Called before {@link #install}, on a thread of the agent.
     */
    public void prepare() {
        rehearsal.prepare();
        for (String name : rehearsal.absent()) {
            coverage.absent(name.replace('/', '.'));
        }
    }

    /**
     * Begins. Classes that are loaded already get their hooks now.
     *
     * @param late whether the program may have sessions: then classes of all providers are hooked
     */
    public void install(boolean late) {
        gate.open(transformer);
        LoadedClasses loaded = LoadedClasses.in(instrumentation);
        if (loaded.usesManagement()) {
            transformer.useManagement();
        }
        firstInstances.hookLoaded(loaded.named());
        if (late && loaded.usesTls()) {
            firstInstances.useSockets();
            hookSessions(loaded.sessions());
        }
        installed = true;
    }

    /**
     * Whether this JDK has a class that gets hooks by its name. Known once {@link #prepare} is
     * done.
     *
     * @param name with slashes
     */
    public boolean exists(String name) {
        return rehearsal.exists(name);
    }

    /** Whether {@link #install} is over: each class that was loaded before carries its hooks. */
    public boolean isInstalled() {
        return installed;
    }

    /** Linking a class may load further classes of sessions, which get their hooks as well. */
    private void hookSessions(List<Class<?>> sessions) {
        List<Class<?>> fresh = sessions;
        Set<Class<?>> known = Collections.newSetFromMap(new IdentityHashMap<>());
        while (known.addAll(fresh)) {
            for (Class<?> type : fresh) {
                if (Retransform.isLinkable(instrumentation, type)) {
                    ensure(type);
                    if (SessionInstrumentation.ENGINE.isForSubclass(type)) {
                        useChannels();
                    }
                }
            }
            fresh = new ArrayList<>(LoadedClasses.in(instrumentation).sessions());
            fresh.removeAll(known);
        }
    }

    /** Tries classes again that did not get their hooks. Called from time to time. */
    public void tryAgain() {
        if (!hooked.notWoven().isEmpty()) {
            firstInstances.tryAgain();
        }
    }

    /** About how many errors the gate has kept from class loading. */
    public int swallowed() {
        return gate.swallowed();
    }

    /** Loads what later weaving needs, and releases what is only needed at the beginning. */
    public void settle() {
        rehearsal.perform();
        rehearsal.forget();
    }

    /**
     * Whether somebody has made an MBean server, or is about to. Otherwise looking for one would
     * load JMX for nothing.
     */
    public boolean usesManagement() {
        return transformer.usesManagement();
    }

    /**
     * Gives every class its own code back. Hooks that run at this moment end normally.
     *
     * @return the classes that could not be restored, each with the reason
     */
    public List<String> uninstall() {
        gate.close();
        List<String> failed = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (hooked.isWoven(type)) {
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
     * Whether a class and its path carry hooks.
     *
     * @param type the class of an instance
     * @return false if {@link #ensure} would change code
     */
    public boolean isHooked(Class<?> type) {
        return firstInstances.isHooked(type);
    }

    /**
     * Makes sure that a class and its superclasses, up to the base in JSSE, carry hooks.
     *
     * @param type the class of an instance that is being made
     * @return false if one of the classes carries none: an end of the instance may not be seen
     */
    public boolean ensure(Class<?> type) {
        return firstInstances.ensure(type);
    }

    /**
     * Whether a class will never get hooks, which was reported.
     *
     * @param type the class of an instance
     * @return true if {@link #ensure} is of no use
     */
    public boolean isGivenUp(Class<?> type) {
        return firstInstances.isGivenUp(type);
    }

    /** Makes sure that channels carry hooks, because engines are in use. */
    public void useChannels() {
        firstInstances.useChannels();
    }
}
