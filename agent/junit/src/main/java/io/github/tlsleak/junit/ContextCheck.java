package io.github.tlsleak.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The check of one test, or of one class, as a resource that JUnit closes. Used by the thread of
 * that test.
 */
final class ContextCheck implements Store.CloseableResource, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(ContextCheck.class);

    private final ExtensionContext context;

    /** The scopes that this began, as there is no listener; the outermost comes first. */
    private final List<String> begun = new ArrayList<>();

    private @Nullable Guard guard;

    private ContextCheck(ExtensionContext context) {
        this.context = context;
    }

    /** The check of a context: the same one each time. */
    static ContextCheck of(ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        // the id, because a store knows the keys of its parent's, too
        return store.getOrComputeIfAbsent(
                context.getUniqueId(), id -> new ContextCheck(context), ContextCheck.class);
    }

    /**
     * The test begins: brings the agent, if need be.
     *
     * @throws JUnitException if a parameter is wrong
     * @throws org.opentest4j.AssertionFailedError if there is no agent, and one is required
     */
    void begin() {
        if (guard != null) {
            return;
        }
        Settings settings = settings();
        if (!settings.enabled || !AgentInJvm.start(settings)) {
            return;
        }
        RunCheck.in(context, settings);
        beginScopes(context);
        if (isTopClass()) {
            CurrentRun.CLASSES.add(context.getUniqueId());
        }
        Guard fresh = new Guard(context.getUniqueId(), ScopeNames.of(context), settings, allowed());
        CurrentRun.GUARDS.put(fresh.id, fresh);
        guard = fresh;
        Constructions.adopt(context, fresh);
    }

    /** The test is over. */
    @Override
    public void close() {
        Guard over = guard;
        if (over == null) {
            return;
        }
        try {
            if (context.getTestMethod().isPresent()) {
                Check.test(over, Constructions.scopes(over.id), () -> InstanceRelease.of(context));
            } else {
                InstanceRelease.of(context);
                Check.container(over, isAlone());
            }
        } finally {
            CurrentRun.CLASSES.remove(over.id);
            for (int i = begun.size(); i-- > 0; ) {
                Scopes.end(begun.get(i));
            }
        }
    }

    private boolean isTopClass() {
        return context.getTestClass().isPresent()
                && !context.getTestMethod().isPresent()
                && context.getParent().equals(Optional.of(context.getRoot()));
    }

    private boolean isAlone() {
        for (String running : CurrentRun.CLASSES) {
            if (!Guards.isWithin(context.getUniqueId(), running)) {
                return false;
            }
        }
        return true;
    }

    /** Without a listener. Parents first: the agent must know them. */
    private void beginScopes(ExtensionContext scope) {
        if (CurrentRun.isListened()) {
            return;
        }
        scope.getParent().ifPresent(this::beginScopes);
        String parent = scope.getParent().map(ExtensionContext::getUniqueId).orElse(null);
        boolean container = !scope.getTestMethod().isPresent();
        Scopes.begin(scope.getUniqueId(), parent, ScopeNames.of(scope), container);
        if (scope == context) {
            begun.add(scope.getUniqueId());
        }
    }

    private Settings settings() {
        Settings settings = Settings.of(context::getConfigurationParameter);
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            Optional<NoTlsLeaks> annotation =
                    AnnotationSupport.findAnnotation(at.getElement(), NoTlsLeaks.class);
            if (annotation.isPresent()) {
                return settings.with(annotation.get());
            }
        }
        return settings;
    }

    private @Nullable String allowed() {
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            Optional<TlsLeaksAllowed> annotation =
                    AnnotationSupport.findAnnotation(at.getElement(), TlsLeaksAllowed.class);
            if (annotation.isPresent()) {
                String reason = annotation.get().value().trim();
                if (reason.isEmpty()) {
                    throw new JUnitException(
                            "@TlsLeaksAllowed on " + ScopeNames.of(at) + " gives no reason");
                }
                return reason;
            }
        }
        return null;
    }
}
