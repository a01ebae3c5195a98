package org.childrensportal.keycloak.account;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.childrensportal.keycloak.profile.WorkDetailsSetting;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.model.VerifyProfileBean;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What the service knows about a person, and what they can do about it. */
final class AccountOverview {

    private static final String TEMPLATE = "portal-your-account.ftl";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AccountAddress address;
    private final AccountVisit visit;

    AccountOverview(KeycloakSession session, AccountAddress address, AccountVisit visit) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.address = address;
        this.visit = visit;
    }

    /** The page. */
    Response response() {
        UserModel user = visit.user();
        LoginFormsProvider page =
                session.getProvider(LoginFormsProvider.class)
                        .setUser(user)
                        .setAttribute("profile", new VerifyProfileBean(user, null, session))
                        .setAttribute("emailAddress", Objects.toString(user.getEmail(), ""))
                        .setAttribute("professional", isProfessional(user))
                        .setAttribute("workApplies", isAskedForWork(user))
                        .setAttribute("links", links())
                        .setAttribute("signOut", address.signOut().toString());
        visit.referrer()
                .ifPresent(
                        referrer ->
                                page.setAttribute("backTo", referrer.address())
                                        .setAttribute("backName", name(referrer)));
        visit.done()
                .flatMap(AccountAction::doneKey)
                .ifPresent(key -> page.setAttribute("done", key));
        visit.failed().ifPresent(action -> page.setAttribute("failed", true));
        return page.createForm(TEMPLATE);
    }

    private static Optional<String> answer(UserModel user) {
        return Optional.ofNullable(user.getFirstAttribute(ProfileAttribute.PROFESSIONAL));
    }

    private static String isProfessional(UserModel user) {
        return answer(user).orElse("");
    }

    private boolean isAskedForWork(UserModel user) {
        return WorkDetailsSetting.of(realm).asks(answer(user));
    }

    /** Where each action begins, by its name, of those that people can begin. */
    private Map<String, String> links() {
        String state = visit.state();
        return Arrays.stream(AccountAction.values())
                .filter(this::isOffered)
                .collect(
                        Collectors.toMap(
                                AccountAction::name,
                                action -> address.begin(action, state).toString()));
    }

    private boolean isOffered(AccountAction action) {
        return action.isOffered(session, realm)
                && (action != AccountAction.CLOSE || CloseAccount.isAllowed(realm, visit.user()));
    }

    private String name(Referrer referrer) {
        ClientModel client = realm.getClientByClientId(referrer.application());
        return Optional.ofNullable(client.getName())
                .filter(name -> !name.isBlank())
                .orElse(referrer.application());
    }
}
