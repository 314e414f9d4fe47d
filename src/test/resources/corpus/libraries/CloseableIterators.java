package corpus.libraries;

import com.acme.graph.CloseableEdgeIterator;
import com.acme.graph.Graph;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.sail.SailConnection;

/** Iterators that hold a connection. */
final class CloseableIterators {
    int countBad(SailConnection connection) {
        CloseableIteration<? extends Statement> found = connection.getStatements(null, null, null, true); // LEAK: never-closed
        int count = 0;
        while (found.hasNext()) {
            found.next();
            count++;
        }
        return count;
    }

    int countOk(SailConnection connection) {
        int count = 0;
        try (CloseableIteration<? extends Statement> found = connection.getStatements(null, null, null, true)) {
            while (found.hasNext()) {
                found.next();
                count++;
            }
        }
        return count;
    }

    boolean firstBad(Graph graph) {
        CloseableEdgeIterator edges = graph.edges(); // LEAK: not-closed-on-path
        if (!edges.hasNext()) {
            return false;
        }
        edges.close();
        return true;
    }
}
