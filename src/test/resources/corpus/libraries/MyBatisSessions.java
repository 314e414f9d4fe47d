package corpus.libraries;

import java.util.List;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/** Sessions of MyBatis and their mappers. */
final class MyBatisSessions {
    interface VisitMapper {
        List<String> all();
    }

    List<String> allOk(SqlSessionFactory factory) {
        try (SqlSession session = factory.openSession()) {
            return session.getMapper(VisitMapper.class).all();
        }
    }

    List<String> allBad(SqlSessionFactory factory) {
        SqlSession session = factory.openSession(); // LEAK: never-closed
        return session.getMapper(VisitMapper.class).all();
    }

    List<String> chainedBad(SqlSessionFactory factory) {
        return factory.openSession().getMapper(VisitMapper.class).all(); // LEAK: temporary-never-closed
    }

    void batchBad(SqlSessionFactory factory, List<String> names) {
        SqlSession session = factory.openSession(ExecutorType.BATCH); // LEAK: not-closed-on-exception
        try {
            for (String name : names) {
                session.insert("visits.insert", name);
            }
            session.commit();
            session.close();
        } catch (RuntimeException e) {
            session.rollback();
        }
    }

    int cursorOk(SqlSession session) {
        int seen = 0;
        try (Cursor<String> names = session.selectCursor("visits.names")) {
            for (String name : names) {
                seen += name.length();
            }
        } catch (java.io.IOException e) {
            return -1;
        }
        return seen;
    }

    int cursorBad(SqlSession session) {
        int seen = 0;
        Cursor<String> names = session.selectCursor("visits.names"); // LEAK: never-closed
        for (String name : names) {
            seen += name.length();
        }
        return seen;
    }
}
