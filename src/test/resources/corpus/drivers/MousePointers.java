package corpus.drivers;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A pointer that a window system lends needs no import here, and is no cursor of a database. */
final class MousePointers {
    void pointOk(Composite parent) {
        Label label = new Label(parent, SWT.NONE);
        label.setCursor(parent.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
    }

    void ofAParserOk(Grammar grammar) {
        TokenCursor cursor = grammar.createCursor();
        cursor.skip(1);
    }
}
