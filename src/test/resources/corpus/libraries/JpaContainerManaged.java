package corpus.libraries;

import jakarta.annotation.Resource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What the container injects is the container's; what is opened through it is not. */
final class JpaContainerManaged {
    @PersistenceContext
    private EntityManager manager;

    @Resource(lookup = "java:/jdbc/orders")
    private DataSource source;

    Object findOk(long id) {
        return manager.find(Object.class, id);
    }

    List<?> allOk() {
        EntityManager mine = manager;
        return mine.createQuery("select o from Order o").getResultList();
    }

    String catalogOk() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getCatalog();
        }
    }

    String catalogBad() throws SQLException {
        Connection connection = source.getConnection(); // LEAK: never-closed
        return connection.getCatalog();
    }

    long streamedOk() {
        try (Stream<?> orders = manager.createQuery("select o from Order o").getResultStream()) {
            return orders.count();
        }
    }
}
