class Expressions {
    Connection field = open(
            1);
    Object LOCK;
    int plain;

    Expressions(int a) {
        this(
                a, open());
        super(a);
    }

    void names(int parameter) {
        use(parameter, field, inherited, Type);
        use(this.field, Type.CONSTANT, a.b.c, field.inner, Outer.Inner.CONSTANT, java.sql.Types.NULL, LOCK.x, Outer.CONSTANT.x);
        this.field = parameter;
        super.field = null;
        field
                .inner = parameter;
        Type.shared = open(
                2);
        (field) = null;
        make().inner = parameter;
    }

    void calls(Connection c) {
        one();
        this.two();
        super.three();
        Type.four();
        java.util.Objects.five();
        c.six(
                    )
                .seven(c, one(
                        ));
        LOCK.eight();
        new Thing().nine();
        ((Connection) c).ten();
        (c).eleven();
    }

    void creations(Outer outer) {
        Object a = new Thing(
                outer);
        Object b = outer.new Inner(one());
        int[] c = new int[size(
                )];
        Object[] d = new Object[] {a, make(
                )};
        Object[] e = {a, b};
        int[][] f = new int[one()][two()];
        d[index()] = a;
        d[0] =
                make();
        Object g = d[index()];
        Class<?> h = Thing.class;
    }

    void arithmetic(int n, boolean b, Connection c) {
        int a = one() + two() - n * three();
        n += one();
        n++;
        --n;
        int d = -n;
        int e = ~one();
        field.count += n;
        field.count++;
        boolean x = b & ask();
        boolean y = b && ask();
        boolean z = n == 0 || n == 1;
        String s = "text" + n + 'c' + 1L + 1.5;
        boolean t = true, u = false;
        int v, w = 3;
        use(a = one());
        use(n = n);
    }

    void lambdas(Connection c, List<Connection> all) {
        Runnable a = () ->
                c.close();
        Consumer<Connection> b = d -> { d.close(); c.close(); };
        Function<Object, Object> e = (Object x, Object... y) -> x;
        all.forEach(Connection::close);
        run(c
                ::close);
        run(this::calls);
        run(super::calls);
        run(make()::close);
        run(Type::make);
        run(field::close);
        run(all.get(0)::close);
        run(Thing::new);
        Runnable twice = () -> run(() -> c.commit());
    }

    void anonymous(Connection c, Connection d) {
        Object a = new Task(
                c) {
            public void run(Connection e) {
                c.close();
                e.close();
                field.close();
            }
        };
        use(a);
    }
}
