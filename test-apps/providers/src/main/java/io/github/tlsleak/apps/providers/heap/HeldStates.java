package io.github.tlsleak.apps.providers.heap;

import io.github.tlsleak.apps.heap.HeapDumper;
import io.github.tlsleak.apps.providers.Play;
import io.github.tlsleak.apps.providers.tls.TlsProvider;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes sockets and engines of one provider in every state, says what state the program has brought
 * each into, and writes a heap dump that holds them. Arguments: {@code PROVIDER TLS FILE KIND...}.
 *
 * <p>For each it prints {@code HELD NAME|STATE|HOST|PORT|PROTOCOL|CIPHER|ROLE}; what the program
 * does not know is empty. The map {@link #HELD} has the objects by these names.
 */
public final class HeldStates {

    /** By name; the test reads this field out of the dump. */
    static final Map<String, Object> HELD = new LinkedHashMap<>();

    private HeldStates() {}

    public static void main(String[] args) throws Exception {
        TlsProvider provider = Play.make(args[0], TlsProvider.class);
        String tls = "TLSv" + args[1];
        List<String> kinds = Arrays.asList(args).subList(3, args.length);
        if (kinds.contains("socket")) {
            new SocketStates(provider, tls).make();
        }
        if (kinds.contains("engine")) {
            new EngineStates(provider, tls).make();
        }
        HeapDumper.live(args[2]);
        System.out.println("DUMPED");
        // threads are blocked in handshakes
        Runtime.getRuntime().halt(0);
    }

    /** Keeps an object whose state alone is known. */
    static void hold(String name, String state, String role, Object object) {
        hold(name, state, role, "", 0, "", "", object);
    }

    /** Keeps an object and says what is known of it. */
    static void hold(
            String name,
            String state,
            String role,
            String host,
            int port,
            String protocol,
            String cipher,
            Object object) {
        if (HELD.put(name, object) != null) {
            throw new IllegalStateException("twice: " + name);
        }
        String known = String.join("|", name, state, host, port == 0 ? "" : "" + port);
        System.out.println("HELD " + String.join("|", known, protocol, cipher, role));
    }
}
