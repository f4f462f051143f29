package io.github.tlsleak.agent.instrument.weave;

import io.github.tlsleak.agent.instrument.access.ClientHandshakeContext;
import java.io.IOException;
import java.util.List;

/** Methods with names of the JSSE API, and code of every shape. */
@SuppressWarnings({"unused", "FinallyDiscardsException"})
public class Shapes extends ShapesBase {

    private List<String> heard;
    private Object role;

    /** Changes its parameter; a hook must get the value that the caller gave. */
    public Shapes(Object given) {
        super(given == null ? "nothing" : "something");
        given = role;
    }

    /** Only the name of a top-level class ends as SunJSSE's does. */
    private static Object context(boolean client) {
        return client ? new ClientHandshakeContext() : "server";
    }

    /** Calls the method for a shape. */
    public Object run(String name, Object argument, List<String> told) throws IOException {
        heard = told;
        switch (name) {
            case "wrap":
                return wrapped((String) argument);
            case "unwrap":
                return unwrap((byte[]) argument);
            case "close":
                close();
                return null;
            case "closeInbound":
                closeInbound();
                return null;
            case "other":
                other((String) argument);
                return null;
            default:
                wrap();
                closeOutbound(told);
                return null;
        }
    }

    private Object wrapped(String shape) throws IOException {
        switch (shape) {
            case "int":
                return wrap(7);
            case "long":
                return wrap(1L << 40, 0);
            case "double":
                return wrap(0, 2.5);
            case "float":
                return wrap(0.5f);
            case "boolean":
                return wrap(true, 'c');
            case "loop":
                return wrap(new int[10]);
            case "finally":
                return wrap(new StringBuilder("abc"));
            case "monitor":
                return wrap(this, 1L, this);
            case "wide":
                return wrap(1.0, 2L, (byte) 0);
            case "reassigned":
                return wrap("it", 1);
            case "switch":
                return wrap((short) 2);
            default:
                return wrap(shape);
        }
    }

    private void other(String shape) throws IOException {
        isClosed = shape.endsWith("closed");
        if (shape.startsWith("linger")) {
            linger(shape.endsWith("on"), 7);
        } else if (shape.startsWith("begin")) {
            role = shape.endsWith("nothing") ? null : context(shape.endsWith("client"));
            begin();
        } else if (shape.startsWith("count")) {
            count(shape);
        } else if (shape.startsWith("alert")) {
            alert((byte) (shape.endsWith("fails") ? 1 : 2), (byte) 0);
        } else {
            eof("");
        }
    }

    private void count(String shape) throws IOException {
        switch (shape) {
            case "count int":
                countInt(new byte[3], 2);
                break;
            case "count long":
                countLong();
                break;
            case "count nothing":
                countNothing();
                break;
            default:
                countFails();
        }
    }

    private int countInt(byte[] bytes, int offset) {
        return -1;
    }

    private long countLong() {
        return 1L << 40;
    }

    private void countNothing() {
        isClosed = true;
    }

    private int countFails() throws IOException {
        throw new IOException("count");
    }

    private void linger(boolean on, int seconds) {
        on = !on;
        seconds = -5;
    }

    private void begin() {
        isClosed = false;
    }

    private void eof(Object cause) {
        isClosed = false;
    }

    private void alert(byte level, byte description) throws IOException {
        isClosed = true;
        if (level == 1) {
            throw new IOException("alert");
        }
    }

    public int wrap(int a) {
        return -a;
    }

    public long wrap(long a, int b) {
        return b == 0 ? a : b;
    }

    public double wrap(int a, double b) {
        return b;
    }

    public float wrap(float a) {
        return a;
    }

    public boolean wrap(boolean a, char b) {
        return a && b == 'c';
    }

    public String wrap(String shape) throws IOException {
        try {
            if (shape.equals("throw")) {
                throw new IOException("thrown");
            }
            if (shape.equals("caught")) {
                throw new IllegalStateException();
            }
            return "a " + shape;
        } catch (IllegalStateException e) {
            return "caught";
        }
    }

    /** Begins with the target of a jump. */
    public int wrap(int[] array) {
        do {
            array[0]++;
        } while (array[0] < 10);
        int sum = 0;
        for (int i = 1; i <= array[0]; i++) {
            long twice = 2L * i;
            sum += (int) (twice / 2);
        }
        return sum;
    }

    public int wrap(StringBuilder text) {
        try {
            return text.length();
        } finally {
            for (String s : new String[] {"x", "y"}) {
                text.append(s);
            }
        }
    }

    public synchronized String wrap(Object lock, long a, Object other) {
        synchronized (lock) {
            if (a > 0) {
                return "locked";
            }
        }
        return null;
    }

    public long wrap(double a, long b, byte c) {
        long sum = (long) a;
        for (int i = 0; i < b; i++) {
            double half = 0.5;
            sum += (long) (half + half);
        }
        return sum + c;
    }

    public Object wrap(Object it, int a) {
        it = a > 0 ? "other" : (Object) a;
        return it;
    }

    public CharSequence wrap(short a) {
        switch (a) {
            case 1:
                return "one";
            case 2:
                return "two";
            default:
                return null;
        }
    }

    protected void wrap() {
        heard.add("protected");
    }

    public static void wrap(List<String> heard) {
        heard.add("static");
    }

    public byte[] unwrap(byte[] bytes) {
        return bytes;
    }

    public void close() {
        heard.add("closed");
    }

    public void closeInbound() {
        throw new IllegalStateException("always");
    }

    /** Has a parameter, so it does not belong to the API. */
    public void closeOutbound(List<String> told) {
        wrap(told);
    }
}
