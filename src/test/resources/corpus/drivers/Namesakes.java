package corpus.drivers;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.*;
import org.eclipse.swt.widgets.*;

/** A cursor of the mouse is no cursor of a database, and a table of a window no table of a store. */
final class Namesakes {
    private final Cursor before;

    Namesakes(Control control, Runnable work) {
        before = control.getCursor();
        control.setCursor(control.getDisplay().getSystemCursor(SWT.CURSOR_WAIT));
        work.run();
        control.setCursor(before);
    }

    void fillOk(Composite parent, Runnable work) {
        Table table = new Table(parent, SWT.BORDER);
        if (table.isDisposed()) {
            return;
        }
        work.run();
        table.dispose();
    }

    void pointOk(java.awt.Component component, Runnable work) {
        java.awt.Cursor old = component.getCursor();
        work.run();
        component.setCursor(old);
    }

    int listOfRowsOk(UnseenStore store) {
        UnseenResultSet rows = store.query("SELECT name FROM city");
        int cities = 0;
        for (int i = 0; i < rows.getRowCount(); i++) {
            cities += rows.getRow(i).isEmpty() ? 0 : 1;
        }
        return cities;
    }

    int rowByRowBad(UnseenStore store) {
        UnseenResultSet rows = store.query("SELECT name FROM city"); // LEAK: never-closed possible
        int cities = 0;
        while (rows.next()) {
            cities++;
        }
        return cities;
    }
}
