package corpus.factories;

import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** A session of a class that can't be seen, named after the library's type and declared as it. */
final class HouseSessions {
    void saveBad(Object city) {
        SqlSession session = new RoutingSqlSession("cities"); // LEAK: not-closed-on-exception
        session.insert("city", city);
        session.close();
    }

    List<Object> listBad() {
        SqlSession session = new RoutingSqlSession("cities"); // LEAK: never-closed possible
        return session.selectList("city");
    }

    List<Object> listOk() {
        try (SqlSession session = new RoutingSqlSession("cities")) {
            return session.selectList("city");
        }
    }

    SqlSession wrappedOk(SqlSession session) {
        SqlSession counting = new CountingSqlSession(session);
        return counting;
    }
}
