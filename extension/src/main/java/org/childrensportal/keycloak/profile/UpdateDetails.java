package org.childrensportal.keycloak.profile;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.childrensportal.keycloak.standing.StandingJourney;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateProfile;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;
import org.keycloak.storage.UserStorageUtil;
import org.keycloak.userprofile.EventAuditingAttributeChangeListener;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * Keycloak's action <em>Update Profile</em> with the questions, words and rules of registration.
 * The email address is not among them: it has an action of its own, which proves it. What an
 * administrator has changed while the page was open is shown, and not written over by somebody who
 * has never seen it ({@link SeenDetails}). It has Keycloak's id and a higher order; other realms
 * get Keycloak's page.
 */
public final class UpdateDetails extends UpdateProfile {

    /** Tells the page which answers somebody else has changed. */
    private static final String CHANGED_MEANWHILE = "changedMeanwhile";

    /** Tells the page that it leaves the address out. */
    private static final String WITHOUT_ADDRESS = "withoutAddress";

    @Override
    public int order() {
        return 1;
    }

    @Override
    public UpdateDetails create(KeycloakSession session) {
        return this;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (!isPortal(context)) {
            super.requiredActionChallenge(context);
            return;
        }
        SeenDetails.of(context).see(context.getUser());
        context.challenge(createResponse(context, null, null));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (!isPortal(context)) {
            super.processAction(context);
            return;
        }
        UserModel known = context.getUser();
        if (known == null
                || !known.isEnabled()
                || !new AccountLock(context.getSession(), known.getId()).take()) {
            context.getEvent().event(EventType.UPDATE_PROFILE).error(Errors.USER_NOT_FOUND);
            context.challenge(page(context, Messages.SESSION_NOT_ACTIVE));
            return;
        }
        new StandingJourney(context.getSession(), context.getAuthenticationSession())
                .requireUnderLock();
        change(context, anew(context, known));
    }

    /** The account as it is under the lock: this request may have read it before. */
    private static UserModel anew(RequiredActionContext context, UserModel known) {
        KeycloakSession session = context.getSession();
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(context.getRealm(), known);
        }
        UserModel user = session.users().getUserById(context.getRealm(), known.getId());
        return user == null ? known : user;
    }

    private void change(RequiredActionContext context, UserModel user) {
        SeenDetails seen = SeenDetails.of(context);
        MultivaluedMap<String, String> typed =
                seen.answers(user, context.getHttpRequest().getDecodedFormParameters());
        Set<String> changed = seen.changedMeanwhile(user);
        if (!changed.isEmpty()) {
            context.form().setAttribute(CHANGED_MEANWHILE, seen.valuesOf(user, changed));
            MultivaluedMap<String, String> merged = seen.merge(user, typed);
            seen.see(user);
            context.challenge(createResponse(context, merged, null));
            return;
        }
        EventBuilder event =
                context.getEvent()
                        .event(EventType.UPDATE_PROFILE)
                        .detail(Details.CONTEXT, UserProfileContext.UPDATE_PROFILE.name());
        try {
            UserProfile profile =
                    context.getSession()
                            .getProvider(UserProfileProvider.class)
                            .create(
                                    UserProfileContext.UPDATE_PROFILE,
                                    withAddress(typed, user),
                                    user);
            profile.update(false, new EventAuditingAttributeChangeListener(profile, event));
            context.success();
        } catch (ValidationException e) {
            context.challenge(
                    createResponse(
                            context, typed, Validation.getFormErrorsFromValidation(e.getErrors())));
        }
    }

    /** Keycloak 26.7 takes a field that is not on the page for one that was emptied. */
    private static MultivaluedMap<String, String> withAddress(
            MultivaluedMap<String, String> typed, UserModel user) {
        MultivaluedMap<String, String> all = new MultivaluedHashMap<>(typed);
        if (user.getEmail() != null) {
            all.putSingle(UserModel.EMAIL, user.getEmail());
        }
        return all;
    }

    @Override
    protected Response createResponse(
            RequiredActionContext context,
            MultivaluedMap<String, String> typed,
            List<FormMessage> errors) {
        if (isPortal(context)) {
            context.form().setAttribute(WITHOUT_ADDRESS, context.getUser().getEmail() != null);
        }
        return super.createResponse(context, typed, errors);
    }

    private static Response page(RequiredActionContext context, String messageKey) {
        return context.getSession()
                .getProvider(LoginFormsProvider.class)
                .setError(messageKey)
                .createErrorPage(Response.Status.BAD_REQUEST);
    }

    private static boolean isPortal(RequiredActionContext context) {
        return new PortalRealm(context.getRealm()).isPortal();
    }
}
