package corpus.libraries;

import java.util.Set;
import org.eclipse.rdf4j.common.iteration.Iterations;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.GraphQuery;
import org.eclipse.rdf4j.query.GraphQueryResult;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;

/** What is collected is closed, and what a connection answered goes with it; statements of a graph are no SQL. */
final class RdfResults {
    Set<Statement> collectedOk(RepositoryConnection connection, String query) {
        GraphQuery graph = connection.prepareGraphQuery(query);
        return QueryResults.asSet(graph.evaluate());
    }

    Set<Statement> iteratedOk(RepositoryConnection connection, String query) {
        GraphQueryResult result = connection.prepareGraphQuery(query).evaluate();
        return Iterations.asSet(result);
    }

    int withItsConnectionOk(Repository repository, String query) {
        int count = 0;
        try (RepositoryConnection connection = repository.getConnection()) {
            TupleQuery tuples = connection.prepareTupleQuery(query);
            TupleQueryResult result = tuples.evaluate();
            while (result.hasNext()) {
                result.next();
                count++;
            }
        }
        return count;
    }

    void sailBad(SailRepository repository, Resource subject, IRI predicate, Value object) {
        SailRepositoryConnection connection = repository.getConnection(); // LEAK: never-closed
        connection.add(subject, predicate, object);
    }

    void sailOk(SailRepository repository, Resource subject, IRI predicate, Value object) {
        try (SailRepositoryConnection connection = repository.getConnection()) {
            connection.add(subject, predicate, object);
        }
    }

    boolean anyBad(RepositoryConnection connection, String query) {
        TupleQueryResult result = connection.prepareTupleQuery(query).evaluate(); // LEAK: never-closed
        return result.hasNext();
    }

    void madeOk(Resource subject, IRI predicate, Value object) {
        Statement statement = SimpleValueFactory.getInstance().createStatement(subject, predicate, object);
        System.out.println(statement);
    }
}
