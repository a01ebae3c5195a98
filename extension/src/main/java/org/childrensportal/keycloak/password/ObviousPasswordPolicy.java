package org.childrensportal.keycloak.password;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.password.CommonPasswords;
import org.childrensportal.keycloak.domain.password.OwnWords;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * Refuses passwords that are tried first: common ones, and those that contain the person's own
 * address, name or organisation, or the service's name. Beyond the guide, by NIST SP 800-63B-4.
 */
final class ObviousPasswordPolicy implements PasswordPolicyProvider {

    static final String ID = "portal-not-obvious";

    private final KeycloakSession session;
    private final CommonPasswords common;

    ObviousPasswordPolicy(KeycloakSession session, CommonPasswords common) {
        this.session = session;
        this.common = common;
    }

    static boolean isInForce(RealmModel realm) {
        return realm.getPasswordPolicy().getPolicies().contains(ID);
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        Stream<String> attributes =
                Stream.of(
                                ProfileAttribute.FORENAME,
                                ProfileAttribute.SURNAME,
                                ProfileAttribute.EMAIL,
                                ProfileAttribute.ORGANISATION)
                        .map(user::getFirstAttribute);
        return judge(
                realm, Stream.concat(attributes, Stream.of(user.getUsername())).toList(), password);
    }

    /** During registration, when there is no user yet: the address and the answers so far. */
    @Override
    public PolicyError validate(String address, String password) {
        List<String> names = new ArrayList<>(PersonalNames.of(session));
        names.add(address);
        return judge(session.getContext().getRealm(), names, password);
    }

    private PolicyError judge(RealmModel realm, List<String> names, String password) {
        if (common.contain(password)) {
            return new PolicyError(PasswordError.COMMON.messageKey());
        }
        List<String> own =
                Stream.concat(names.stream(), Stream.of(realm.getDisplayName()))
                        .filter(Objects::nonNull)
                        .toList();
        return OwnWords.of(own).areIn(password)
                ? new PolicyError(PasswordError.OWN_WORD.messageKey())
                : null;
    }

    @Override
    public Object parseConfig(String value) {
        return ID;
    }

    @Override
    public void close() {
        // nothing to close
    }
}
