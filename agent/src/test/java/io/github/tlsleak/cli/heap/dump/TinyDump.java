package io.github.tlsleak.cli.heap.dump;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A heap dump of a few hundred bytes, in the format that HotSpot writes: a static field holds a
 * list of SunJSSE's sockets. Small enough to be changed byte by byte. Used by one thread.
 */
public final class TinyDump {

    private static final long NONE = 0;
    private static final long SOCKET = 0x700;
    private static final long CONTEXT = 0x708;
    private static final long ARRAY = 0x710;
    private static final long HOST = 0x718;
    private static final long LETTERS = 0x720;
    private static final long OTHER = 0x728;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final ByteArrayOutputStream segmentBytes = new ByteArrayOutputStream();
    private final DataOutputStream segment = new DataOutputStream(segmentBytes);
    private final Map<String, Long> names = new LinkedHashMap<>();
    private final Map<String, Long> classes = new LinkedHashMap<>();

    private TinyDump() {}

    /** The dump. */
    public static byte[] bytes() throws IOException {
        TinyDump dump = new TinyDump();
        dump.write();
        return dump.bytes.toByteArray();
    }

    private void write() throws IOException {
        out.writeBytes("JAVA PROFILE 1.0.2");
        out.write(0);
        out.writeInt(Long.BYTES);
        out.writeLong(1_790_000_000_000L);
        classes();
        objects();
        record(0x1c, segmentBytes.toByteArray());
        record(0x2c, new byte[0]);
    }

    private void classes() throws IOException {
        type("java/lang/Object", null, "");
        type("java/lang/Class", "java/lang/Object", "L:classLoader");
        type("java/lang/String", "java/lang/Object", "L:value B:coder");
        type("[B", "java/lang/Object", "");
        type("[Ljava/lang/Object;", "java/lang/Object", "");
        type(
                "java/lang/ref/Reference",
                "java/lang/Object",
                "L:referent L:queue L:next L:discovered");
        type("java/net/Socket", "java/lang/Object", "L:impl");
        type("javax/net/ssl/SSLSocket", "java/net/Socket", "");
        type("sun/security/ssl/BaseSSLSocketImpl", "javax/net/ssl/SSLSocket", "L:self");
        type(
                "sun/security/ssl/SSLSocketImpl",
                "sun/security/ssl/BaseSSLSocketImpl",
                "L:conContext L:peerHost Z:tlsIsClosed");
        type(
                "sun/security/ssl/TransportContext",
                "java/lang/Object",
                "Z:isBroken Z:isInputCloseNotified Z:isNegotiated L:handshakeContext L:conSession");
        type("com/acme/Pool", "java/lang/Object", "");
    }

    private void objects() throws IOException {
        segment.write(0x05);
        segment.writeLong(classes.get("com/acme/Pool"));
        array();
        socket(SOCKET, CONTEXT, HOST);
        socket(OTHER, CONTEXT, NONE);
        instance(CONTEXT, "sun/security/ssl/TransportContext", 3 + 2 * Long.BYTES);
        segment.write(new byte[] {0, 0, 1});
        segment.writeLong(NONE);
        segment.writeLong(NONE);
        instance(HOST, "java/lang/String", Long.BYTES + 1);
        segment.writeLong(LETTERS);
        segment.write(0);
        segment.write(0x23);
        segment.writeLong(LETTERS);
        segment.writeInt(0);
        segment.writeInt(4);
        segment.write(8);
        segment.writeBytes("db-1");
    }

    private void array() throws IOException {
        segment.write(0x22);
        segment.writeLong(ARRAY);
        segment.writeInt(0);
        segment.writeInt(2);
        segment.writeLong(classes.get("[Ljava/lang/Object;"));
        segment.writeLong(SOCKET);
        segment.writeLong(OTHER);
    }

    /** Fields of the class itself come first, then those of its superclasses. */
    private void socket(long id, long context, long host) throws IOException {
        instance(id, "sun/security/ssl/SSLSocketImpl", 4 * Long.BYTES + 1);
        segment.writeLong(context);
        segment.writeLong(host);
        segment.write(0);
        segment.writeLong(id);
        segment.writeLong(NONE);
    }

    private void instance(long id, String type, int size) throws IOException {
        segment.write(0x21);
        segment.writeLong(id);
        segment.writeInt(0);
        segment.writeLong(classes.get(type));
        segment.writeInt(size);
    }

    /**
     * @param fields of the instances, each {@code TYPE:NAME}
     */
    private void type(String name, String above, String fields) throws IOException {
        long id = 0x100 + 8L * classes.size();
        classes.put(name, id);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream load = new DataOutputStream(body);
        load.writeInt(classes.size());
        load.writeLong(id);
        load.writeInt(0);
        load.writeLong(name(name));
        record(0x02, body.toByteArray());
        String[] all = fields.isEmpty() ? new String[0] : fields.split(" ");
        segment.write(0x20);
        segment.writeLong(id);
        segment.writeInt(0);
        segment.writeLong(above == null ? NONE : classes.get(above));
        for (int i = 0; i < 5; i++) {
            segment.writeLong(NONE);
        }
        segment.writeInt(8 * all.length);
        segment.writeShort(0);
        statics(name);
        segment.writeShort(all.length);
        for (String field : all) {
            segment.writeLong(name(field.substring(2)));
            segment.write(hprof(field.charAt(0)));
        }
    }

    private void statics(String type) throws IOException {
        boolean pool = type.equals("com/acme/Pool");
        segment.writeShort(pool ? 1 : 0);
        if (pool) {
            segment.writeLong(name("IDLE"));
            segment.write(hprof('L'));
            segment.writeLong(ARRAY);
        }
    }

    private static int hprof(char type) {
        return type == 'L' ? 2 : type == 'Z' ? 4 : 8;
    }

    private long name(String text) throws IOException {
        Long known = names.get(text);
        if (known != null) {
            return known;
        }
        long id = 0x1000 + 8L * names.size();
        names.put(text, id);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(body);
        to.writeLong(id);
        to.write(text.getBytes(StandardCharsets.UTF_8));
        record(0x01, body.toByteArray());
        return id;
    }

    private void record(int tag, byte[] body) throws IOException {
        out.write(tag);
        out.writeInt(0);
        out.writeInt(body.length);
        out.write(body);
    }
}
