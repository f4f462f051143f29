package io.github.tlsleak.agent.site;

import io.github.tlsleak.common.verdict.Resource;

/**
 * What sessions made by the same code have in common. Many sessions share one instance. Immutable.
 */
public final class Origin {

    /** The stack that makes them. */
    public final CallStack stack;

    public final Site site;
    public final Resource resource;

    /** The name and not the class, because a record must not hold the application's loader. */
    public final String className;

    public Origin(CallStack stack, Resource resource, String className) {
        this.stack = stack;
        this.site = stack.site(resource);
        this.resource = resource;
        this.className = className;
    }

    boolean matches(Resource otherResource, String otherClass) {
        return resource == otherResource && className.equals(otherClass);
    }
}
