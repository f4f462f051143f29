/**
 * The entry classes and the isolating class loader. The application's loader sees nothing else.
 *
 * <p>Loaded by the application loader. IMPORTS THE JDK ONLY; no static state, no logger.
 */
package io.github.tlsleak;
