package io.github.tlsleak.track;

import io.github.tlsleak.common.verdict.Resource;

/** What sessions made by the same code have in common: one for many of them. Immutable. */
final class Origin {

    final Site site;
    final Resource resource;

    /** The class's name, not the class: a record must not pin the application's class loader. */
    final String className;

    Origin(Site site, Resource resource, String className) {
        this.site = site;
        this.resource = resource;
        this.className = className;
    }

    boolean is(Resource otherResource, String otherClass) {
        return resource == otherResource && className.equals(otherClass);
    }
}
