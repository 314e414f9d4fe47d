package corpus.modern;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Lambdas in lambdas. */
final class NestedLambdas {
    Supplier<Callable<Integer>> innerBad(DataSource pool) {
        return () -> () -> {
            Connection connection = pool.getConnection(); // LEAK: never-closed
            return connection.getHoldability();
        };
    }

    Supplier<Callable<Integer>> innerOk(DataSource pool) {
        return () -> () -> {
            try (Connection connection = pool.getConnection()) {
                return connection.getHoldability();
            }
        };
    }

    List<Integer> mappedBad(List<DataSource> pools, Function<SQLException, RuntimeException> wrapper) {
        return pools.stream()
                .map(pool -> {
                    try {
                        Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
                        int holdability = connection.getHoldability();
                        connection.close();
                        return holdability;
                    } catch (SQLException e) {
                        throw wrapper.apply(e);
                    }
                })
                .toList();
    }

    Runnable outerClosesOk(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        Runnable cleanup = () -> List.of(statement).forEach(each -> {
            try {
                each.close();
            } catch (SQLException e) {
                System.err.println(e);
            }
        });
        return cleanup;
    }
}
