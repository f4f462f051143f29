package io.github.tlsleak.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test fail that leaks a TLS session: on a class for all of its tests and its subclasses'
 * and nested classes', on a method for that one, on an annotation of your own for what has that.
 *
 * <p>What is not said here is as the configuration parameters {@code tlsleak.junit.*} say.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(TlsLeaksExtension.class)
public @interface NoTlsLeaks {

    /** The mildest finding that makes a test fail. */
    FailOn severity() default FailOn.CONFIGURED;

    /** When garbage is collected and looked for leaks. */
    CheckAfter check() default CheckAfter.CONFIGURED;

    /** Whether sessions of a test that are still open at its end make it fail, too. */
    boolean open() default false;

    /** Whether tests fail where there can be no agent. Otherwise they run unchecked. */
    boolean required() default false;
}
