package io.github.tlsleak.agent.instrument.weave;

import io.github.tlsleak.agent.instrument.JdkClasses;
import io.github.tlsleak.agent.instrument.advice.AdvicePlan;
import io.github.tlsleak.agent.instrument.advice.ChannelInstrumentation;
import io.github.tlsleak.agent.instrument.advice.ContextInstrumentation;
import io.github.tlsleak.agent.instrument.advice.CreationInstrumentation;
import io.github.tlsleak.agent.instrument.advice.ProviderInstrumentation;
import io.github.tlsleak.agent.instrument.advice.RawSocketInstrumentation;
import io.github.tlsleak.agent.instrument.advice.ServerSocketInstrumentation;
import io.github.tlsleak.agent.instrument.advice.SessionInstrumentation;
import io.github.tlsleak.agent.instrument.advice.SunRecordInstrumentation;
import io.github.tlsleak.agent.instrument.advice.SunSocketInstrumentation;
import io.github.tlsleak.agent.instrument.advice.SunTransportInstrumentation;
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
public final class Weaver {

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
    public static byte[] weave(
            ClassLoader loader,
            String internalName,
            Class<?> redefined,
            byte[] bytes,
            List<String> missing) {
        AdvicePlan plan = new AdvicePlan();
        plan(plan, loader == null ? internalName : "", redefined);
        if (loader != null) {
            ProviderInstrumentation.plan(plan, internalName);
        }
        return weave(loader, bytes, plan, missing);
    }

    static byte[] weave(ClassLoader loader, byte[] bytes, AdvicePlan plan, List<String> missing) {
        ClassReader reader = new ClassReader(bytes);
        ClassMembers members = new ClassMembers(plan, loader);
        reader.accept(members, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        missing.addAll(plan.missing());
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new HookedClass(writer, plan, members), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    private static void plan(AdvicePlan plan, String bootName, Class<?> redefined) {
        switch (bootName) {
            case JdkClasses.SSL_SOCKET:
                CreationInstrumentation.socket(plan);
                break;
            case JdkClasses.SSL_ENGINE:
            case JdkClasses.SSL_SERVER_SOCKET:
            case JdkClasses.SSL_SOCKET_FACTORY:
                CreationInstrumentation.plan(plan);
                break;
            case JdkClasses.SSL_CONTEXT:
                ContextInstrumentation.plan(plan);
                break;
            case JdkClasses.SOCKET:
                RawSocketInstrumentation.plan(plan);
                break;
            case JdkClasses.SOCKET_CHANNEL:
                ChannelInstrumentation.plan(plan);
                break;
            case JdkClasses.SERVER_SOCKET:
                ServerSocketInstrumentation.plan(plan);
                break;
            default:
                planProvider(plan, bootName, redefined);
        }
    }

    private static void planProvider(AdvicePlan plan, String bootName, Class<?> redefined) {
        switch (bootName) {
            case JdkClasses.SUN_TRANSPORT:
                SunTransportInstrumentation.plan(plan);
                break;
            case JdkClasses.SUN_RECORD:
                SunRecordInstrumentation.plan(plan);
                break;
            case JdkClasses.SUN_BASE_SOCKET:
                SunSocketInstrumentation.layering(plan);
                break;
            case JdkClasses.SUN_SOCKET:
                SunSocketInstrumentation.plan(plan);
                break;
            case JdkClasses.SUN_INPUT:
            case JdkClasses.SUN_OUTPUT:
                SunSocketInstrumentation.streams(plan);
                break;
            default:
                planSession(plan, bootName, redefined);
        }
    }

    private static void planSession(AdvicePlan plan, String bootName, Class<?> redefined) {
        if (JdkClasses.isFactory(bootName, redefined)) {
            SessionInstrumentation.factory(plan);
        } else if (JdkClasses.isEngine(bootName, redefined)) {
            SessionInstrumentation.engine(plan);
        } else {
            SessionInstrumentation.socket(plan);
        }
    }
}
