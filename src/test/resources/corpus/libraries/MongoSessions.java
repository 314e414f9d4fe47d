package corpus.libraries;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** A session is taken from the client's pool. */
final class MongoSessions {
    void transferOk(MongoClient client, MongoCollection<Document> accounts) {
        try (ClientSession session = client.startSession()) {
            session.withTransaction(() -> accounts.insertOne(session, new Document("sum", 1)));
        }
    }

    void transferBad(MongoClient client, MongoCollection<Document> accounts) {
        ClientSession session = client.startSession(); // LEAK: not-closed-on-exception
        session.startTransaction();
        accounts.insertOne(session, new Document("sum", 1));
        session.commitTransaction();
        session.close();
    }

    void abortBad(MongoClient client, MongoCollection<Document> accounts) {
        ClientSession session = client.startSession(); // LEAK: never-closed
        try {
            session.startTransaction();
            accounts.insertOne(session, new Document("sum", 1));
            session.commitTransaction();
        } catch (RuntimeException e) {
            session.abortTransaction();
        }
    }
}
