package corpus.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javax.jcr.Repository;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** What an object holds that a thread runs is closed by it when it runs. */
final class RunByAThread {
    void threadsOk(Repository repository, int count) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(new Thread(new Writer(repository.login())));
        }
        for (Thread thread : threads) {
            thread.start();
        }
    }

    void executorOk(Repository repository, ExecutorService executor) throws Exception {
        executor.submit(new Writer(repository.login()));
    }

    void carelessBad(Repository repository, ExecutorService executor) throws Exception {
        executor.submit(new Reader(repository.login())); // LEAK: temporary-never-closed possible
    }

    private static final class Writer implements Runnable {
        private final Session session;

        Writer(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            try {
                session.save();
            } catch (RepositoryException e) {
                System.out.println(e.getMessage());
            } finally {
                session.logout();
            }
        }
    }

    private static final class Reader implements Runnable {
        private final Session session;

        Reader(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            System.out.println(session.getUserID());
        }
    }
}
