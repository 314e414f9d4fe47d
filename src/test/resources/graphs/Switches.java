class Switches {
    void groups(int n) {
        switch (
                n) {
            case 1:
                one();
            case 2, 3:
                two();
                break;
            case
                    4:
                return;
            default:
                three();
        }
        behind();
    }

    void withoutDefault(int n) {
        switch (n) {
            case 1:
                Connection c = one();
                break;
        }
        c.close();
    }

    void arrows(Kind kind) {
        switch (kind) {
            case A -> one(
            );
            case B, C -> {
                Connection c = two();
                if (c == null) break;
                three();
            }
            default -> throw new IllegalStateException();
        }
        c.close();
    }

    int expression(int n) {
        int a = switch (
                n) {
            case 1 -> one();
            case 2 -> {
                two();
                yield three(
                );
            }
            default -> throw new IllegalStateException();
        };
        int b = switch (n) {
            case 1:
                yield switch (a) {
                    default -> four();
                };
            default:
                yield 5;
        };
        return switch (a) {
            case 1 -> {
                while (ask()) {
                    if (n == 3) yield 1;
                    break;
                }
                yield 2;
            }
            default -> 3;
        };
    }

    void patterns(Object o) {
        switch (o) {
            case Connection c when c.isValid(1) -> c.close();
            case Point(int x, Statement s) -> s.close();
            case String s:
                s.length();
            case null, default -> other();
        }
    }

    void inALoop(int n) {
        while (ask()) {
            switch (n) {
                case 1:
                    continue;
                case 2:
                    break;
                default:
                    return;
            }
            behind();
        }
    }

    void misplaced() {
        yield 1;
        one();
    }

    void unreachable(int n) {
        return;
        switch (n) {
            default:
                one();
        }
    }
}
