package io.github.tlsleak.it.harness;

import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;

/** A debugger that stops a program at each class that the JVM prepares. */
public final class PreparedClasses {

    /** Looks at a class while its thread is stopped. */
    @FunctionalInterface
    public interface Look {
        void at(ClassPrepareEvent event) throws Exception;
    }

    private PreparedClasses() {}

    /** Looks at every class until the JVM ends. Returns how many there were. */
    public static int watch(Debugged debugged, Look look) throws Exception {
        ClassPrepareRequest request =
                debugged.jvm().eventRequestManager().createClassPrepareRequest();
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
        // the JVM goes on when its first event is resumed
        int classes = 0;
        try {
            while (true) {
                EventSet events = debugged.next();
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        classes++;
                        look.at(prepared);
                    } else if (event instanceof VMDeathEvent) {
                        return classes;
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException e) {
            return classes;
        }
    }
}
