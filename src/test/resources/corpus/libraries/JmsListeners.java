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

    void inAThreadOk(Session session, Queue queue, MessageListener listener) throws JMSException {
        MessageConsumer consumer = session.createConsumer(queue);
        new Reader(consumer, listener);
    }

    void sessionOfAThreadBad(Connection connection, Queue queue, MessageListener listener) throws JMSException {
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE); // LEAK: never-closed possible
        new Reader(session.createConsumer(queue), listener);
    }

    Holder heldOk(Session session, Queue queue) throws JMSException {
        return new Holder(session.createConsumer(queue));
    }

    void heldBad(Session session, Queue queue) throws JMSException {
        MessageConsumer consumer = session.createConsumer(queue); // LEAK: never-closed
        new Holder(consumer);
    }

    /** Lives on in its thread. */
    static final class Reader implements Runnable {
        private final MessageConsumer consumer;
        private final MessageListener listener;

        Reader(MessageConsumer consumer, MessageListener listener) {
            this.consumer = consumer;
            this.listener = listener;
            new Thread(this).start();
        }

        @Override
        public void run() {
            try {
                listener.onMessage(consumer.receive());
            } catch (JMSException e) {
                stop();
            }
        }

        void stop() {
            try {
                consumer.close();
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Is gone when nobody holds it. */
    static final class Holder {
        private final MessageConsumer consumer;

        Holder(MessageConsumer consumer) {
            this.consumer = consumer;
        }

        void stop() throws JMSException {
            consumer.close();
        }
    }
}
