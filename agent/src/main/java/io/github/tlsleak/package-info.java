/**
 * The entry classes and the isolating class loader. The application's loader sees nothing else.
 *
 * <p>Loaded by the application loader. IMPORTS THE JDK ONLY; no static state, no logger.
 */
@NullMarked
package io.github.tlsleak;

import org.jspecify.annotations.NullMarked;
