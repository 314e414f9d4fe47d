package corpus.helpers;

import warehouse.jdbc.WarehouseConnection;

/** Connections of classes that can't be seen: those whose package or name says that they are of a database are closed. */
final class NamedLikeConnections {
    private final WarehouseSettings settings;

    NamedLikeConnections(WarehouseSettings settings) {
        this.settings = settings;
    }

    void rebuildBad(String statement) {
        WarehouseConnection connection = new WarehouseConnection(settings); // LEAK: never-closed possible
        connection.run(statement);
    }

    void rebuildBad(String statement, int times) {
        WarehouseConnection connection = new WarehouseConnection(settings); // LEAK: not-closed-on-exception possible
        for (int i = 0; i < times; i++) {
            connection.run(statement);
        }
        connection.close();
    }

    void rebuildOk(String statement) {
        try (WarehouseConnection connection = new WarehouseConnection(settings)) {
            connection.run(statement);
        }
    }

    void openedBad(WarehouseHouse house, String statement) {
        GraphDBConnection connection = house.openConnection(); // LEAK: never-closed possible
        connection.run(statement);
    }

    void describedOk(WarehouseHouse house) {
        GraphDBConnection connection = house.findConnection("main");
        connection.rename("other");
    }

    void greetOk(String host) {
        ChatConnection connection = new ChatConnection(host);
        connection.say("hello");
    }

    void greetOk(String host, String word) {
        ChatConnection connection = new ChatConnection(host);
        connection.say(word);
        connection.close();
    }

    WarehouseReader handedOnOk() {
        WarehouseConnection connection = new WarehouseConnection(settings);
        return new WarehouseReader(connection.session());
    }

    WarehouseConnection returnedOk() {
        WarehouseConnection connection = new WarehouseConnection(settings);
        return connection;
    }

    void listTablesBad(WarehouseTree tree) {
        Database database = new Database(settings); // LEAK: never-closed possible
        try {
            database.connect();
            tree.show(database.tableNames());
        } catch (WarehouseFailure e) {
            tree.clear();
        }
    }

    void listTablesOk(WarehouseTree tree) {
        Database database = new Database(settings);
        try {
            database.connect();
            tree.show(database.tableNames());
        } finally {
            database.disconnect();
        }
    }

    void describeOk(WarehouseTree tree) {
        Database database = new Database("crm");
        database.setOwner("sales");
        tree.add(database);
    }
}
