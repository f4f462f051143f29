package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.cli.report.model.stack.FoldedStack;
import io.github.tlsleak.cli.report.model.stack.StackPart;
import java.io.IOException;
import java.util.List;

/** Writes stacks, with a mark at the headline frame. Used by one thread. */
final class StackText {

    private final TextStyle look;
    private final TextOut out;
    private boolean folded;

    StackText(TextStyle look, TextOut out) {
        this.look = look;
        this.out = out;
    }

    /** Whether frames of a stack were folded. */
    boolean folded() {
        return folded;
    }

    void write(ReportedSite site, String indent) throws IOException {
        List<StackPart> parts =
                look.full
                        ? FoldedStack.whole(site.stack(), site.frameIndex())
                        : FoldedStack.of(site.stack(), site.frameIndex());
        for (StackPart part : parts) {
            if (part.isFolded()) {
                folded = true;
                out.line(TextOut.Style.FAINT, indent + "    ... " + part.text);
            } else if (part.responsible) {
                out.frame(TextOut.Style.BOLD, indent + "  > ", part.text);
            } else {
                out.frame(TextOut.Style.PLAIN, indent + "    ", part.text);
            }
        }
    }
}
