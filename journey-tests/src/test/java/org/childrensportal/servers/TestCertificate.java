package org.childrensportal.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A certificate for {@code localhost} that lives for days, and that this process trusts. */
final class TestCertificate {

    private static final Path STORE = Path.of("target/localhost.p12").toAbsolutePath();
    private static final String NAME = "localhost";
    private static final String PASSWORD = "not-a-secret";
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private TestCertificate() {}

    /** Makes it, and has this process trust it and no other. */
    static void trust() {
        try {
            Files.deleteIfExists(STORE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Command(STORE.getParent(), Map.of())
                .run(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                                "-genkeypair",
                                "-keystore",
                                STORE.toString(),
                                "-storepass",
                                PASSWORD,
                                "-alias",
                                NAME,
                                "-keyalg",
                                "RSA",
                                "-dname",
                                "CN=" + NAME,
                                "-ext",
                                "san=dns:" + NAME,
                                "-validity",
                                "7"));
        System.setProperty("javax.net.ssl.trustStore", STORE.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    }

    /** The certificate and its key, as a proxy reads them. */
    static String pem() {
        try (InputStream in = Files.newInputStream(STORE)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return block("CERTIFICATE", store.getCertificate(NAME).getEncoded())
                    + block("PRIVATE KEY", store.getKey(NAME, PASSWORD.toCharArray()).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String block(String what, byte[] bytes) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(what, LINES.encodeToString(bytes), what);
    }
}
