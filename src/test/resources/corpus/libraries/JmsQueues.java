package corpus.libraries;

import javax.jms.TopicSession;
import javax.jms.TopicPublisher;
import javax.jms.TopicConnection;
import javax.jms.Topic;
import javax.jms.Message;
import javax.jms.JMSException;
import javax.jms.Queue;
import javax.jms.QueueBrowser;
import javax.jms.QueueConnection;
import javax.jms.QueueConnectionFactory;
import javax.jms.Session;

/** The older interfaces, one pair for queues and one for topics. */
final class JmsQueues {
    boolean browseOk(QueueConnectionFactory factory, Queue queue) throws JMSException {
        QueueConnection connection = factory.createQueueConnection();
        try {
            Session session = connection.createQueueSession(false, Session.AUTO_ACKNOWLEDGE);
            QueueBrowser browser = session.createBrowser(queue);
            return browser.getEnumeration().hasMoreElements();
        } finally {
            connection.close();
        }
    }

    boolean browseBad(QueueConnectionFactory factory, Queue queue) throws JMSException {
        QueueConnection connection = factory.createQueueConnection(); // LEAK: never-closed
        Session session = connection.createQueueSession(false, Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(queue);
        boolean any = browser.getEnumeration().hasMoreElements();
        browser.close();
        return any;
    }

    void publishBad(TopicConnection connection, Topic topic, Message message) throws JMSException {
        TopicSession session = connection.createTopicSession(false, Session.AUTO_ACKNOWLEDGE); // LEAK: not-closed-on-exception
        TopicPublisher publisher = session.createPublisher(topic);
        publisher.publish(message);
        session.close();
    }

    void publishOk(TopicConnection connection, Topic topic, Message message) throws JMSException {
        TopicSession session = connection.createTopicSession(false, Session.AUTO_ACKNOWLEDGE);
        try {
            TopicPublisher publisher = session.createPublisher(topic);
            publisher.publish(message);
        } finally {
            session.close();
        }
    }
}
