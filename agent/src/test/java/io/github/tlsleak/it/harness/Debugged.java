package io.github.tlsleak.it.harness;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.EventSet;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A program under the agent that waits for a debugger before its first instruction. */
public final class Debugged implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(30);
    private static final String LISTENING = "Listening for transport dt_socket at address: ";

    private final Forked app;
    private final VirtualMachine jvm;

    private Debugged(Forked app) throws Exception {
        this.app = app;
        String line = app.awaitOut(l -> l.startsWith(LISTENING), READY);
        this.jvm = connect(line.substring(LISTENING.length()).trim());
    }

    /** Starts a program and connects to it as a debugger. */
    public static Debugged start(AppRun run, String program, String... args) throws Exception {
        run.jvm("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0");
        Forked app = run.start(program, args);
        try {
            return new Debugged(app);
        } catch (Exception | Error e) {
            app.close();
            throw e;
        }
    }

    private static VirtualMachine connect(String address)
            throws IOException, IllegalConnectorArgumentsException {
        for (AttachingConnector connector :
                Bootstrap.virtualMachineManager().attachingConnectors()) {
            if (connector.name().equals("com.sun.jdi.SocketAttach")) {
                Map<String, Connector.Argument> arguments = connector.defaultArguments();
                arguments.get("hostname").setValue("127.0.0.1");
                arguments.get("port").setValue(address.replaceAll(".*:", ""));
                return connector.attach(arguments);
            }
        }
        throw new IllegalStateException("no connector for sockets");
    }

    /** Waits for the next events. The caller must resume them. */
    public EventSet next() throws InterruptedException {
        EventSet events = jvm.eventQueue().remove(READY.toMillis());
        if (events == null) {
            throw new AssertionError("nothing happens" + app.everything());
        }
        return events;
    }

    public VirtualMachine jvm() {
        return jvm;
    }

    public Forked app() {
        return app;
    }

    @Override
    public void close() {
        app.close();
    }
}
