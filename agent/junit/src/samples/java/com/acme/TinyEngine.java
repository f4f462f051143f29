package com.acme;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** Another engine than Jupiter, as Spock and Kotest have their own. Its one test leaks. */
public final class TinyEngine implements TestEngine {

    /** Called by JUnit. */
    public TinyEngine() {}

    @Override
    public String getId() {
        return "tiny";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor engine = new EngineDescriptor(id, "Tiny");
        engine.addChild(new Leak(id.append("test", "leak")));
        return engine;
    }

    @Override
    public void execute(ExecutionRequest request) {
        EngineExecutionListener listener = request.getEngineExecutionListener();
        TestDescriptor root = request.getRootTestDescriptor();
        listener.executionStarted(root);
        for (TestDescriptor test : root.getChildren()) {
            listener.executionStarted(test);
            Opening.SOCKET.run();
            listener.executionFinished(test, TestExecutionResult.successful());
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    private static final class Leak extends AbstractTestDescriptor {

        Leak(UniqueId id) {
            super(id, "a leak of Tiny");
        }

        @Override
        public Type getType() {
            return Type.TEST;
        }
    }
}
