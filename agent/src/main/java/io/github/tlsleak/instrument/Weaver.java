package io.github.tlsleak.instrument;

import java.util.List;
import net.bytebuddy.ByteBuddy;
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
     * @param bytes the class as it is
     * @param missing takes the names of methods that should have got a hook and are not there
     * @return the class with hooks
     */
    static byte[] weave(
            ClassLoader loader, String internalName, byte[] bytes, List<String> missing) {
        String name = internalName.replace('/', '.');
        ClassFileLocator locator =
                new ClassFileLocator.Compound(
                        ClassFileLocator.Simple.of(name, bytes),
                        loader == null
                                ? ClassFileLocator.ForClassLoader.ofBootLoader()
                                : ClassFileLocator.ForClassLoader.WeaklyReferenced.of(loader));
        TypeDescription type =
                TypePool.Default.WithLazyResolution.of(locator).describe(name).resolve();
        Plan plan = new Plan(type);
        plan(plan, loader == null ? internalName : "");
        missing.addAll(plan.missing());
        return BYTE_BUDDY.decorate(type, locator).visit(plan.visitor()).make().getBytes();
    }

    private static void plan(Plan plan, String bootName) {
        switch (bootName) {
            case Types.SSL_SOCKET:
            case Types.SSL_ENGINE:
            case Types.SSL_SERVER_SOCKET:
                CreationInstrumentation.plan(plan);
                break;
            case Types.SSL_CONTEXT:
                ContextInstrumentation.plan(plan);
                break;
            case Types.SOCKET:
                RawSocketInstrumentation.plan(plan);
                break;
            case Types.SERVER_SOCKET:
                ServerSocketInstrumentation.plan(plan);
                break;
            default:
                planProvider(plan, bootName);
        }
    }

    private static void planProvider(Plan plan, String bootName) {
        switch (bootName) {
            case Types.SUN_TRANSPORT:
                SunTransportInstrumentation.plan(plan);
                break;
            case Types.SUN_RECORD:
                SunRecordInstrumentation.plan(plan);
                break;
            case Types.SUN_BASE_SOCKET:
                SunSocketInstrumentation.layering(plan);
                break;
            case Types.SUN_SOCKET:
                SunSocketInstrumentation.plan(plan);
                break;
            case Types.SUN_INPUT:
            case Types.SUN_OUTPUT:
                SunSocketInstrumentation.streams(plan);
                break;
            default:
                SessionInstrumentation.plan(plan);
        }
    }
}
