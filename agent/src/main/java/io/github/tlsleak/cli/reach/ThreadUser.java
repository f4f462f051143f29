package io.github.tlsleak.cli.reach;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;

/**
 * Changes the user of the calling thread alone. The C library would change all threads, so that
 * some calls go to the kernel directly. Stateless, thread-safe.
 */
final class ThreadUser {

    private static final NativeLong KEEP = new NativeLong(-1);

    private final JnaCalls.C c;

    ThreadUser(JnaCalls.C c) {
        this.c = c;
    }

    /** Undoes a change. */
    interface Change extends AutoCloseable {
        @Override
        void close();
    }

    /** For files; the right to look at other processes stays. */
    boolean useFilesAs(long uid, long gid) {
        c.setfsgid((int) gid);
        c.setfsuid((int) uid);
        return c.setfsuid(-1) == (int) uid && c.setfsgid(-1) == (int) gid;
    }

    /**
     * For the other side of a connection, which learns the user at that moment.
     *
     * @param uid a user, or {@link SystemCalls#SELF} for no change
     */
    Change present(long uid, long gid) {
        long[] numbers = numbers();
        if (uid == SystemCalls.SELF || numbers.length == 0) {
            return () -> {};
        }
        NativeLong setUser = new NativeLong(numbers[0]);
        NativeLong setGroup = new NativeLong(numbers[1]);
        long group = c.setfsgid(-1);
        long user = c.setfsuid(-1);
        NativeLong ownUser = new NativeLong(c.geteuid());
        NativeLong ownGroup = new NativeLong(c.getegid());
        try {
            c.syscall(setGroup, KEEP, new NativeLong(gid), KEEP);
            c.syscall(setUser, KEEP, new NativeLong(uid), KEEP);
        } catch (LastErrorException e) {
            // without that right: newer JVMs let root in
            return () -> c.syscall(setGroup, KEEP, ownGroup, KEEP);
        }
        return () -> {
            c.syscall(setUser, KEEP, ownUser, KEEP);
            c.syscall(setGroup, KEEP, ownGroup, KEEP);
            useFilesAs(user, group);
        };
    }

    /** The numbers of {@code setresuid} and {@code setresgid} for the kernel. */
    private static long[] numbers() {
        switch (Platform.ARCH) {
            case "x86-64":
                return new long[] {117, 119};
            case "aarch64":
                return new long[] {147, 149};
            case "ppc64le":
                return new long[] {164, 169};
            case "s390x":
                return new long[] {208, 210};
            default:
                return new long[0];
        }
    }
}
