/** Every scenario, provider, library, mistake and bug of test-apps, on every JDK. */
package io.github.tlsleak.it.matrix;
