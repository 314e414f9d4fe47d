package corpus.libraries;

import com.example.jms.HouseConnection;
import com.example.jms.HouseConnectionFactory;
import javax.jms.JMSException;
import javax.jms.MessageProducer;
import javax.jms.Session;

/** A session goes with its connection although the connection's class can't be seen. */
final class JmsOfAnUnseenConnection {
    void sendOk(HouseConnectionFactory factory) throws JMSException {
        try (HouseConnection connection = (HouseConnection) factory.make()) {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue("orders"));
            producer.send(session.createTextMessage("one"));
        }
    }
}
