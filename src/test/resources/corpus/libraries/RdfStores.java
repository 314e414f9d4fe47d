package corpus.libraries;

import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.query.Query;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;

/** Queries of triple stores. */
final class RdfStores {
    boolean jenaBad(String service, String query) {
        QueryExecution execution = QueryExecutionFactory.sparqlService(service, query); // LEAK: not-closed-on-exception
        boolean answer = execution.execAsk();
        execution.close();
        return answer;
    }

    boolean jenaOk(String service, String query) {
        try (QueryExecution execution = QueryExecutionFactory.sparqlService(service, query)) {
            return execution.execAsk();
        }
    }

    boolean tupleBad(TupleQuery query) {
        TupleQueryResult rows = query.evaluate(); // LEAK: never-closed
        return rows.hasNext();
    }

    boolean tupleOk(TupleQuery query) {
        try (TupleQueryResult rows = query.evaluate()) {
            return rows.hasNext();
        }
    }

    boolean madeByItselfBad(Query query, Dataset cities) {
        QueryExecution execution = QueryExecution.create(query, cities); // LEAK: never-closed possible
        return execution.execAsk();
    }

    boolean builtBad(String query, Dataset cities) {
        QueryExecution execution = QueryExecution.create().query(query).dataset(cities).build(); // LEAK: never-closed possible
        return execution.execAsk();
    }

    boolean builtOk(String query, Dataset cities) {
        try (QueryExecution execution =
                QueryExecution.create().query(query).dataset(cities).build()) {
            return execution.execAsk();
        }
    }

    boolean connectedBad(String service, String query) {
        RDFConnection connection = RDFConnection.connect(service); // LEAK: not-closed-on-exception
        try (QueryExecution execution = connection.query(query)) {
            return execution.execAsk();
        } finally {
            connection.load("cities.ttl");
            connection.close();
        }
    }

    boolean connectedOk(String service, String query) {
        try (RDFConnection connection = RDFConnection.connect(service);
                QueryExecution execution = connection.query(query)) {
            return execution.execAsk();
        }
    }
}
