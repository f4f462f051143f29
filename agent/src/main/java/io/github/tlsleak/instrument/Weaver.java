package io.github.tlsleak.instrument;

import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;

/**
 * Writes advice into one class, in two readings: what it has, then its new code.
 *
 * <p>Byte Buddy's ASM and not its own advice: that is 600 classes more, and half a second of CPU
 * time in every program that uses TLS. Members are not added and other classes not resolved:
 * retransformation allows no more.
 */
final class Weaver {

    private Weaver() {}

    /**
     * Writes the advice meant for a class.
     *
     * @param loader the class's loader, null for the boot loader
     * @param internalName the class's name with slashes
     * @param redefined the class, or null if it is being loaded
     * @param bytes the class as it is
     * @param missing takes the names of methods that should have got a hook and are not there
     * @return the class with hooks
     * @throws IllegalStateException if a field that a hook reads is not there
     */
    static byte[] weave(
            ClassLoader loader,
            String internalName,
            Class<?> redefined,
            byte[] bytes,
            List<String> missing) {
        Plan plan = new Plan();
        plan(plan, loader == null ? internalName : "", redefined);
        if (loader != null) {
            ProviderInstrumentation.plan(plan, internalName);
        }
        return weave(loader, bytes, plan, missing);
    }

    static byte[] weave(ClassLoader loader, byte[] bytes, Plan plan, List<String> missing) {
        ClassReader reader = new ClassReader(bytes);
        Members members = new Members(plan, loader);
        reader.accept(members, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        missing.addAll(plan.missing());
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new HookedClass(writer, plan, members), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    private static void plan(Plan plan, String bootName, Class<?> redefined) {
        switch (bootName) {
            case Types.SSL_SOCKET:
                CreationInstrumentation.socket(plan);
                break;
            case Types.SSL_ENGINE:
            case Types.SSL_SERVER_SOCKET:
            case Types.SSL_SOCKET_FACTORY:
                CreationInstrumentation.plan(plan);
                break;
            case Types.SSL_CONTEXT:
                ContextInstrumentation.plan(plan);
                break;
            case Types.SOCKET:
                RawSocketInstrumentation.plan(plan);
                break;
            case Types.SOCKET_CHANNEL:
                ChannelInstrumentation.plan(plan);
                break;
            case Types.SERVER_SOCKET:
                ServerSocketInstrumentation.plan(plan);
                break;
            default:
                planProvider(plan, bootName, redefined);
        }
    }

    private static void planProvider(Plan plan, String bootName, Class<?> redefined) {
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
                planSession(plan, bootName, redefined);
        }
    }

    private static void planSession(Plan plan, String bootName, Class<?> redefined) {
        if (Types.isFactory(bootName, redefined)) {
            SessionInstrumentation.factory(plan);
        } else if (Types.isEngine(bootName, redefined)) {
            SessionInstrumentation.engine(plan);
        } else {
            SessionInstrumentation.socket(plan);
        }
    }
}
