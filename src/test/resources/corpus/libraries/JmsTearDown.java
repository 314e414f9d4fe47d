package corpus.libraries;

import java.util.ArrayList;
import java.util.List;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The connection of a test is closed when the test is taken down, and its sessions with it. */
class JmsTearDown extends BrokerTest {
    @Test
    void sendOk() throws JMSException {
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = session.createProducer(session.createQueue("orders"));
        producer.send(session.createTextMessage("one"));
    }

    @Test
    void sendAgainOk(ConnectionFactory factory) throws JMSException {
        connection.close();
        connection = factory.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session.createQueue("orders");
    }

    @Test
    void sendByAKeptOneOk() throws JMSException {
        Connection another = anotherConnection();
        Session session = another.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session.createProducer(session.createQueue("orders")).send(session.createTextMessage("two"));
    }

    @Test
    void sendByANewOneBad() throws JMSException {
        Connection another = newConnection(); // LEAK: never-closed
        another.createSession(false, Session.AUTO_ACKNOWLEDGE).createQueue("orders");
    }

    @Test
    void sendByAnotherBad(ConnectionFactory factory) throws JMSException {
        Connection other = factory.createConnection(); // LEAK: never-closed
        other.createSession(false, Session.AUTO_ACKNOWLEDGE).createQueue("orders");
    }
}

/** Takes its connection down, and those that it has opened for its tests. */
class BrokerTest {
    protected Connection connection;
    protected ConnectionFactory factory;
    private final List<Connection> kept = new ArrayList<>();

    protected Connection anotherConnection() throws JMSException {
        Connection another = factory.createConnection();
        kept.add(another);
        return another;
    }

    protected Connection newConnection() throws JMSException {
        return factory.createConnection();
    }

    @AfterEach
    void tearDown() throws JMSException {
        if (connection != null) {
            connection.close();
        }
        for (Connection another : kept) {
            another.close();
        }
    }
}

/** Leaves its connection open. */
class CarelessBrokerTest {
    private Connection connection;

    @Test
    void sendBad(ConnectionFactory factory) throws JMSException {
        connection = factory.createConnection(); // LEAK: field-never-closed
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE); // LEAK: never-closed
        session.createQueue("orders");
    }
}
