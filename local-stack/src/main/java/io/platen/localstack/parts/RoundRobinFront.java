package io.platen.localstack.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One public port before several gateways: each new connection goes to the next of them that answers. It stands in
 * for the load balancer of an installation and knows nothing of HTTP.
 */
public final class RoundRobinFront implements AutoCloseable {
    private final ServerSocket listener;
    private final List<InetSocketAddress> backends;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public RoundRobinFront(int port, List<Integer> backendPorts) {
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        backends = backendPorts.stream()
                .map(backend -> new InetSocketAddress(InetAddress.getLoopbackAddress(), backend))
                .toList();
        Thread.ofPlatform().daemon().name("front").start(this::accept);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var backend = connect()) {
            open.add(client);
            open.add(backend);
            client.setTcpNoDelay(true);
            backend.setTcpNoDelay(true);
            var back = Thread.startVirtualThread(() -> pump(backend, client));
            pump(client, backend);
            back.join();
        } catch (IOException | InterruptedException gone) {
            // the client sees its connection end, as it would with any load balancer
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    private Socket connect() throws IOException {
        IOException last = new IOException("no gateway");
        int first = next.getAndIncrement();
        for (int i = 0; i < backends.size(); i++) {
            var socket = new Socket();
            try {
                socket.connect(backends.get(Math.floorMod(first + i, backends.size())), 1_000);
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // closing is all there is left to do
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(RoundRobinFront::close);
    }
}
