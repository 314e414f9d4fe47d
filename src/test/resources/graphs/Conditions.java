class Conditions {
    Object field;

    void equality(Object a, Object b, boolean c) {
        if (a
                == null) one();
        if (null != a) two();
        if (a == b) three();
        if (a != b) four();
        if (c == true) five();
        if (c == false) six();
        if (c != false) seven();
        if ((a) == (null)) eight();
        if (a.size() == 3) nine();
        if (a.isEmpty() == b.isEmpty()) ten();
        if (call()
                == other()) eleven();
        if (a == this) twelve();
    }

    void logic(boolean a, boolean b, boolean c) {
        if (a && b || !c) one();
        if (a
                || (b
                        && c)) two(); else three();
        while (!(a || b)) four();
    }

    void literals(Object a) {
        if (true) one(); else two();
        if (false) three();
        if (false && a == null) four();
        if (false || a == null) five();
        if (false && a instanceof String s) six();
        while (true) seven();
    }

    void comparison(int n, int m) {
        if (n
                > m) one();
        if (n > m) two();
        n++;
        if (n > m) three();
        if (n + call() > 3) four();
        if (n > LIMIT && m > Other.LIMIT) five();
        if (n > this.field) six();
        if (n > field.size) seven();
        if ((n) > (m)) eight();
        if ((n > m) == (m > n)) nine();
        if ((n > m && m > n) == (n == m)) ten();
    }

    void questions(Connection c, String s, String t) {
        if (c.isClosed()) one();
        if (c.isReadOnly()) two();
        if (s.equals(t)) three();
        if (s.equals(t.trim())) four();
        if (s
                .startsWith("x")) five();
        if (isMine()) six();
        if (s.is()) seven();
        if (s.issue()) eight();
        if (s.hasMore()) nine();
        if (make().isDone()) ten();
        if (Help.isSet(s)) eleven();
        if (flag) twelve();
        if (this.flag) thirteen();
        if (s.isX(c -> c)) fourteen();
    }

    void types(Object o, Object p) {
        if (o
                instanceof Connection) one();
        if (o instanceof Closeable c) c.close();
        if (!(o instanceof String s)) return;
        s.length();
        if (o instanceof AutoCloseable c && c != null) two();
        if (p instanceof Point(int x, Statement y)) y.close();
        if (p instanceof Foo) three();
        boolean is = o instanceof ResultSet;
        boolean both = o == null && p != null;
        boolean less = 1 < 2;
        boolean not = !both;
    }

    int choice(boolean b, Object o) {
        return b
                ? one()
                : o == null ? two() : three();
    }
}
