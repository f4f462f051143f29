package io.github.tlsleak.agent.instrument.prepared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads whole resources. Stateless, thread-safe. */
public final class ResourceBytes {

    private ResourceBytes() {}

    /**
     * Reads the class file of a class of the boot loader; a program may have replaced the system
     * loader.
     *
     * @param name of the class, with slashes
     * @return null if there is no such class
     */
    public static byte @Nullable [] ofClass(String name) throws IOException {
        return of(Object.class, '/' + name + ".class");
    }

    /**
     * Reads a resource.
     *
     * @param beside a class: its loader has the resource
     * @param path as for {@link Class#getResourceAsStream}
     * @return null if there is no such resource
     */
    public static byte @Nullable [] of(Class<?> beside, String path) throws IOException {
        try (InputStream in = beside.getResourceAsStream(path)) {
            if (in == null) {
                return null;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        }
    }
}
