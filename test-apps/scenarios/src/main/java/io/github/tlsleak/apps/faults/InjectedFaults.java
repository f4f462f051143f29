package io.github.tlsleak.apps.faults;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.InjectedFault;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Plays rounds of TLS. In each one the agent meets one error, at the first point that it passes,
 * then at the second one, and so on until all points have failed once. The program itself is right,
 * and prints {@code HARMED} if it notices anything.
 *
 * <p>Arguments: {@code TLS ROUNDS KINDS STEP LASTING ERRORS}. ROUNDS and ERRORS are separated by
 * commas. Every STEP-th point fails; if LASTING is true, all later ones of the round fail, too.
 * After each error it drops engines on a thread called "after ERROR" until a line is read.
 */
public final class InjectedFaults {

    private static final int MOST = 100_000;

    private final SSLContext context;
    private final EngineRounds engines;
    private final SocketRounds sockets;
    private final int kinds;
    private final int step;
    private final boolean lasting;
    private final Set<String> hooks = new TreeSet<>();

    private InjectedFaults(Stage stage, String[] args) throws Exception {
        context = stage.context();
        engines = new EngineRounds(context);
        sockets = new SocketRounds(stage);
        kinds = Integer.parseInt(args[2]);
        step = Integer.parseInt(args[3]);
        lasting = Boolean.parseBoolean(args[4]);
    }

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(new String[] {"127.0.0.1", "0", args[0]});
        InjectedFaults all = new InjectedFaults(stage, args);
        String[] rounds = args[1].split(",");
        all.warmUp(rounds);
        for (String error : args[5].split(",")) {
            for (String round : rounds) {
                all.sweep(round, error);
            }
            Round.thread("main");
            all.engines.awaitCollected();
            System.out.println("NONE HELD AFTER " + error);
            all.after(error);
        }
        all.sockets.close();
        System.out.println("FAILED IN " + String.join(" ", all.hooks));
        Stage.done();
    }

    private void warmUp(String[] rounds) throws Exception {
        for (String round : rounds) {
            for (int i = 0; i < 3; i++) {
                round(round).play(() -> {}, round + " warm");
            }
        }
    }

    private Round round(String name) {
        switch (name) {
            case "closed":
                return engines::closed;
            case "dropped":
                return engines::dropped;
            case "fresh":
                return engines::fresh;
            case "context":
                return engines::context;
            case "listener":
                return sockets::listener;
            case "client":
                return sockets::client;
            case "server":
                return sockets::server;
            case "layered":
                return sockets::layered;
            case "channel":
                return sockets::channel;
            default:
                throw new IllegalArgumentException(name);
        }
    }

    private void sweep(String round, String error) {
        int thrown = 0;
        int points = 0;
        for (int n = 1; n < MOST; n += step) {
            int now = play(round, error, n);
            if (now == 0) {
                break;
            }
            thrown += now;
            points++;
        }
        System.out.println("ROUND " + round + " " + error + " " + points + " " + thrown);
    }

    /** Returns how many points have thrown. */
    private int play(String round, String error, int n) {
        String name = round + " " + error + " " + n;
        Throwable fault = make(error);
        try {
            round(round).play(() -> InjectedFault.arm(kinds, n, lasting, fault), name);
        } catch (Throwable t) {
            InjectedFault.disarm();
            System.out.println("HARMED " + name + " at " + InjectedFault.point() + ": " + t);
            t.printStackTrace();
        }
        int thrown = InjectedFault.disarm();
        if (InjectedFault.point() != null) {
            hooks.add(InjectedFault.point());
        }
        return thrown;
    }

    private static Throwable make(String error) {
        String message = "injected";
        switch (error) {
            case "OutOfMemoryError":
                return new OutOfMemoryError(message);
            case "StackOverflowError":
                return new StackOverflowError(message);
            case "RuntimeException":
                return new IllegalStateException(message);
            case "LinkageError":
                return new NoClassDefFoundError(message);
            case "Throwable":
                return new Throwable(message);
            default:
                throw new IllegalArgumentException(error);
        }
    }

    private void after(String error) throws Exception {
        System.out.println("AFTER " + error);
        Round.thread("after " + error);
        while (System.in.available() == 0) {
            Stage.awaitCollected(drop());
        }
        Round.thread("main");
        while (System.in.read() != '\n') {
            continue;
        }
    }

    private WeakReference<SSLEngine> drop() throws Exception {
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        String name = Thread.currentThread().getName();
        Round.thread("healthy " + name);
        SSLEngine server = context.createSSLEngine();
        Round.thread(name);
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return new WeakReference<>(client);
    }
}
