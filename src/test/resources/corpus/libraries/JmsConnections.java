package corpus.libraries;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;

/** Closing a connection closes its sessions, closing a session its producers and consumers. */
final class JmsConnections {
    void sendOk(ConnectionFactory factory, Queue queue, String text) throws JMSException {
        try (Connection connection = factory.createConnection()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(queue);
            producer.send(session.createTextMessage(text));
        }
    }

    void sendBad(ConnectionFactory factory, Queue queue, String text) throws JMSException {
        Connection connection = factory.createConnection(); // LEAK: not-closed-on-exception
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session.createProducer(queue).send(session.createTextMessage(text));
        connection.close();
    }

    boolean receiveBad(Session session, Queue queue) throws JMSException {
        MessageConsumer consumer = session.createConsumer(queue); // LEAK: never-closed
        return consumer.receiveNoWait() != null;
    }

    boolean receiveOk(Session session, Queue queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(queue)) {
            return consumer.receiveNoWait() != null;
        }
    }

    void contextOk(ConnectionFactory factory, Queue queue) {
        try (JMSContext context = factory.createContext()) {
            context.createProducer().send(queue, "done");
        }
    }

    void contextBad(ConnectionFactory factory, Queue queue) {
        JMSContext context = factory.createContext(); // LEAK: never-closed
        context.createProducer().send(queue, "done");
    }
}
