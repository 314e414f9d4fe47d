package corpus.libraries;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Clients of MongoDB, and cursors over its collections. */
final class MongoClientsAndCursors {
    long countOk(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            return client.getDatabase("shop").getCollection("visits").countDocuments();
        }
    }

    long countBad(String uri) {
        MongoClient client = MongoClients.create(uri); // LEAK: never-closed
        MongoDatabase database = client.getDatabase("shop");
        return database.getCollection("visits").countDocuments();
    }

    List<Document> allOk(MongoCollection<Document> visits) {
        List<Document> all = new ArrayList<>();
        try (MongoCursor<Document> cursor = visits.find().sort(new Document("at", 1)).iterator()) {
            while (cursor.hasNext()) {
                all.add(cursor.next());
            }
        }
        return all;
    }

    Document firstBad(MongoCollection<Document> visits) {
        MongoCursor<Document> cursor = visits.find(new Document("open", true)).iterator(); // LEAK: never-closed
        return cursor.hasNext() ? cursor.next() : null;
    }

    Document firstOk(MongoCollection<Document> visits) {
        return visits.find(new Document("open", true)).first();
    }

    int aggregateBad(MongoDatabase database, List<Document> stages) {
        MongoCursor<Document> cursor = database.getCollection("visits").aggregate(stages).batchSize(100).cursor(); // LEAK: not-closed-on-exception
        int seen = 0;
        while (cursor.hasNext()) {
            cursor.next();
            seen++;
        }
        cursor.close();
        return seen;
    }

    void watchBad(MongoCollection<Document> visits) {
        var changes = visits.watch().cursor(); // LEAK: never-closed
        System.out.println(changes.tryNext());
    }
}
