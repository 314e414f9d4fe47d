package corpus.ownership;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What a container injects or binds is not the method's; what a factory makes is. */
class SpringManaged {
    @Autowired
    private EntityManager manager;

    @PersistenceUnit
    private EntityManagerFactory factory;

    @Transactional
    public long unwrappedOk() {
        Session session = manager.unwrap(Session.class);
        return session.createQuery("from Visit").list().size();
    }

    public String workOk() {
        return manager.unwrap(Session.class).doReturningWork(Connection::getCatalog);
    }

    @Transactional
    public Object madeBad(long id) {
        EntityManager mine = factory.createEntityManager(); // LEAK: never-closed
        return mine.find(Object.class, id);
    }

    public String lentOk(Connection connection) throws SQLException {
        return connection.getCatalog();
    }
}
