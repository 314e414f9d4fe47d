package corpus.libraries;

import java.io.IOException;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionManager;

/** A manager closes its sessions by itself. */
final class MyBatisAutoClosed {
    int managedOk(SqlSessionManager manager) {
        return manager.insert("visits.insert", "x");
    }

    int closedOk(SqlSessionFactory factory) {
        SqlSession session = factory.openSession(true);
        try {
            return session.insert("visits.insert", "x");
        } finally {
            session.close();
        }
    }

    int rollbackBad(SqlSessionFactory factory) throws IOException {
        SqlSession session = factory.openSession(false); // LEAK: not-closed-on-path
        int changed = 0;
        try {
            changed = session.insert("visits.insert", "x");
        } catch (RuntimeException e) {
            session.rollback();
            session.close();
            throw new IOException(e);
        }
        if (changed == 0) {
            session.close();
        }
        return changed;
    }
}
