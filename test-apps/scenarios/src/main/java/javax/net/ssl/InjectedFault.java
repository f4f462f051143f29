package javax.net.ssl;

/**
 * Throws at one point of the code that calls {@link #check}. A test puts such calls into the
 * classes of the agent, and this class into the boot loader. Points are counted on one thread while
 * it is armed, so that a program can make each of them fail in turn.
 */
public final class InjectedFault {

    /** Kind of a point: a static method of the hooks classes begins. */
    public static final int HOOK = 1;

    /** Kind of a point: another method begins. */
    public static final int METHOD = 2;

    /** Kind of a point: an object or array is about to be allocated. */
    public static final int ALLOCATION = 4;

    /** Kind of a point: a method of the JDK is about to be called. */
    public static final int CALL = 8;

    private static volatile Thread armed;

    private static int kinds;
    private static int at;
    private static boolean lasting;
    private static Throwable fault;

    private static int seen;
    private static int thrown;
    private static String point;

    private InjectedFault() {}

    /**
     * Arms the current thread.
     *
     * @param kindsOfPoints a sum of the kinds that count
     * @param number of the point that throws, from 1
     * @param andLater whether every later point throws, too
     * @param what is thrown
     */
    public static void arm(int kindsOfPoints, int number, boolean andLater, Throwable what) {
        kinds = kindsOfPoints;
        at = number;
        lasting = andLater;
        fault = what;
        seen = 0;
        thrown = 0;
        point = null;
        armed = Thread.currentThread();
    }

    /** Ends that, for any thread; returns how many points have thrown. */
    public static int disarm() {
        armed = null;
        return thrown;
    }

    /** How many points were passed since it was armed. */
    public static int seen() {
        return seen;
    }

    /** The point that threw first, as class and method; null if none did. */
    public static String point() {
        return point;
    }

    /** A point of a kind, in a method. */
    public static void check(int kind, String method) {
        if (armed == Thread.currentThread() && (kinds & kind) != 0) {
            pass(method);
        }
    }

    private static void pass(String method) {
        seen++;
        if (seen == at || (lasting && seen > at)) {
            thrown++;
            if (point == null) {
                point = method;
            }
            InjectedFault.<RuntimeException>raise(fault);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable any) throws T {
        throw (T) any;
    }
}
