package io.github.tlsleak.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a test, or all tests of a class, leak TLS sessions. They are counted, and the number is
 * printed at the end of the run.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface TlsLeaksAllowed {

    /** Why the leaks are not to be mended, such as the link of a bug report. Not blank. */
    String value();
}
