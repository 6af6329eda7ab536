package no.oppfolging.local.frontdoor;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.oppfolging.local.HtmlPages;
import no.oppfolging.platform.testing.ServiceName;

/** One origin for the browser: pages, API, sign-in, mails and clock, whichever service they come from. */
public final class FrontDoor implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(threads)
            .build();

    /**
     * Opens at once; a service that is not there yet is answered for with a plain page.
     *
     * @param own paths that are answered here
     */
    public FrontDoor(
            int port,
            Map<ServiceName, Integer> services,
            int issuer,
            Map<String, ? extends HttpHandler> own,
            HtmlPages pages) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", new Forwarding(client, new Routes(services, issuer), port, pages));
        own.forEach(server::createContext);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }
}
