package io.github.tlsleak.junit;

import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/**
 * The same names as {@link ScopeNames}, for what a listener sees. Apart from that, because the
 * extension also works where the launcher's classes are out of its sight. Stateless.
 */
final class PlatformNames {

    private PlatformNames() {}

    static String of(TestIdentifier test) {
        TestSource source = test.getSource().orElse(null);
        if (source instanceof MethodSource) {
            MethodSource method = (MethodSource) source;
            return ScopeNames.of(
                    method.getClassName(), method.getMethodName(), test.getDisplayName());
        }
        if (source instanceof ClassSource) {
            return ScopeNames.of(
                    ((ClassSource) source).getClassName(), null, test.getDisplayName());
        }
        return test.getDisplayName();
    }
}
