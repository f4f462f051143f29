package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.reach.Reach;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.bytebuddy.agent.ByteBuddyAgent.AttachmentProvider.Accessor;
import org.jspecify.annotations.Nullable;

/**
 * Asks by the attach command {@code dumpheap}, which every HotSpot JVM knows. Nothing is loaded
 * into the JVM. Used by one thread.
 */
public final class AttachedDumper implements HeapDumper {

    private static final String COMMAND = "dumpheap";

    /** Collect first, and leave out what is not reachable. */
    private static final String LIVE = "-live";

    /** The class of the JDK's API that knows HotSpot's own commands. */
    private static final String HOTSPOT = "sun.tools.attach.HotSpotVirtualMachine";

    @Override
    public String dump(LocalJvm jvm, Path file) throws Exception {
        Elsewhere there = jvm.elsewhere();
        if (there != null) {
            Reach reach = Reach.to(jvm, there);
            return reach.execute(COMMAND, reach.root().inner(file), LIVE, "");
        }
        String answer = byJdk(jvm.pid(), file.toString());
        if (answer != null) {
            return answer;
        }
        if (!System.getProperty("os.name").startsWith("Linux")) {
            throw new IOException("this Java lacks " + HOTSPOT + "; use the java of a JDK");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " is no file in a directory");
        }
        EmulatedLoad.prepare(jvm, directory);
        return EmulatedLoad.execute(jvm.pid(), COMMAND, file.toString(), LIVE, "");
    }

    /** Asks with the API of the JDK; null if this Java has none, or does not let it be used. */
    private static @Nullable String byJdk(long pid, String file) throws Exception {
        Accessor jdk = ByteBuddyLoad.JDK.attempt();
        Method dump = jdk.isAvailable() ? dumpMethod(jdk.getVirtualMachineType()) : null;
        if (dump == null) {
            return null;
        }
        Class<?> type = jdk.getVirtualMachineType();
        try {
            Object vm = type.getMethod("attach", String.class).invoke(null, Long.toString(pid));
            try (InputStream in = (InputStream) dump.invoke(vm, (Object) arguments(file))) {
                return read(in);
            } finally {
                type.getMethod("detach").invoke(vm);
            }
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause instanceof Exception ? (Exception) cause : e;
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    private static Object[] arguments(String file) {
        return new Object[] {file, LIVE};
    }

    private static @Nullable Method dumpMethod(Class<?> virtualMachine) {
        try {
            return Class.forName(HOTSPOT, false, virtualMachine.getClassLoader())
                    .getMethod("dumpHeap", Object[].class);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            all.write(buffer, 0, n);
        }
        return new String(all.toByteArray(), StandardCharsets.UTF_8);
    }
}
