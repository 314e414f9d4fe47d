package corpus.libraries;

import java.util.List;
import com.mongodb.BasicDBObject;
import com.mongodb.DBCollection;
import com.mongodb.DBCursor;
import com.mongodb.DBObject;
import com.mongodb.MongoClient;

/** The driver's first API. */
final class MongoOldDriver {
    int countOk(DBCollection visits) {
        DBCursor cursor = visits.find(new BasicDBObject("open", true)).limit(10);
        try {
            return cursor.count();
        } finally {
            cursor.close();
        }
    }

    DBObject firstBad(DBCollection visits) {
        DBCursor cursor = visits.find().sort(new BasicDBObject("at", -1)); // LEAK: never-closed
        return cursor.hasNext() ? cursor.next() : null;
    }

    String clientBad(String host) {
        MongoClient client = new MongoClient(host, 27017); // LEAK: never-closed
        return client.getDatabase("shop").getName();
    }

    List<DBObject> allOfThemOk(DBCollection cities) {
        return cities.find().toArray();
    }

    int countedOk(DBCollection cities, DBObject query) {
        return cities.find(query).count();
    }
}
