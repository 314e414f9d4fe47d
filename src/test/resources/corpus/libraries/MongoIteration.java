package corpus.libraries;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Iteration by the driver, and by hand. */
final class MongoIteration {
    List<Document> intoOk(MongoCollection<Document> visits) {
        return visits.find().into(new ArrayList<>());
    }

    void forEachOk(MongoCollection<Document> visits) {
        visits.find().forEach(document -> System.out.println(document.toJson()));
    }

    int namesBad(MongoDatabase database) {
        MongoCursor<Document> cursor = database.listCollections().iterator(); // LEAK: not-closed-on-exception
        int names = 0;
        while (cursor.hasNext()) {
            names += cursor.next().size();
        }
        cursor.close();
        return names;
    }

    boolean earlyBad(MongoCollection<Document> visits) {
        MongoCursor<Document> cursor = visits.find().iterator(); // LEAK: not-closed-on-path
        while (cursor.hasNext()) {
            if (cursor.next().containsKey("open")) {
                return true;
            }
        }
        cursor.close();
        return false;
    }
}
