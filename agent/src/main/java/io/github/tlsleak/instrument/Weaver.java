package io.github.tlsleak.instrument;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.pool.TypePool;

/**
 * Writes advice into one class. The only entry to Byte Buddy: loading this class loads that.
 *
 * <p>Plain decoration, which neither adds members nor resolves other classes: retransformation
 * allows no more, and Byte Buddy's agent builder would warn of Unsafe on JDK 24 and newer.
 */
final class Weaver {

    private static final ByteBuddy BYTE_BUDDY = new ByteBuddy().with(TypeValidation.DISABLED);

    private Weaver() {}

    /**
     * Writes the advice meant for a class.
     *
     * @param loader the class's loader, null for the boot loader
     * @param internalName the class's name with slashes
     * @param redefined whether the class is loaded already
     * @param bytes the class as it is
     * @return the class with hooks
     */
    static byte[] weave(
            ClassLoader loader, String internalName, boolean redefined, byte[] bytes) {
        String name = internalName.replace('/', '.');
        ClassFileLocator locator =
                new ClassFileLocator.Compound(
                        ClassFileLocator.Simple.of(name, bytes),
                        loader == null
                                ? ClassFileLocator.ForClassLoader.ofBootLoader()
                                : ClassFileLocator.ForClassLoader.WeaklyReferenced.of(loader));
        TypeDescription type =
                TypePool.Default.WithLazyResolution.of(locator).describe(name).resolve();
        AsmVisitorWrapper advice = advice(loader == null ? internalName : "");
        return BYTE_BUDDY.decorate(type, locator).visit(advice).make().getBytes();
    }

    private static AsmVisitorWrapper advice(String bootName) {
        switch (bootName) {
            case Types.SSL_SOCKET:
            case Types.SSL_ENGINE:
            case Types.SSL_SERVER_SOCKET:
                return CreationInstrumentation.visitor();
            case Types.SSL_CONTEXT:
                return ContextInstrumentation.visitor();
            case Types.SOCKET:
                return RawSocketInstrumentation.visitor();
            case Types.SERVER_SOCKET:
                return ServerSocketInstrumentation.visitor();
            case Types.SUN_TRANSPORT:
                return SunTransportInstrumentation.visitor();
            case Types.SUN_RECORD:
                return SunRecordInstrumentation.visitor();
            case Types.SUN_BASE_SOCKET:
                return SunSocketInstrumentation.layering();
            case Types.SUN_SOCKET:
                return SunSocketInstrumentation.visitor();
            case Types.SUN_INPUT:
            case Types.SUN_OUTPUT:
                return SunSocketInstrumentation.streams();
            default:
                return SessionInstrumentation.visitor();
        }
    }
}
