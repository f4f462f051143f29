/** A headless browser, and the HTML reports that it shows. */
package io.github.tlsleak.it.browser;
