package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.ExceptionMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which handler takes which exception, by simple names. A call that can't be seen throws {@link #UNKNOWN}: where a
 * handler for some checked exception is near, it is taken to be meant for it.
 */
final class ExceptionTypes {
    /** Some exception; which is not known. */
    static final String UNKNOWN = "?";

    private static final Map<String, String> PARENTS = parents();
    private static final int MAX_DEPTH = 20;

    private final Workspace workspace;
    private final Map<String, Optional<String>> parents = new HashMap<>();

    ExceptionTypes(Workspace workspace) {
        this.workspace = workspace;
    }

    private static Map<String, String> parents() {
        Map<String, String> map = new HashMap<>();
        map.put("Exception", "Throwable");
        map.put("Error", "Throwable");
        for (String name : List.of(
                "SQLException",
                "IOException",
                "RuntimeException",
                "InterruptedException",
                "ReflectiveOperationException",
                "NamingException",
                "TimeoutException",
                "ParseException",
                "CloneNotSupportedException",
                "GeneralSecurityException",
                "ExecutionException",
                "URISyntaxException",
                "ServletException",
                "JMSException",
                "SAXException",
                "ParserConfigurationException",
                "TransformerException",
                "PropertyVetoException")) {
            map.put(name, "Exception");
        }
        for (String name : List.of(
                "SQLTimeoutException:SQLTransientException",
                "SQLTransientException:SQLException",
                "SQLNonTransientException:SQLException",
                "SQLRecoverableException:SQLException",
                "SQLFeatureNotSupportedException:SQLNonTransientException",
                "SQLSyntaxErrorException:SQLNonTransientException",
                "SQLIntegrityConstraintViolationException:SQLNonTransientException",
                "BatchUpdateException:SQLException",
                "SQLWarning:SQLException",
                "ClassNotFoundException:ReflectiveOperationException",
                "InstantiationException:ReflectiveOperationException",
                "IllegalAccessException:ReflectiveOperationException",
                "NoSuchMethodException:ReflectiveOperationException",
                "NoSuchFieldException:ReflectiveOperationException",
                "InvocationTargetException:ReflectiveOperationException",
                "FileNotFoundException:IOException",
                "UnsupportedEncodingException:IOException",
                "EOFException:IOException",
                "NoSuchAlgorithmException:GeneralSecurityException",
                "UncheckedIOException:RuntimeException",
                "IllegalArgumentException:RuntimeException",
                "IllegalStateException:RuntimeException",
                "NullPointerException:RuntimeException",
                "ClassCastException:RuntimeException",
                "UnsupportedOperationException:RuntimeException",
                "IndexOutOfBoundsException:RuntimeException",
                "ArithmeticException:RuntimeException",
                "ConcurrentModificationException:RuntimeException",
                "NoSuchElementException:RuntimeException",
                "SecurityException:RuntimeException",
                "DataAccessException:RuntimeException",
                "PersistenceException:RuntimeException",
                "HibernateException:PersistenceException",
                "MongoException:RuntimeException",
                "NumberFormatException:IllegalArgumentException",
                "NamingException:Exception",
                "AssertionError:Error",
                "LinkageError:Error",
                "OutOfMemoryError:Error",
                "NoClassDefFoundError:LinkageError")) {
            int colon = name.indexOf(':');
            map.put(name.substring(0, colon), name.substring(colon + 1));
        }
        return map;
    }

    ExceptionMatch match(String exception, List<String> handlers) {
        ExceptionMatch best = ExceptionMatch.NO;
        for (String handler : handlers) {
            ExceptionMatch match = match(exception, TypeNames.simple(handler));
            if (match == ExceptionMatch.MUST) {
                return match;
            }
            if (match == ExceptionMatch.MAY) {
                best = match;
            }
        }
        return best;
    }

    private ExceptionMatch match(String exception, String handler) {
        if (handler.equals("Throwable") || exception.equals(handler)) {
            return ExceptionMatch.MUST;
        }
        if (handler.equals("Exception") && !isA(exception, "Error")) {
            return ExceptionMatch.MUST;
        }
        if (exception.equals(UNKNOWN) || exception.isEmpty()) {
            return isA(handler, "RuntimeException") || isA(handler, "Error") ? ExceptionMatch.MAY : ExceptionMatch.MUST;
        }
        if (isA(exception, handler)) {
            return ExceptionMatch.MUST;
        }
        return isA(handler, exception) ? ExceptionMatch.MAY : ExceptionMatch.NO;
    }

    /** Whether a type surely extends another; the hierarchy of library exceptions is known in part only. */
    boolean isA(String type, String ancestor) {
        String current = type;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            if (current.equals(ancestor)) {
                return true;
            }
            Optional<String> parent = parent(current);
            if (parent.isEmpty()) {
                return false;
            }
            current = parent.get();
        }
        return false;
    }

    private Optional<String> parent(String type) {
        String known = PARENTS.get(type);
        if (known != null) {
            return Optional.of(known);
        }
        synchronized (parents) {
            return parents.computeIfAbsent(type, name -> workspace.exceptionParent(name));
        }
    }
}
