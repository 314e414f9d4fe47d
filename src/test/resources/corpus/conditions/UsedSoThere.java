package corpus.conditions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchResult;

/** What something was opened from was there. */
final class UsedSoThere {
    interface Shop {
        PreparedStatement lookup(String sql) throws SQLException;

        InitialDirContext directory() throws NamingException;
    }

    int rowsGoWithTheUnseenStatementOk(Shop shop) throws SQLException {
        int sum = 0;
        try (PreparedStatement statement = shop.lookup("SELECT price FROM basket")) {
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                sum += rows.getInt(1);
            }
        }
        return sum;
    }

    int askedAgainOk(Shop shop) throws NamingException {
        InitialDirContext directory = null;
        int found = 0;
        try {
            directory = shop.directory();
            NamingEnumeration<SearchResult> users = directory.search("", "(uid=*)", null);
            while (users.hasMore()) {
                users.next();
                found++;
            }
        } finally {
            if (directory != null) {
                directory.close();
            }
        }
        return found;
    }

    int notFromItBad(Shop shop, Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT 1"); // LEAK: not-closed-on-exception
        PreparedStatement other = shop.lookup("SELECT 2");
        if (other != null) {
            other.close();
        }
        statement.close();
        return 1;
    }
}
