package io.firth.channel.email.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The socket of one connection, held so that another thread can cut it: whoever waits for an answer on it then gets an
 * {@link IOException} at once. A line that was cut before it began never begins.
 */
public final class Line implements Closeable {

    private @Nullable Socket socket;
    private boolean cut;

    SocketFactory sockets() {
        return new Plain();
    }

    SSLSocketFactory secured(SSLSocketFactory trusted) {
        return new Secured(trusted);
    }

    private synchronized Socket held(Socket opened) throws IOException {
        if (cut) {
            opened.close();
            throw new SocketException("The line was cut.");
        }
        socket = opened;
        return opened;
    }

    @Override
    public synchronized void close() throws IOException {
        cut = true;
        if (socket != null) {
            socket.close();
        }
    }

    /** The library makes a socket first and connects it then. */
    private final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            return held(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    /** The library lays TLS over a socket that is connected already. */
    private final class Secured extends SSLSocketFactory {

        private final SSLSocketFactory trusted;

        private Secured(SSLSocketFactory trusted) {
            this.trusted = trusted;
        }

        @Override
        public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
            return trusted.createSocket(held(connected), host, port, autoClose);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return trusted.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return trusted.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
