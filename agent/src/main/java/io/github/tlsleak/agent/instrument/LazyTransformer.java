package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.weave.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind the {@link TlsGate} once the agent lives: compares names, and weaves what
 * matches. {@link WeavingRehearsal} has loaded before what it needs.
 *
 * <p>Thread-safe. Never throws into class loading.
 */
final class LazyTransformer implements ClassFileTransformer {

    private final HookedClasses targets;
    private final Coverage coverage;
    private final WeavingRehearsal rehearsal;

    LazyTransformer(HookedClasses targets, Coverage coverage, WeavingRehearsal rehearsal) {
        this.targets = targets;
        this.coverage = coverage;
        this.rehearsal = rehearsal;
    }

    @Override
    public byte[] transform(
            ClassLoader loader,
            String name,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || !targets.match(loader, name, redefined)) {
            if (JdkClasses.MBEAN_SERVER.equals(name)) {
                targets.addManagement();
            }
            return null;
        }
        try {
            // a SecurityManager would judge what weaving does by the application on the stack
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

    private byte[] weave(ClassLoader loader, String name, Class<?> redefined, byte[] bytes) {
        List<String> missing = new ArrayList<>();
        byte[] woven = redefined == null ? rehearsal.woven(name, bytes) : null;
        if (woven == null) {
            woven = Weaver.weave(loader, name, redefined, bytes, missing);
        } else {
            missing = rehearsal.missing(name);
        }
        String type = name.replace('/', '.');
        for (String method : missing) {
            coverage.missing(type, method);
        }
        // what is listed as followed is what holds sessions
        if (!JdkClasses.isFactory(name, redefined) && !JdkClasses.onEngineUse(name)) {
            coverage.covered(type);
        }
        targets.wove(name, redefined);
        return woven;
    }

    /** What needs no memory first. */
    private void failed(ClassLoader loader, String name, Class<?> redefined, Throwable error) {
        try {
            coverage.swallowed(error);
            boolean before = targets.failed(loader == null, name, redefined);
            if (before) {
                coverage.unhooked();
            }
            coverage.lost(name.replace('/', '.'), error);
        } catch (Throwable t) {
            coverage.swallowed(t);
        }
    }
}
