class Loops {
    void whileLoop(
            boolean b) {
        while (
                b) {
            first();
            if (c()) break;
            if (d()) continue;
            last();
        }
        behind();
    }

    void doLoop(boolean b) {
        do {
            if (c()) break;
            if (d()) continue;
            last();
        } while (
                b);
        behind();
    }

    void forLoop(int n) {
        for (int i = begin();
                i < n;
                i++) {
            if (c()) break;
            if (d()) continue;
            last();
        }
        int i = 0;
    }

    void endless() {
        for (;;) {
            turn();
        }
    }

    void forWithoutTurn(int n) {
        for (next(); ; next()) {
            return;
        }
    }

    void forEach(
            List<Connection> all) {
        for (Connection c :
                all) {
            c.close();
            if (d()) break;
        }
        Connection c = null;
    }

    void labelled(List<String> all, boolean b) {
        outer:
        for (String one : all) {
            for (;;) {
                if (b) continue outer;
                if (c()) break outer;
            }
        }
        counted:
        for (int i = 0; b; i++) {
            while (b) {
                if (c()) continue counted;
                break counted;
            }
        }
        asked:
        while (b) {
            do {
                continue asked;
            } while (b);
        }
        turned:
        do {
            while (b) {
                break turned;
            }
        } while (b);
        block: {
            if (b) break block;
            behind();
        }
        end();
    }

    void nowhere() {
        lost: {
            continue;
        }
        break elsewhere;
    }
}
