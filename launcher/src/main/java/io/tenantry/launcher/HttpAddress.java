package io.tenantry.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Where the server listens. */
record HttpAddress(String host, int port) {

    /**
     * The same address with a port that is known to be free, found by binding it for a moment. Done before anything is started,
     * because Payara reports a taken port only after half a minute and carries on without it.
     */
    HttpAddress free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return new HttpAddress(host, socket.getLocalPort());
        } catch (UnknownHostException e) {
            throw new LaunchFailure("Cannot listen on " + host + ": unknown host (--host)", e);
        } catch (BindException e) {
            throw new LaunchFailure(
                    e.getMessage().contains("in use")
                            ? "Port " + port + " on " + host + " is already in use; choose another with --port"
                            : "Cannot listen on " + host + ":" + port + ": " + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot listen on " + host + ":" + port + ": " + LaunchFailure.rootMessage(e), e);
        }
    }

    /** The address to open in a browser on this machine, ending in a slash. */
    String url() {
        String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("::") ? "::1" : host;
        return "http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + port + "/";
    }
}
