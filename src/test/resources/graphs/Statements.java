class Statements {
    int choice(boolean b) {
        if (
                b)
            one();
        else
            two();
        if (b) {
            return three(
            );
        } else {
            throw new IllegalStateException(
                    four());
        }
    }

    void unreachable(boolean b) {
        if (b) {
            return;
        }
        throw b;
    }

    void afterReturn() {
        return;
        one();
        if (two()) three();
    }

    void rethrow(SQLException e, RuntimeException f) {
        if (e != null)
            throw e;
        throw (
                f);
    }

    void scopes(boolean b) {
        {
            Connection c = one();
        }
        {
            Statement c = two();
            c.close();
        }
        c.close();
    }

    void guarded(Object lock) {
        synchronized (lock
                .get()) {
            one();
        }
    }

    void rare(boolean b) {
        assert b : one();
        ;
        class Local {}
        record Pair(int a) {}
        two();
    }

    Statements(int a) {
        super(one(
                ),
                a);
    }
}
