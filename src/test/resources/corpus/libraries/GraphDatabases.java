package corpus.libraries;

import com.orientechnologies.orient.core.db.ODatabaseSession;
import com.orientechnologies.orient.core.db.OrientDB;
import com.orientechnologies.orient.core.sql.executor.OResultSet;
import org.janusgraph.core.JanusGraph;
import org.janusgraph.core.JanusGraphFactory;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** Graph databases: sessions of OrientDB, graphs of JanusGraph, transactions of an embedded Neo4j. */
final class GraphDatabases {
    boolean sessionBad(OrientDB server) {
        ODatabaseSession session = server.open("shop", "reader", "secret"); // LEAK: not-closed-on-exception
        OResultSet rows = session.query("SELECT FROM Basket");
        boolean isThere = rows.hasNext();
        session.close();
        return isThere;
    }

    boolean sessionOk(OrientDB server) {
        try (ODatabaseSession session = server.open("shop", "reader", "secret")) {
            OResultSet rows = session.query("SELECT FROM Basket");
            return rows.hasNext();
        }
    }

    boolean graphBad(String configuration) {
        JanusGraph graph = JanusGraphFactory.open(configuration); // LEAK: never-closed
        return graph.isOpen();
    }

    boolean graphOk(String configuration) {
        JanusGraph graph = JanusGraphFactory.open(configuration);
        try {
            return graph.isOpen();
        } finally {
            graph.close();
        }
    }

    void transactionBad(GraphDatabaseService graph) {
        Transaction tx = graph.beginTx(); // LEAK: not-closed-on-exception
        tx.createNode();
        tx.close();
    }

    void transactionOk(GraphDatabaseService graph) {
        try (Transaction tx = graph.beginTx()) {
            tx.createNode();
            tx.commit();
        }
    }

    void droppedAndMadeAgainOk(String configuration, boolean isStale) {
        JanusGraph graph = JanusGraphFactory.open(configuration);
        try {
            if (isStale) {
                JanusGraphFactory.drop(graph);
                graph = JanusGraphFactory.open(configuration);
            }
        } finally {
            graph.close();
        }
    }
}
