package io.github.tlsleak.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks tests whose programs run on the build's own JDK, whatever {@code -Dtlsleak.jdks} names. A
 * run over many JDKs leaves them out with {@code -DexcludedGroups=own-jdk}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("own-jdk")
public @interface OwnJdkOnly {}
