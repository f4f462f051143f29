package io.github.tlsleak.agent.site;

import io.github.tlsleak.common.verdict.Resource;

/** What sessions made by the same code have in common: one for many of them. Immutable. */
public final class Origin {

    public final Site site;
    public final Resource resource;

    /** The class's name, not the class: a record must not pin the application's class loader. */
    public final String className;

    public Origin(Site site, Resource resource, String className) {
        this.site = site;
        this.resource = resource;
        this.className = className;
    }

    boolean is(Resource otherResource, String otherClass) {
        return resource == otherResource && className.equals(otherClass);
    }
}
