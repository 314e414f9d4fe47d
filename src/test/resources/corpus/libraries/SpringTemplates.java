package corpus.libraries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The template closes what it opens; what a callback opens is the callback's. */
final class SpringTemplates {
    private final JdbcTemplate template;

    SpringTemplates(JdbcTemplate template) {
        this.template = template;
    }

    List<Map<String, Object>> rowsOk() {
        return template.queryForList("SELECT * FROM visits");
    }

    Integer callbackOk() {
        return template.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM visits")) {
                return statement.executeUpdate();
            }
        });
    }

    Integer callbackBad() {
        return template.execute((Connection connection) -> {
            PreparedStatement statement = connection.prepareStatement("DELETE FROM visits"); // LEAK: not-closed-on-exception
            int deleted = statement.executeUpdate();
            statement.close();
            return deleted;
        });
    }

    int creatorOk(long id) {
        return template.update(connection -> {
            PreparedStatement statement = connection.prepareStatement("DELETE FROM visits WHERE id = ?");
            return statement;
        });
    }

    Integer extractorOk() {
        return template.query("SELECT 1", (ResultSet rows) -> rows.next() ? 1 : 0);
    }

    Integer nestedQueryBad() {
        return template.query("SELECT id FROM visits", (ResultSet rows) -> {
            ResultSet more = rows.getStatement().getConnection().createStatement().executeQuery("SELECT 2"); // LEAK: temporary-never-closed // LEAK: never-closed
            return more.next() ? 1 : 0;
        });
    }
}
