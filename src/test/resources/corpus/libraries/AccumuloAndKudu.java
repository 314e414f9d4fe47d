package corpus.libraries;

import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.BatchWriter;
import org.apache.accumulo.core.client.MutationsRejectedException;
import org.apache.accumulo.core.client.Scanner;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.data.Mutation;
import org.apache.accumulo.core.security.Authorizations;
import org.apache.kudu.client.KuduClient;
import org.apache.kudu.client.KuduException;
import org.apache.kudu.client.KuduSession;

/** Writers and scanners of Accumulo, clients and sessions of Kudu. */
final class AccumuloAndKudu {
    void writeBad(AccumuloClient client, Mutation mutation) throws TableNotFoundException, MutationsRejectedException {
        BatchWriter writer = client.createBatchWriter("basket"); // LEAK: not-closed-on-exception
        writer.addMutation(mutation);
        writer.close();
    }

    void writeOk(AccumuloClient client, Mutation mutation) throws TableNotFoundException, MutationsRejectedException {
        try (BatchWriter writer = client.createBatchWriter("basket")) {
            writer.addMutation(mutation);
        }
    }

    boolean scanBad(AccumuloClient client) throws TableNotFoundException {
        Scanner scanner = client.createScanner("basket", Authorizations.EMPTY); // LEAK: never-closed
        return scanner.iterator().hasNext();
    }

    void flushBad(String masters) throws KuduException {
        KuduClient client = new KuduClient.KuduClientBuilder(masters).build(); // LEAK: never-closed
        KuduSession session = client.newSession();
        session.flush();
        session.close();
    }

    void flushOk(String masters) throws KuduException {
        try (KuduClient client = new KuduClient.KuduClientBuilder(masters).build()) {
            KuduSession session = client.newSession();
            try {
                session.flush();
            } finally {
                session.close();
            }
        }
    }
}
