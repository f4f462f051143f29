package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The name of an {@code InetAddress} in a dump, or its numbers. Stateless. */
final class AddressText {

    private static final int BYTE = 8;

    private AddressText() {}

    /**
     * The name that the program knew it by, else the address in numbers.
     *
     * @param object any object
     * @return null if it is no address, or an unspecified one
     */
    static @Nullable String of(DumpedObject object) {
        if (!object.isA("java.net.InetAddress")) {
            return null;
        }
        DumpedObject holder = object.object("holder");
        String name = holder == null ? null : holder.text("hostName");
        if (name != null && !name.isEmpty()) {
            return name;
        }
        DumpedObject holder6 = object.object("holder6");
        DumpedObject bytes = holder6 == null ? null : holder6.object("ipaddress");
        if (bytes != null) {
            return numbers(bytes.bytes());
        }
        return holder == null ? null : numbers(bytes((int) holder.number("address", 0)));
    }

    private static byte[] bytes(int address) {
        byte[] bytes = new byte[Integer.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (address >> BYTE * (bytes.length - 1 - i));
        }
        return bytes;
    }

    private static @Nullable String numbers(byte[] bytes) {
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            return address.isAnyLocalAddress() ? null : address.getHostAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
