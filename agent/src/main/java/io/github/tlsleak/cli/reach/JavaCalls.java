package io.github.tlsleak.cli.reach;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * What Java 16 and newer can do without a library: used where JNA's cannot be loaded, as in a
 * container whose directories hold no executables. Stateless, thread-safe.
 */
final class JavaCalls implements SystemCalls {

    private static final String ADDRESS = "java.net.UnixDomainSocketAddress";

    /** Whether this Java is new enough. */
    static boolean isPossible() {
        try {
            Class.forName(ADDRESS);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public void quit(long pid) throws IOException {
        String[] kill = {"kill", "-QUIT", Long.toString(pid)};
        String[] shell = {"sh", "-c", "kill -QUIT " + pid};
        if (!runs(kill) && !runs(shell)) {
            throw new IOException("the command kill is missing here, or was refused");
        }
    }

    private static boolean runs(String[] command) throws IOException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public byte[] exchange(Path socket, byte[] request, long uid, long gid) throws IOException {
        try (SocketChannel channel = open()) {
            channel.connect(address(socket));
            ByteBuffer out = ByteBuffer.wrap(request);
            while (out.hasRemaining()) {
                channel.write(out);
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(4096);
            for (int n = channel.read(buffer); n >= 0; n = channel.read(buffer)) {
                all.write(buffer.array(), 0, n);
                buffer.clear();
            }
            return all.toByteArray();
        }
    }

    /** By reflection: the class and the method are new in Java 16 and 15. */
    private static SocketChannel open() throws IOException {
        ProtocolFamily unix = StandardProtocolFamily.valueOf("UNIX");
        return (SocketChannel)
                call(SocketChannel.class.getName(), "open", ProtocolFamily.class, unix);
    }

    private static SocketAddress address(Path path) throws IOException {
        return (SocketAddress) call(ADDRESS, "of", Path.class, path);
    }

    private static Object call(String type, String method, Class<?> parameter, Object argument)
            throws IOException {
        try {
            return Class.forName(type).getMethod(method, parameter).invoke(null, argument);
        } catch (InvocationTargetException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            throw new IOException("Java 16 has " + type + ", and this Java has not", e);
        }
    }

    @Override
    public boolean useFilesAs(long uid, long gid) {
        return false;
    }

    @Override
    public void useFilesAsSelf() {
        // nothing was changed
    }
}
