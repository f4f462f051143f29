/**
 * Entry class and isolating class loader: all that the application's loader sees of the agent.
 *
 * <p>Loaded by the application loader. IMPORTS THE JDK ONLY; no static state, no logger.
 */
package io.github.tlsleak;
