package io.tenantry.it.product;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/** The DNS as the product sees it: a resolver on a port of its own that knows what tests tell it. */
public final class Dns {

    private static final int TTL = 60;
    private static final int WITHOUT_EDNS = 512;
    private static final Map<Name, List<Record>> RECORDS = new ConcurrentHashMap<>();
    private static final Set<Name> FAILING = ConcurrentHashMap.newKeySet();
    private static DatagramSocket datagrams;

    private Dns() {}

    /** Variables of the environment by which the product asks here, and about names that are for tests. */
    public static synchronized Map<String, String> environment() {
        if (datagrams == null) {
            start();
        }
        return Map.of(
                "TENANTRY_DNS_SERVER",
                "127.0.0.1:" + datagrams.getLocalPort(),
                "TENANTRY_DOMAINS_RESERVED",
                "internal,invalid,local,localhost,onion");
    }

    /** The TXT records of a name from now on, one for each value. */
    public static void txt(String name, String... values) {
        records(name, Stream.of(values).map(value -> text(name, List.of(value))).toList());
    }

    /** One TXT record of several strings. */
    public static void split(String name, String... strings) {
        records(name, List.of(text(name, List.of(strings))));
    }

    public static void cname(String name, String target) {
        records(name, List.of(new CNAMERecord(name(name), DClass.IN, TTL, name(target))));
    }

    /** The name does not exist any more. */
    public static void remove(String name) {
        RECORDS.remove(name(name));
        FAILING.remove(name(name));
    }

    /** Nothing can be found out about the name. */
    public static void fail(String name) {
        FAILING.add(name(name));
    }

    private static void records(String name, List<Record> records) {
        RECORDS.put(name(name), records);
        FAILING.remove(name(name));
    }

    private static Record text(String name, List<String> strings) {
        return new TXTRecord(name(name), DClass.IN, TTL, strings);
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static void start() {
        try {
            InetAddress loopback = InetAddress.getByName("127.0.0.1");
            ServerSocket connections = new ServerSocket(0, 0, loopback);
            datagrams = new DatagramSocket(new InetSocketAddress(loopback, connections.getLocalPort()));
            daemon("dns-udp", Dns::answerDatagrams);
            daemon("dns-tcp", () -> answerConnections(connections));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void answerDatagrams() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[Message.MAXLENGTH], Message.MAXLENGTH);
                datagrams.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                int most =
                        query.getOPT() == null ? WITHOUT_EDNS : query.getOPT().getPayloadSize();
                byte[] answer = answer(query).toWire(most);
                datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answerConnections(ServerSocket connections) {
        try {
            while (true) {
                try (Socket connection = connections.accept()) {
                    DataInputStream in = new DataInputStream(connection.getInputStream());
                    byte[] answer = answer(new Message(in.readNBytes(in.readUnsignedShort())))
                            .toWire();
                    DataOutputStream out = new DataOutputStream(connection.getOutputStream());
                    out.writeShort(answer.length);
                    out.write(answer);
                    out.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message answer(Message query) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        Name name = query.getQuestion().getName();
        if (FAILING.contains(name)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (!RECORDS.containsKey(name)) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            add(answer, name);
        }
        return answer;
    }

    /** With what an alias leads to, as resolvers do. */
    private static void add(Message answer, Name name) {
        for (Record record : RECORDS.getOrDefault(name, List.of())) {
            answer.addRecord(record, Section.ANSWER);
            if (record instanceof CNAMERecord alias) {
                add(answer, alias.getTarget());
            }
        }
    }
}
