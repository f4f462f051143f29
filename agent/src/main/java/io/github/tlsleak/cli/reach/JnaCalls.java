package io.github.tlsleak.cli.reach;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** System calls of Linux by JNA, which unpacks a library. Stateless, thread-safe. */
final class JnaCalls implements SystemCalls {

    private static final String DIRECTORY = "jna.tmpdir";

    private static final int SIGQUIT = 3;
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;
    private static final int O_PATH_CLOEXEC = 0x280000;
    private static final int MAX_PATH = 107;

    private final C c;
    private final ThreadUser user;

    private JnaCalls() {
        c = Native.load("c", C.class);
        user = new ThreadUser(c);
    }

    /**
     * Loads the library, by way of a directory that no other user can write to. JNA removes the
     * library itself.
     *
     * @throws LinkageError if the library cannot be loaded
     * @throws IOException if no directory can be made for it
     */
    static JnaCalls load() throws IOException {
        if (System.getProperty(DIRECTORY) != null) {
            return new JnaCalls();
        }
        Path own = Files.createTempDirectory("tlsleak-jna-");
        System.setProperty(DIRECTORY, own.toString());
        try {
            return new JnaCalls();
        } finally {
            System.clearProperty(DIRECTORY);
            Files.deleteIfExists(own);
        }
    }

    /** The functions of the C library. A failure is thrown. */
    interface C extends Library {
        int kill(int pid, int signal) throws LastErrorException;

        int open(String path, int flags) throws LastErrorException;

        int socket(int domain, int type, int protocol) throws LastErrorException;

        int connect(int socket, byte[] address, int length) throws LastErrorException;

        NativeLong read(int file, byte[] buffer, NativeLong length) throws LastErrorException;

        NativeLong write(int file, byte[] buffer, NativeLong length) throws LastErrorException;

        int close(int file);

        int geteuid();

        int getegid();

        int setfsuid(int uid);

        int setfsgid(int gid);

        NativeLong syscall(NativeLong number, NativeLong a, NativeLong b, NativeLong c)
                throws LastErrorException;
    }

    @Override
    public void quit(long pid) throws IOException {
        try {
            c.kill((int) pid, SIGQUIT);
        } catch (LastErrorException e) {
            throw new IOException("signal " + SIGQUIT + ": " + e.getMessage(), e);
        }
    }

    @Override
    public boolean useFilesAs(long uid, long gid) {
        return user.useFilesAs(uid, gid);
    }

    @Override
    public void useFilesAsSelf() {
        user.useFilesAs(c.geteuid(), c.getegid());
    }

    @Override
    public byte[] exchange(Path path, byte[] request, long uid, long gid) throws IOException {
        int socket = -1;
        // the file is opened with the rights of this process: the other user may not get there
        int file = -1;
        try {
            file = c.open(path.toString(), O_PATH_CLOEXEC);
            socket = c.socket(AF_UNIX, SOCK_STREAM, 0);
            byte[] address = address("/proc/self/fd/" + file);
            try (ThreadUser.Change change = user.present(uid, gid)) {
                c.connect(socket, address, address.length);
            }
            write(socket, request);
            return read(socket);
        } catch (LastErrorException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        } finally {
            close(file);
            close(socket);
        }
    }

    private void close(int file) {
        if (file >= 0) {
            c.close(file);
        }
    }

    private void write(int socket, byte[] bytes) {
        int done = 0;
        while (done < bytes.length) {
            byte[] rest = Arrays.copyOfRange(bytes, done, bytes.length);
            done += c.write(socket, rest, new NativeLong(rest.length)).intValue();
        }
    }

    private byte[] read(int socket) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (true) {
            int n = c.read(socket, buffer, new NativeLong(buffer.length)).intValue();
            if (n <= 0) {
                return all.toByteArray();
            }
            all.write(buffer, 0, n);
        }
    }

    /** A {@code sockaddr_un}. */
    private static byte[] address(String path) throws IOException {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        if (name.length > MAX_PATH) {
            throw new IOException("too long for a socket: " + path);
        }
        ByteBuffer address = ByteBuffer.allocate(2 + name.length + 1);
        address.order(ByteOrder.nativeOrder()).putShort((short) AF_UNIX).put(name);
        return address.array();
    }
}
