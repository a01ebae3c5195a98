package org.childrensportal.keycloak.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import me.gosimple.nbvcxz.Nbvcxz;
import org.childrensportal.keycloak.domain.password.CommonPasswords;
import org.childrensportal.keycloak.domain.password.PasswordRule;
import org.childrensportal.keycloak.domain.password.PasswordRules;

/**
 * Makes the list of common passwords when the jar is built: those of nbvcxz that keep the guide's
 * rules, or keep them once a few digits and signs are added.
 */
public final class BuildCommonPasswords {

    /** What a person adds to a word to please the rules does not count. */
    private static final Set<PasswordRule> PLEASED_BY_ADDING =
            Set.of(
                    PasswordRule.MINIMUM_LENGTH,
                    PasswordRule.UPPER_CASE,
                    PasswordRule.DIGIT,
                    PasswordRule.SPECIAL);

    private BuildCommonPasswords() {}

    /** Writes the list to the file that is the one argument. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.getParent());
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Nbvcxz.class.getResourceAsStream("/dictionaries/passwords.txt"),
                                StandardCharsets.UTF_8))) {
            List<String> list =
                    lines.lines()
                            .filter(BuildCommonPasswords::couldBeChosen)
                            .map(CommonPasswords::fold)
                            .distinct()
                            .sorted()
                            .toList();
            Files.write(file, list);
        }
    }

    private static boolean couldBeChosen(String password) {
        List<PasswordRule> broken = PasswordRules.ofTheGuide().broken(password);
        boolean canBeACore =
                password.length() >= CommonPasswords.SHORTEST
                        && Character.isLetter(password.codePointBefore(password.length()))
                        && PLEASED_BY_ADDING.containsAll(broken);
        return broken.isEmpty() || canBeACore;
    }
}
