package io.github.tlsleak.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A page in a browser, used by mouse and keyboard, as a reader uses it. */
public final class BrowserPage implements AutoCloseable {

    private static final int DEADLINE_MILLIS = 60_000;

    private final DevTools tools;
    private boolean scripts = true;

    BrowserPage(DevTools tools) {
        this.tools = tools;
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            tools.send(domain + ".enable");
        }
    }

    /** Opens a file and waits until it is loaded. */
    public BrowserPage open(Path file) throws InterruptedException {
        tools.events().clear();
        tools.send("Page.navigate", "url", file.toAbsolutePath().toUri().toString());
        await("document.readyState === 'complete' && location.protocol === 'file:'");
        return this;
    }

    /** Opens an address of a server and waits until the page is loaded. */
    public BrowserPage open(URI address) throws InterruptedException {
        tools.events().clear();
        tools.send("Page.navigate", "url", address.toString());
        await("document.readyState === 'complete' && location.protocol === 'http:'");
        return this;
    }

    /** Whether the scripts of pages that are opened from now on run. */
    public BrowserPage scripts(boolean run) {
        scripts = run;
        tools.send("Emulation.setScriptExecutionDisabled", "value", !run);
        return this;
    }

    /** The page as it is printed, a PDF. */
    public byte[] print() {
        JsonNode pdf = tools.send("Page.printToPDF", "preferCSSPageSize", true);
        return Base64.getDecoder().decode(pdf.get("data").asText());
    }

    public BrowserPage size(int width, int height) {
        tools.send(
                "Emulation.setDeviceMetricsOverride",
                "width",
                width,
                "height",
                height,
                "deviceScaleFactor",
                1,
                "mobile",
                width < 600);
        return this;
    }

    /** The colour scheme that the system prefers: {@code light} or {@code dark}. */
    public BrowserPage scheme(String name) {
        List<Map<String, String>> features =
                List.of(Map.of("name", "prefers-color-scheme", "value", name));
        tools.send("Emulation.setEmulatedMedia", "features", features);
        return this;
    }

    /** Shows the page as it is printed, or as on a screen. */
    public BrowserPage paper(boolean printed) {
        tools.send("Emulation.setEmulatedMedia", "media", printed ? "print" : "");
        return this;
    }

    /** The value of a JavaScript expression. */
    public JsonNode eval(String expression) {
        return evaluate("expression", expression, "returnByValue", true, "awaitPromise", true);
    }

    /**
     * The value of a JavaScript expression in a world of its own, after a script. It sees the
     * page's elements, but the page's content policy does not bind it.
     */
    JsonNode apart(String script, String expression) {
        JsonNode frame = tools.send("Page.getFrameTree").at("/frameTree/frame/id");
        JsonNode world = tools.send("Page.createIsolatedWorld", "frameId", frame);
        JsonNode context = world.get("executionContextId");
        evaluate("contextId", context, "expression", script);
        return evaluate(
                "contextId",
                context,
                "expression",
                expression,
                "returnByValue",
                true,
                "awaitPromise",
                true);
    }

    private JsonNode evaluate(Object... parameters) {
        JsonNode answer = tools.send("Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    public String text(String selector) {
        return eval("document.querySelector(`" + selector + "`).innerText").asText();
    }

    public int count(String selector) {
        return eval("document.querySelectorAll(`" + selector + "`).length").asInt();
    }

    /** Waits until a JavaScript expression is true. */
    public void await(String expression) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE_MILLIS * 1_000_000L;
        while (!eval("Boolean(" + expression + ")").asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + expression + "; " + problems());
            }
            Thread.sleep(20);
        }
    }

    /** Clicks the middle of the first element that matches a selector. */
    public void click(String selector) {
        JsonNode at = middle(selector);
        mouse("mousePressed", at);
        mouse("mouseReleased", at);
    }

    /** Drags from the middle of one element to that of another. */
    public void drag(String from, String to) {
        mouse("mousePressed", middle(from));
        JsonNode at = middle(to);
        mouse("mouseMoved", at);
        mouse("mouseReleased", at);
    }

    /** The middle of an element in sight. What is drawn only when in sight may move it. */
    private JsonNode middle(String selector) {
        // without scripts nothing is drawn later, and no timer ends
        String frame = "await new Promise(done => requestAnimationFrame(() => setTimeout(done)));";
        return eval(
                "(async () => { const e = document.querySelector(`"
                        + selector
                        + "`); for (let i = 0; i < 3; i++) { e.scrollIntoView({block: 'center'}); "
                        + (scripts ? frame : "")
                        + " } const r = e.getBoundingClientRect();"
                        + " return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()");
    }

    private void mouse(String type, JsonNode at) {
        double x = at.get("x").asDouble();
        double y = at.get("y").asDouble();
        int buttons = type.equals("mouseReleased") ? 0 : 1;
        Object[] event = {
            "type", type, "x", x, "y", y, "button", "left", "buttons", buttons, "clickCount", 1
        };
        tools.send("Input.dispatchMouseEvent", event);
    }

    /** Types into the element that has the focus. */
    public void type(String text) {
        tools.send("Input.insertText", "text", text);
    }

    /** Presses a key by its DOM name. The text is what the key types, or empty. */
    public void press(String key, String text) {
        key("keyDown", key, text, 0);
        key("keyUp", key, "", 0);
    }

    /** Presses a key together with Shift. */
    public void shift(String key) {
        key("keyDown", key, "", 8);
        key("keyUp", key, "", 8);
    }

    private void key(String type, String key, String text, int modifiers) {
        Object[] event = {
            "type", type, "key", key, "code", key, "text", text, "modifiers", modifiers
        };
        tools.send("Input.dispatchKeyEvent", event);
    }

    /** Chooses an option of a select element. */
    public void choose(String selector, String value) {
        eval(
                "(() => { const e = document.querySelector(`"
                        + selector
                        + "`); e.value = '"
                        + value
                        + "'; e.dispatchEvent(new Event('change', {bubbles: true})); })()");
    }

    /** Messages of the console and of the browser since the page was opened. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (JsonNode event : tools.events()) {
            JsonNode parameters = event.path("params");
            switch (event.path("method").asText()) {
                case "Runtime.exceptionThrown", "Log.entryAdded" -> problems.add(event.toString());
                case "Runtime.consoleAPICalled" -> problems.add(parameters.path("args").toString());
                default -> {}
            }
        }
        return problems;
    }

    /**
     * Addresses requested since the page was opened, without the page's own and {@code data:} ones.
     */
    public List<String> requests() {
        List<String> requests = new ArrayList<>();
        String own = eval("location.href.split('#')[0]").asText();
        for (JsonNode event : tools.events()) {
            String url = event.path("params").path("request").path("url").asText();
            if (event.path("method").asText().equals("Network.requestWillBeSent")
                    && !url.equals(own)
                    && !url.startsWith("data:")) {
                requests.add(url);
            }
        }
        return requests;
    }

    void screenshot(Path file) throws IOException {
        JsonNode shot = tools.send("Page.captureScreenshot", "format", "png");
        Files.write(file, Base64.getDecoder().decode(shot.get("data").asText()));
    }

    @Override
    public void close() {
        tools.close();
    }
}
