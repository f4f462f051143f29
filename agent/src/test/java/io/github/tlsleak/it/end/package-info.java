/** What is found at the end: of a test, of a JVM. */
package io.github.tlsleak.it.end;
