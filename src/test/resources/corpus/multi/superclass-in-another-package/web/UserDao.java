package web;

import core.AbstractDao;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

final class UserDao extends AbstractDao {
    UserDao(DataSource source) {
        super(source);
    }

    int countOk() throws SQLException {
        Connection connection = null;
        PreparedStatement statement = null;
        ResultSet rows = null;
        try {
            connection = connect();
            statement = connection.prepareStatement("SELECT count(*) FROM users");
            rows = statement.executeQuery();
            return rows.next() ? rows.getInt(1) : 0;
        } finally {
            release(rows, statement, connection);
        }
    }

    int countBad() throws SQLException {
        Connection connection = null;
        PreparedStatement statement = null;
        try {
            connection = connect(); // LEAK: never-closed
            statement = connection.prepareStatement("SELECT count(*) FROM users");
            return statement.executeUpdate();
        } finally {
            release(null, statement, null);
        }
    }
}
