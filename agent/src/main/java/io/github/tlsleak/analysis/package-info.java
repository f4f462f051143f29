/**
 * Reads reports (JSON lines, schema 1), groups what they hold by site and says it in text. Runs in
 * the command line's JVM only. MUST NOT IMPORT anything but the JDK, the verdict package and
 * Jackson's streaming parser; keeps no line, and no table without a bound.
 */
package io.github.tlsleak.analysis;
