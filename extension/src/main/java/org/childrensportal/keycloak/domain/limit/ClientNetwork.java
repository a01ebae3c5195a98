package org.childrensportal.keycloak.domain.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A client whose requests are counted together: one IPv4 address, or the /64 network of an IPv6
 * address, which is what a household or an office gets (RFC 6177) and may use any address of.
 *
 * @param name the IPv4 address, or 16 hexadecimal digits
 */
public record ClientNetwork(String name) {

    private static final int NETWORK_BYTES = 8;

    /**
     * How an IPv6 address begins. Java looks a text up as a name if it begins otherwise, even one
     * with a colon.
     */
    private static final Pattern IP_V6 = Pattern.compile("[0-9a-f]*:[0-9a-f:.]*");

    private static final Pattern ZONE = Pattern.compile("%.*");

    /** The network of {@code address}, which is taken as it is if it is no IP address. */
    public static ClientNetwork of(String address) {
        String literal = address.strip().toLowerCase(Locale.ROOT);
        String withoutZone = ZONE.matcher(literal).replaceFirst("");
        if (!IP_V6.matcher(withoutZone).matches()) {
            return new ClientNetwork(literal);
        }
        try {
            InetAddress parsed = InetAddress.getByName(withoutZone);
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
}
