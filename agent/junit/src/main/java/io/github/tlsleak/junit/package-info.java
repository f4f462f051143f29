/**
 * Tests that leak a TLS session fail: an extension of JUnit Jupiter and a listener of the JUnit
 * Platform. Public are the annotations and their values; all else is public for JUnit alone.
 */
@NullMarked
package io.github.tlsleak.junit;

import org.jspecify.annotations.NullMarked;
