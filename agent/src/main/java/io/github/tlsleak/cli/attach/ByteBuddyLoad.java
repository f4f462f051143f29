package io.github.tlsleak.cli.attach;

import java.io.File;
import java.io.IOException;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.ByteBuddyAgent.AttachmentProvider;

/**
 * Attaches with the API of the JDK, or with byte-buddy's own code if this Java has no such API (a
 * JRE). Used by one thread.
 */
final class ByteBuddyLoad implements AgentLoad {

    /** The providers that need nothing but the JDK. */
    static final AttachmentProvider JDK =
            new AttachmentProvider.Compound(
                    AttachmentProvider.ForModularizedVm.INSTANCE,
                    AttachmentProvider.ForStandardToolsJarVm.JVM_ROOT,
                    AttachmentProvider.ForStandardToolsJarVm.JDK_ROOT,
                    AttachmentProvider.ForStandardToolsJarVm.MACINTOSH);

    @Override
    public void load(long pid, File jar, String arguments) throws IOException {
        String id = Long.toString(pid);
        if (JDK.attempt().isAvailable()) {
            ByteBuddyAgent.attach(jar, id, arguments, JDK);
        } else if (System.getProperty("os.name").startsWith("Linux")) {
            new EmulatedLoad().load(pid, jar, arguments);
        } else {
            AttachmentProvider emulated = AttachmentProvider.ForEmulatedAttachment.INSTANCE;
            ByteBuddyAgent.attach(jar, id, arguments, emulated);
        }
    }
}
