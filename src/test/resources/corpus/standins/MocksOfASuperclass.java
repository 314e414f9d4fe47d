package corpus.standins;

import static org.mockito.Mockito.mock;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** Mocks that a test's superclass makes, and what delegates to them. */
final class MocksOfASuperclass extends WithMocks {
    void throughItOk() throws NamingException {
        directory.search("ou=people", null);
        Delegate delegate = new Delegate(directory);
        delegate.search("ou=people", null);
    }

    void realBad(Hashtable<String, String> settings) throws NamingException {
        DirContext real = new InitialDirContext(settings); // LEAK: never-closed
        real.unbind("cn=one");
    }

    static final class Delegate extends InitialDirContext {
        private final Context inner;

        Delegate(DirContext inner) throws NamingException {
            this.inner = inner;
        }

        @Override
        public void close() throws NamingException {
            inner.close();
        }
    }
}

class WithMocks {
    protected DirContext directory;

    void setUp() {
        directory = mock(DirContext.class);
    }
}
