package corpus.factories;

/** Other methods of the class close what they get from the same constructor or getter of classes that can't be seen. */
final class MadeAndClosedByTheOthers {
    private final ShopCase shop;

    MadeAndClosedByTheOthers(ShopCase shop) {
        this.shop = shop;
    }

    long countOk(String sql) {
        try (ShopDbQuery query = shop.ask(sql)) {
            return query.rows();
        }
    }

    long countOk(String sql, long limit) {
        ShopDbQuery query = shop.ask(sql);
        try {
            return Math.min(limit, query.rows());
        } finally {
            query.close();
        }
    }

    long countBad(String sql) {
        ShopDbQuery query = shop.ask(sql); // LEAK: never-closed possible
        return query.rows();
    }

    void storeOk(Object order) {
        OrderDao orders = new OrderDao(shop);
        try {
            orders.store(order);
        } finally {
            orders.close();
        }
    }

    void storeBad(Object order, boolean later) {
        OrderDao orders = new OrderDao(shop); // LEAK: never-closed possible
        orders.store(order);
    }

    long shownOk() {
        CustomerDao customers = new CustomerDao(shop);
        return customers.count();
    }
}
