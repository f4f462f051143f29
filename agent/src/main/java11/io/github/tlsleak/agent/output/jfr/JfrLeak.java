package io.github.tlsleak.agent.output.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import org.jspecify.annotations.Nullable;

/** One leak, defect or notice; null, 0 or "N/A" where something is not known. */
@Name("tlsleak.Leak")
@Label("TLS Leak")
@Category("TLS Leaks")
@Description("A TLS session that was not closed, or not in order")
@Registered(false)
// that of the agent's thread would say nothing
@StackTrace(false)
final class JfrLeak extends Event {

    @Label("Verdict")
    @Nullable String verdict;

    @Label("Severity")
    @Description("leak, defect or notice")
    @Nullable String severity;

    @Label("Resource")
    @Nullable String resource;

    @Label("Class")
    @Description("Class of the object that did TLS")
    @Nullable String className;

    @Label("Wrapper")
    @Description("Class around it, if there is one")
    @Nullable String wrapper;

    @Label("Provider")
    @Nullable String provider;

    @Label("Role")
    @Description("client or server")
    @Nullable String role;

    @Label("Peer Host")
    @Nullable String peerHost;

    @Label("Peer Port")
    int peerPort;

    @Label("Protocol Version")
    @Nullable String protocol;

    @Label("Cipher Suite")
    @Nullable String cipherSuite;

    @Label("Created")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long created;

    @Label("Lifetime")
    @Timespan(Timespan.MILLISECONDS)
    long lifetime;

    @Label("First Seen")
    @Description("Of sessions that are older than the agent")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long firstSeen;

    @Label("Thread Name")
    @Description("Thread that made the session")
    @Nullable String threadName;

    @Label("Site")
    @Description("Fingerprint of the allocation stack, the same in every run")
    @Nullable String site;

    @Label("Frame")
    @Description("First frame of the application, else that of the code that called into TLS")
    @Nullable String frame;

    @Label("New Site")
    @Description("Not in the baseline; false where there is none")
    boolean newSite;

    @Label("Owner")
    @Description("application, library or jdk")
    @Nullable String owner;

    @Label("Allocation Stack")
    @Description("Where the session was made or, if it is older than the agent, next used")
    @Nullable String allocationStack;

    @Label("Closing Stack")
    @Description("Where it was closed, for verdicts that blame who closes")
    @Nullable String closingStack;

    @Label("Closing Site")
    @Description("Fingerprint of the stack that closed")
    @Nullable String closingSite;

    @Label("Detail")
    @Description("How it was closed, where that is known")
    @Nullable String detail;

    @Label("Closer")
    @Description("Who closed the transport below the session")
    @Nullable String closer;

    @Label("Alive")
    @Description("Whether the session is still reachable; then this is not the verdict on its end")
    boolean alive;

    @Label("Hangs At")
    @Description("Stack of the thread that is inside the handshake or the close")
    @Nullable String hangingStack;

    @Label("Hanging Site")
    @Description("Fingerprint of that stack")
    @Nullable String hangingSite;

    @Label("Hangs In")
    @Description("Name of that thread")
    @Nullable String hangingThread;

    @Label("Pipeline")
    @Description("Handlers of the engine's channel, where no frame is the application's")
    @Nullable String pipeline;

    @Label("Count")
    @Description("Running number in the site; 0 if suppressed")
    long count;

    @Label("Adopted")
    @Description("Whether the session is older than the agent")
    boolean adopted;

    @Label("Finalizer")
    @Description("Whether a finalizer closed it, or began to")
    boolean finalizer;

    @Label("Known Behaviour")
    @Nullable String known;

    @Label("Suppressed By")
    @Nullable String suppressedBy;

    @Label("Error")
    @Nullable String error;

    @Label("Service")
    @Description("Label of the process; all labels are in tlsleak.Labels")
    @Nullable String service;
}
