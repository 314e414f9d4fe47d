package corpus.libraries;

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
}
