package corpus.typing;

import java.sql.*;
import java.util.*;
import javax.sql.*;

/** Names that only a star import explains. */
final class StarImports {
    private final DataSource source;

    StarImports(DataSource source) {
        this.source = source;
    }

    List<String> namesOk() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM users")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    Date todayBad() throws SQLException {
        Connection connection = source.getConnection(); // LEAK: never-closed
        ResultSet rows = connection.createStatement().executeQuery("SELECT current_date"); // LEAK: temporary-never-closed // LEAK: never-closed
        rows.next();
        return rows.getTimestamp(1);
    }
}
