/**
 * Finding JVMs, and asking the tlsleak in one of them: runs in the command line's JVM only.
 *
 * <p>Imports the JDK and byte-buddy-agent, nothing of ours. Whatever it reads about another process
 * may be gone, cut or made up by that process: reading never fails, it finds nothing.
 */
package io.github.tlsleak.cli.attach;
