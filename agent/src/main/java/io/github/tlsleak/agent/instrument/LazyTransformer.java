package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.advice.Instrumentations;
import io.github.tlsleak.agent.instrument.weave.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the classes that are to carry hooks. {@link TlsGate} hands classes on to it once the agent
 * runs; {@link WeavingRehearsal} has loaded before whatever it needs. Thread-safe. Lets no
 * Throwable out into class loading.
 */
final class LazyTransformer implements ClassFileTransformer {

    /** Is loaded when somebody makes an MBean server. */
    static final String MBEAN_SERVER = "com/sun/jmx/mbeanserver/JmxMBeanServer";

    private final HookedClasses hooked;
    private final Coverage coverage;
    private final WeavingRehearsal rehearsal;
    private volatile boolean management;

    LazyTransformer(HookedClasses hooked, Coverage coverage, WeavingRehearsal rehearsal) {
        this.hooked = hooked;
        this.coverage = coverage;
        this.rehearsal = rehearsal;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || !hooked.match(loader, name, redefined)) {
            if (MBEAN_SERVER.equals(name)) {
                management = true;
            }
            return null;
        }
        try {
            // a SecurityManager would judge weaving by the application that is on the stack
            return AccessController.doPrivileged(
                    new PrivilegedAction<byte[]>() {
                        @Override
                        public byte[] run() {
                            return weave(loader, name, redefined, bytes);
                        }
                    });
        } catch (Throwable t) {
            failed(loader, name, redefined, t);
            return null;
        }
    }

    private byte[] weave(
            @Nullable ClassLoader loader, String name, @Nullable Class<?> redefined, byte[] bytes) {
        List<String> missing = new ArrayList<>();
        byte[] woven = rehearsal.woven(loader == null, name, redefined == null, bytes);
        if (woven == null) {
            rehearsal.await();
            woven = Weaver.weave(loader, name, redefined, bytes, missing);
        } else {
            missing = rehearsal.missing(name);
        }
        String type = name.replace('/', '.');
        for (String method : missing) {
            coverage.missing(type, method);
        }
        if (Instrumentations.of(loader, name, redefined).holdsSessions()) {
            coverage.covered(type);
        }
        hooked.wove(name, redefined);
        return woven;
    }

    /** What needs no memory comes first. */
    private void failed(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            Throwable error) {
        try {
            coverage.swallowed(error);
            boolean before = hooked.failed(loader == null, name, redefined);
            if (before) {
                coverage.unhooked();
            }
            coverage.lost(name.replace('/', '.'), error);
        } catch (Throwable t) {
            coverage.swallowed(t);
        }
    }

    /** An MBean server was there before this transformer. */
    void useManagement() {
        management = true;
    }

    /** Whether somebody has made an MBean server, or is about to. */
    boolean usesManagement() {
        return management;
    }
}
