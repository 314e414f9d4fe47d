package corpus.typing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is checked for null keeps its type; what is called a connection has metadata of one. */
final class CheckedForNull {
    private final JdbcTemplate template;
    private final UnseenRule rule;

    CheckedForNull(JdbcTemplate template, UnseenRule rule) {
        this.template = template;
        this.rule = rule;
    }

    void commitBad() throws SQLException {
        Connection connection = Objects.requireNonNull(template.getDataSource()).getConnection(); // LEAK: never-closed
        connection.commit();
    }

    void commitOk() throws SQLException {
        try (Connection connection = Objects.requireNonNull(template.getDataSource()).getConnection()) {
            connection.commit();
        }
    }

    boolean hasColumnsBad() throws SQLException {
        try (ResultSet columns = rule.openConnection("store").getMetaData().getColumns(null, null, "%", null)) { // LEAK: temporary-never-closed possible
            return columns.next();
        }
    }

    boolean hasColumnsOk() throws SQLException {
        try (Connection connection = rule.openConnection("store");
                ResultSet columns = connection.getMetaData().getColumns(null, null, "%", null)) {
            return columns.next();
        }
    }
}
