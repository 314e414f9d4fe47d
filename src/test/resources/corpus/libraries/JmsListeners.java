package corpus.libraries;

import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageListener;
import javax.jms.Queue;
import javax.jms.Session;

/** A consumer that has a listener is meant to live as long as its session. */
final class JmsListeners {
    void listenOk(Session session, Queue queue, MessageListener listener) throws JMSException {
        session.createConsumer(queue).setMessageListener(listener);
    }

    Message receiveBad(Session session, Queue queue) throws JMSException {
        MessageConsumer consumer = session.createConsumer(queue); // LEAK: never-closed
        return consumer.receiveNoWait();
    }

    void sessionBad(Connection connection, Queue queue, MessageListener listener) throws JMSException {
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE); // LEAK: never-closed
        session.createConsumer(queue).setMessageListener(listener);
    }
}
