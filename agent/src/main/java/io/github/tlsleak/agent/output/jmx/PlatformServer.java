package io.github.tlsleak.agent.output.jmx;

import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** The MBean server of the platform, if there is one. Stateless. */
final class PlatformServer {

    /** An MBean that only the platform's server has, from its start on. */
    private static final String MARK = "java.lang:type=Runtime";

    private PlatformServer() {}

    /**
     * Registers a bean with the server if it exists; does not create the server.
     *
     * <p>A look at the factory's list of servers loads neither logging nor the server's classes.
     *
     * @return what unregisters the bean, or null if there is no server yet
     * @throws IllegalStateException with a message for the user if the name is taken
     */
    static @Nullable Runnable register(Object bean, String name) throws JMException {
        ObjectName own = new ObjectName(name);
        MBeanServer server = find();
        if (server == null) {
            return null;
        }
        try {
            server.registerMBean(bean, own);
        } catch (InstanceAlreadyExistsException e) {
            throw new IllegalStateException("another " + name + " is registered", e);
        }
        return () -> unregister(server, own);
    }

    private static @Nullable MBeanServer find() throws JMException {
        ObjectName mark = new ObjectName(MARK);
        for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
            if (server.isRegistered(mark)) {
                return server;
            }
        }
        return null;
    }

    private static void unregister(MBeanServer server, ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            // somebody else has unregistered it
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
