package corpus.factories;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import shop.unseen.Catalog;
import shop.unseen.Catalogs;
import shop.unseen.Migration;

/** Who closes only when something fails has given it away when nothing does. */
final class TakenBackOnFailure {
    Migration builtFromItOk() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop");
        try {
            Catalog catalog = Catalogs.get().find(connection);
            catalog.rename("shop");
            return new Migration(catalog);
        } catch (Exception e) {
            connection.close();
            throw new IllegalStateException(e);
        }
    }

    String notGivenAwayBad() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop"); // LEAK: not-closed-on-path
        try {
            return connection.getCatalog();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
