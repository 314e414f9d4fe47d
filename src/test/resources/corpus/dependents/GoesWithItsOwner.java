package corpus.dependents;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.List;

/** One finding is enough where closing what leaks would close what hangs on it. */
final class GoesWithItsOwner {
    void connectionSaysItAllBad(ConnectionFactory factory, Queue queue) throws JMSException {
        Connection connection = factory.createConnection(); // LEAK: never-closed
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = session.createProducer(queue);
        producer.send(session.createMessage());
    }

    void sessionOfAnotherBad(Connection connection, Queue queue) throws JMSException {
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE); // LEAK: never-closed
        session.createProducer(queue).send(session.createMessage());
    }

    void connectionClosedOk(ConnectionFactory factory, Queue queue) throws JMSException {
        try (Connection connection = factory.createConnection()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            session.createProducer(queue).send(session.createMessage());
        }
    }

    void otherWayOutBad(ConnectionFactory factory, List<Connection> open, Queue queue) throws JMSException {
        Connection connection = factory.createConnection(); // LEAK: not-closed-on-exception
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE); // LEAK: never-closed
        session.createProducer(queue).send(session.createMessage());
        open.add(connection);
    }
}
