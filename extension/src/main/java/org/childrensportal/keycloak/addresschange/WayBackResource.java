package org.childrensportal.keycloak.addresschange;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The page to which the mail about a changed address leads, at {@code /realms/…/portal-way-back}.
 * Opening it changes nothing, because programs follow links in mails too; its button does. Nobody
 * can press it who does not have the key.
 */
@Produces(MediaType.TEXT_HTML)
public final class WayBackResource {

    /**
     * The parameter of the key. The pages of Keycloak 26.7 keep one of this name where somebody
     * chooses another language.
     */
    static final String KEY = Constants.TOKEN;

    private final KeycloakSession session;
    private final RealmModel realm;

    WayBackResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** The page that says what the button does, or why there is none. */
    @GET
    public Response page(@QueryParam(KEY) String key) {
        requirePortal();
        String typed = Objects.requireNonNullElse(key, "");
        return new AddressUndo(session)
                .obstacle(typed)
                .map(this::result)
                .orElseGet(() -> question(typed));
    }

    /** Changes the address back, and leads to the choice of a new password. */
    @POST
    public Response changeBack(@FormParam(KEY) String key) {
        requirePortal();
        AddressUndo.Outcome outcome = undo(Objects.requireNonNullElse(key, ""));
        Optional<UserModel> user =
                outcome.account().map(account -> session.users().getUserById(realm, account));
        // The way in is closed, and that is committed: now whoever is in goes out.
        user.ifPresent(account -> SessionsEnd.now(session, realm, account));
        return outcome.result() == UndoResult.DONE && choosesPasswords()
                ? user.map(new NewPasswordJourney(session)::begin)
                        .orElseGet(() -> result(outcome.result()))
                : result(outcome.result());
    }

    private AddressUndo.Outcome undo(String key) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    session.getContext(),
                    own -> {
                        AddressUndo.Outcome outcome = new AddressUndo(own).undo(key);
                        outcome.account()
                                .ifPresent(
                                        account ->
                                                new SessionsEnd(realm.getId(), account).later(own));
                        return outcome;
                    },
                    "change of address undone");
        } catch (ModelDuplicateException e) {
            // Another account is given the address at this moment.
            return new AddressUndo.Outcome(UndoResult.TAKEN, Optional.empty());
        }
    }

    private void requirePortal() {
        if (!new PortalRealm(realm).isPortal()) {
            throw new NotFoundException();
        }
    }

    private boolean choosesPasswords() {
        return realm.getRequiredActionProvidersStream()
                .anyMatch(
                        action ->
                                action.isEnabled()
                                        && UserModel.RequiredAction.UPDATE_PASSWORD
                                                .name()
                                                .equals(action.getAlias()));
    }

    private Response question(String key) {
        return page().setAttribute("key", key)
                .setAttribute("formAction", WayBack.page(session, realm).build().toString())
                .createForm("portal-way-back.ftl");
    }

    private Response result(UndoResult result) {
        if (result.isDone()) {
            return page().setAttribute("messageHeader", result.titleKey())
                    .setSuccess(result.textKey())
                    .createInfoPage();
        }
        return page().setAttribute("refusal", result.titleKey())
                .setError(result.textKey())
                .createErrorPage(result.status());
    }

    private LoginFormsProvider page() {
        return session.getProvider(LoginFormsProvider.class);
    }
}
