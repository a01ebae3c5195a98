package org.childrensportal.keycloak.domain.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A client whose requests are counted together: one IPv4 address, or the /64 network of an IPv6
 * address, which is what a household or an office gets (RFC 6177) and may use any address of.
 *
 * @param name the IPv4 address, or 16 hexadecimal digits
 */
public record ClientNetwork(String name) {

    private static final int NETWORK_BYTES = 8;

    /** The network of {@code address}, which is taken as it is if it is no IP address. */
    public static ClientNetwork of(String address) {
        String literal = address.strip().toLowerCase(Locale.ROOT);
        if (!literal.contains(":")) {
            return new ClientNetwork(literal);
        }
        try {
            // A text with a colon is never looked up as a name.
            InetAddress parsed = InetAddress.getByName(withoutZone(literal));
            return parsed instanceof Inet6Address
                    ? new ClientNetwork(
                            HexFormat.of()
                                    .formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)))
                    // An IPv4 address written as an IPv6 address (::ffff:192.0.2.1).
                    : new ClientNetwork(parsed.getHostAddress());
        } catch (UnknownHostException e) {
            return new ClientNetwork(literal);
        }
    }

    private static String withoutZone(String literal) {
        int zone = literal.indexOf('%');
        return zone < 0 ? literal : literal.substring(0, zone);
    }
}
