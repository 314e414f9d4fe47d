package hudson;

public final class FilePath {
    public interface FileCallable<T> extends java.io.Serializable, org.jenkinsci.remoting.RoleSensitive {
        T invoke(java.io.File f, hudson.remoting.VirtualChannel channel)
                throws java.io.IOException, InterruptedException;
    }

    public FilePath child(String relOrAbsolute) {
        throw new AssertionError("declaration");
    }

    public String getRemote() {
        throw new AssertionError("declaration");
    }

    public <T> T act(FileCallable<T> callable) throws java.io.IOException, InterruptedException {
        throw new AssertionError("declaration");
    }
}
