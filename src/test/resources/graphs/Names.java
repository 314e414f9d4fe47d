class Names {
    int i;

    void forLoop() {
        for (int i = 0; b(); ) {
        }
        use(i);
    }

    void forEach(java.util.List<String> l) {
        for (String i : l) {
        }
        use(i);
    }

    void catches() {
        try {
            a();
        } catch (Exception i) {
        }
        use(i);
    }

    void resources() {
        try (R i = r()) {
        }
        use(i);
    }

    void switches(int n) {
        switch (n) {
            case 1:
                int i = 2;
                break;
        }
        use(i);
    }

    void cleansUp() {
        @lombok.Cleanup R r = r();
        use(r);
    }

    void leavesALoopBehindASwitch(int n) {
        while (b()) {
            switch (n) {
                case 1:
                    break;
            }
            break;
        }
    }

    void values(int[] a, Pod p) {
        use(i = 3);
        use(i += 3);
        use(a[0] = 4);
        use(p.x = 5);
        use(this.i = 6);
    }

    void lines(Pod p, Object o) {
        use(
                a(),
                p
                        .x);
        use(
                a(),
                () -> 1);
        outer()
                .new Inner(
                        a()) {
                };
        if (a() &&
                o instanceof String) {
            use(o);
        }
    }

    void outcomes(Pod p) {
        if (a().x == 1) {
            use(1);
        }
        if ((a()) == 1) {
            use(2);
        }
        if (p.x == 1) {
            use(3);
        }
        if ((p) == o) {
            use(4);
        }
    }
}
