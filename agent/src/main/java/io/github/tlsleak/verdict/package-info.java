/**
 * From state to verdict, severity, hint, owner and suppression: pure functions and their data
 * files. Runs in the agent's own class loader (and in the command line's). MUST NOT IMPORT anything
 * but the JDK, and of the JDK nothing that opens sockets, logs or starts threads.
 */
package io.github.tlsleak.verdict;
