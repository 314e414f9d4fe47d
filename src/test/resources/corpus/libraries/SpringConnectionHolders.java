package corpus.libraries;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** A connection of a template's source, got and given back by hand. */
final class SpringConnectionHolders {
    private final JdbcTemplate template;

    SpringConnectionHolders(JdbcTemplate template) {
        this.template = template;
    }

    void rawBad() throws SQLException {
        DataSource source = template.getDataSource();
        Connection connection = source.getConnection(); // LEAK: never-closed
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
        }
    }

    void chainedBad() throws SQLException {
        Connection connection = template.getDataSource().getConnection(); // LEAK: not-closed-on-exception
        connection.commit();
        connection.close();
    }

    void heldOk() throws SQLException {
        Connection connection = DataSourceUtils.getConnection(template.getDataSource());
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
        } finally {
            DataSourceUtils.releaseConnection(connection, template.getDataSource());
        }
    }
}
