package io.jenkins.plugins.connleak.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between the driver and a server on loopback, and spoils what passes as it is told to. */
final class FaultProxy implements Closeable {
    private static final int BUFFER = 16_384;

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong untilCut = new AtomicLong(Long.MAX_VALUE);
    private volatile Mode mode = Mode.PASS;
    private volatile ServerSocket door;

    /** What it does with bytes. */
    enum Mode {
        PASS,
        /** Some milliseconds late. */
        DELAY,
        /** Some bytes at a time. */
        DRIP,
        /** Takes connections and bytes, and answers nothing. */
        BLACK_HOLE
    }

    FaultProxy(int target) throws IOException {
        this.target = target;
        this.door = door(0);
        this.port = door.getLocalPort();
        accept(door);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    void mode(Mode wanted) {
        mode = wanted;
    }

    /** Cuts the connection that sends the byte after so many to the server. */
    void cutAfter(long bytes) {
        untilCut.set(bytes);
    }

    /** Cuts all connections, and refuses others. */
    void refuse() throws IOException {
        door.close();
        cut();
    }

    /** Takes connections again. */
    void admit() throws IOException {
        if (door.isClosed()) {
            door = door(port);
            accept(door);
        }
    }

    /** Cuts all connections. */
    void cut() {
        open.forEach(FaultProxy::end);
        open.clear();
    }

    @Override
    public void close() throws IOException {
        refuse();
    }

    private static ServerSocket door(int port) throws IOException {
        ServerSocket door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return door;
    }

    private void accept(ServerSocket at) {
        start(() -> {
            while (!at.isClosed()) {
                join(at.accept());
            }
        });
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket();
        open.add(client);
        open.add(server);
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1_000);
        } catch (IOException e) {
            end(client);
            return;
        }
        start(() -> copy(client, server, true));
        start(() -> copy(server, client, false));
    }

    private void copy(Socket from, Socket to, boolean toServer) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (toServer && untilCut.get() != Long.MAX_VALUE && untilCut.addAndGet(-read) < 0) {
                    untilCut.set(Long.MAX_VALUE);
                    out.write(buffer, 0, read / 2);
                    return;
                }
                pass(buffer, read, out);
            }
        }
    }

    private void pass(byte[] buffer, int length, OutputStream out) throws IOException {
        switch (mode) {
            case PASS -> out.write(buffer, 0, length);
            case DELAY -> {
                sleep(40);
                out.write(buffer, 0, length);
            }
            case DRIP -> {
                for (int at = 0; at < length; at += 512) {
                    sleep(1);
                    out.write(buffer, at, Math.min(512, length - at));
                }
            }
            case BLACK_HOLE -> {}
        }
    }

    private static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** With a reset rather than a farewell, as of a process that was killed. */
    private static void end(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was closed already: all that is wanted.
            return;
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // A connection that ends is what this class is for.
                        return;
                    }
                },
                "fault proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
