package io.github.tlsleak.apps.attach;

import io.github.tlsleak.apps.support.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.management.MBeanServerFactory;
import javax.net.ssl.SSLContext;

/**
 * A service and its clients in one JVM. They exchange records over TLS sockets and engines all the
 * time. It leaks on command.
 *
 * <p>Arguments: {@code CLIENTS OLD THINK}: client threads, old sessions of each kind, milliseconds
 * between two requests. Without arguments it uses no TLS before the first command that needs TLS.
 * It prints {@code ready}, then answers each line of standard input with one line:
 *
 * <ul>
 *   <li>{@code leak N [engine]}: open N sockets (or engines) and drop them
 *   <li>{@code leak-old N [engine]}: exchange data on N old ones and drop them
 *   <li>{@code close-old N [engine]}, {@code touch-old N [engine]}: close them; exchange data
 *   <li>{@code open-channels N}, {@code cut-old N}: open engines over channels; exchange data on N
 *       of them, close only their channels and drop them
 *   <li>{@code gc}: collect until all dropped objects are gone
 *   <li>{@code stats}: counters; the longest pause and the slowest request since the last stats
 *   <li>{@code mbeanservers}: how many MBean servers there are in this JVM
 *   <li>{@code quit}, or the end of standard input
 * </ul>
 */
public final class TlsService {
    private final Pauses pauses = new Pauses();
    private final Traffic traffic;
    private final Sessions sessions;

    private TlsService(long thinkMillis) throws Exception {
        SSLContext context = Stage.init(SSLContext.getInstance("TLS"));
        Service service = new Service(context);
        traffic = new Traffic(context, service.port(), thinkMillis);
        sessions = new Sessions(context, service.port());
    }

    public static void main(String[] args) throws Exception {
        TlsService program = null;
        if (args.length > 0) {
            program = new TlsService(Long.parseLong(args[2]));
            program.sessions.open(Integer.parseInt(args[1]));
            program.traffic.start(Integer.parseInt(args[0]));
            program.pauses.start();
        }
        System.out.println("ready");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine();
                line != null && !line.equals("quit");
                line = in.readLine()) {
            if (program == null) {
                program = new TlsService(1);
            }
            System.out.println(program.answer(line));
        }
        System.out.println("DONE");
    }

    private String answer(String line) {
        String[] words = line.split(" ");
        int number = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        boolean engine = words.length > 2 && words[2].equals("engine");
        try {
            return answer(words[0], number, engine);
        } catch (IOException | RuntimeException e) {
            return "failed: " + line + ": " + e;
        }
    }

    private String answer(String command, int number, boolean engine) throws IOException {
        switch (command) {
            case "leak":
                sessions.leak(engine, number);
                break;
            case "leak-old":
                sessions.leakOld(engine, number);
                break;
            case "close-old":
                sessions.closeOld(engine, number);
                break;
            case "touch-old":
                sessions.touchOld(engine, number);
                break;
            case "open-channels":
                sessions.openChannels(number);
                break;
            case "cut-old":
                sessions.cutOld(number);
                break;
            case "gc":
                sessions.collect();
                break;
            case "stats":
                return traffic.stats() + " maxPauseMillis=" + pauses.takeMillis();
            case "mbeanservers":
                return "mbeanservers=" + MBeanServerFactory.findMBeanServer(null).size();
            default:
                return "failed: unknown command " + command;
        }
        return "ok";
    }
}
