package corpus.modern;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** Work on threads that cost nothing, with connections that do. */
final class VirtualThreads {
    void eachOk(List<DataSource> pools) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (DataSource pool : pools) {
                executor.submit(() -> {
                    try (Connection connection = pool.getConnection()) {
                        return connection.getHoldability();
                    }
                });
            }
        }
    }

    Future<Integer> oneBad(ExecutorService executor, DataSource pool) {
        return executor.submit(() -> {
            Connection connection = pool.getConnection(); // LEAK: never-closed
            return connection.getHoldability();
        });
    }

    Thread startedBad(DataSource pool) {
        return Thread.ofVirtual().name("reader").start(() -> {
            try {
                Connection connection = pool.getConnection(); // LEAK: not-closed-on-exception
                System.out.println(connection.getCatalog());
                connection.close();
            } catch (SQLException e) {
                System.err.println(e);
            }
        });
    }
}
