package corpus.factories;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import shop.unseen.Context;

/** What makes statements need not be a connection. */
final class AsksAFactory {
    private final Context context;

    AsksAFactory(Context context) {
        this.context = context;
    }

    Statement wrappedOk(Connection connection) throws SQLException {
        return context.source().getStatementFactory().createStatement(this, connection);
    }

    int countBad() throws SQLException {
        Statement statement = context.source().getConnection().createStatement(); // LEAK: not-closed-on-exception
        int count = statement.executeUpdate("DELETE FROM basket");
        statement.close();
        return count;
    }
}
