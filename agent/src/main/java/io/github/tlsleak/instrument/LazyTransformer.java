package io.github.tlsleak.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind the {@link Gate}: compares names; the agent itself and ASM are loaded only
 * when the first one matches.
 *
 * <p>Thread-safe. Never throws into class loading.
 */
final class LazyTransformer implements ClassFileTransformer {

    private final Targets targets;
    private final Coverage coverage;
    private final FirstUse firstUse;

    LazyTransformer(Targets targets, Coverage coverage, FirstUse firstUse) {
        this.targets = targets;
        this.coverage = coverage;
        this.firstUse = firstUse;
    }

    @Override
    public byte[] transform(
            ClassLoader loader,
            String name,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || !targets.match(loader, name, redefined)) {
            if (Types.MBEAN_SERVER.equals(name)) {
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
            coverage.lost(name.replace('/', '.'), t);
            return null;
        }
    }

    private byte[] weave(ClassLoader loader, String name, Class<?> redefined, byte[] bytes) {
        if (!firstUse.ready()) {
            return null;
        }
        List<String> missing = new ArrayList<>();
        byte[] woven = Weaver.weave(loader, name, redefined, bytes, missing);
        String type = name.replace('/', '.');
        for (String method : missing) {
            coverage.lost(type, new NoSuchMethodException(method));
        }
        // what is listed as followed is what holds sessions
        if (!Types.isFactory(name, redefined) && !Types.onEngineUse(name)) {
            coverage.covered(type);
        }
        if (redefined == null && loader == null) {
            targets.woven(name);
        }
        return woven;
    }
}
