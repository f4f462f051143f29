package io.github.tlsleak.apps.agents;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * An agent that prints the version of each class file of tlsleak that it is asked about. Agents
 * that look at a class's parents fail where its version is newer than the JVM's, and say so. Called
 * once, at start.
 */
public final class ClassVersions {
    private ClassVersions() {}

    public static void premain(String argument, Instrumentation instrumentation) {
        instrumentation.addTransformer(new Printer());
    }

    /** Changes nothing. */
    private static final class Printer implements ClassFileTransformer {

        @Override
        public byte[] transform(
                ClassLoader loader,
                String name,
                Class<?> redefined,
                ProtectionDomain domain,
                byte[] file) {
            if (name != null && name.startsWith("io/github/tlsleak/agent/")) {
                System.out.println("class " + (file[7] & 0xff) + ' ' + name);
            }
            return null;
        }
    }
}
