package io.jenkins.plugins.connleak.runtime;

/** Who writes a log's evidence. */
enum Tool {
    HIKARI("HikariCP"),
    DBCP2("Commons DBCP 2"),
    DBCP1("Commons DBCP 1"),
    TOMCAT_JDBC("Tomcat JDBC"),
    C3P0("c3p0"),
    DRUID("Druid"),
    VIBUR("Vibur"),
    AGROAL("Agroal"),
    BONECP("BoneCP"),
    IRON_JACAMAR("IronJacamar"),
    GLASSFISH("GlassFish"),
    UCP("Oracle UCP"),
    HIBERNATE("Hibernate"),
    PGJDBC("PostgreSQL driver"),
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB, MySQL"),
    MONGODB("MongoDB driver"),
    OKHTTP("OkHttp"),
    LOG4JDBC("log4jdbc"),
    GO_TRACE("Go trace");

    private final String label;

    Tool(String label) {
        this.label = label;
    }

    /** What people call it. */
    String label() {
        return label;
    }

    /** Whether it reports a leaked connection again and again, so that what it no longer reports has come back. */
    boolean isRepeating() {
        return this == AGROAL || this == VIBUR;
    }

    /** Whether it reports one leak both with and without a stack. */
    boolean isReportingTwice() {
        return this == AGROAL || this == BONECP;
    }

    /** Whether frames stand in its reports without {@code at}. */
    boolean hasBareFrames() {
        return this == BONECP || this == GLASSFISH;
    }
}
