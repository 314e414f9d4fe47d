class Tries {
    void handlers() {
        try {
            one();
        } catch (SQLException
                | IOException e) {
            two(e);
        } catch (
                RuntimeException e) {
            throw e;
        }
        e();
    }

    void cleanup(boolean b) {
        try {
            if (b) return;
            one();
        } finally {
            two();
        }
        three();
    }

    void nested(boolean b) {
        while (b) {
            try {
                try {
                    if (b) break;
                    if (c()) continue;
                    one();
                } finally {
                    two();
                }
            } catch (Exception e) {
                three();
            } finally {
                four();
            }
        }
    }

    int overriding() {
        try {
            return one();
        } finally {
            return two();
        }
    }

    void quiet() {
        try {
            int a = 1;
        } finally {
            one();
        }
        try {
            return;
        } finally {
            two();
        }
    }

    void resources(Connection given) {
        try (Connection c = one(
                );
                Statement s = c.two();
                given) {
            three(s);
        } catch (SQLException e) {
            four();
        } finally {
            five();
        }
        try (Connection c = one()) {
            return;
        }
    }

    void thrown() {
        try {
            throw new SQLException();
        } catch (SQLException e) {
            one();
        }
    }
}
