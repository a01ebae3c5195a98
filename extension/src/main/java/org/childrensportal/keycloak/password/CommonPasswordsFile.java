package org.childrensportal.keycloak.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.childrensportal.keycloak.domain.password.CommonPasswords;

/** The list in this jar, made when it was built from the dictionary of nbvcxz (MIT licence). */
final class CommonPasswordsFile {

    private static final String NAME = "/portal/common-passwords.txt";

    private CommonPasswordsFile() {}

    static CommonPasswords read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                CommonPasswordsFile.class.getResourceAsStream(NAME),
                                StandardCharsets.UTF_8))) {
            return new CommonPasswords(lines.lines().collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
