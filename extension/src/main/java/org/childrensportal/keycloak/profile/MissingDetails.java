package org.childrensportal.keycloak.profile;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.childrensportal.keycloak.standing.StandingJourney;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.VerifyUserProfile;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * Keycloak's action <em>Verify Profile</em>, on a page that asks before it complains: nobody has
 * typed anything yet whose account was made before the realm was the portal's. Keycloak 26.7 shows
 * what is missing as errors at once, and, where another action was answered before, what was typed
 * there. It has Keycloak's id and a higher order. Whether anybody is asked is the realm's setting
 * for that action; other realms get Keycloak's page.
 */
public final class MissingDetails extends VerifyUserProfile {

    /** Tells the page that it asks for what is missing. */
    private static final String PAGE = "missingDetails";

    @Override
    public int order() {
        return 1;
    }

    @Override
    public MissingDetails create(KeycloakSession session) {
        return this;
    }

    /** Whoever else has their address or name, nobody is asked for it here. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (!isPortal(context)) {
            super.evaluateTriggers(context);
            return;
        }
        new StandingJourney(context.getSession(), context.getAuthenticationSession()).goOn();
        new UnaskedOwners(context.getSession())
                .during(
                        () -> {
                            super.evaluateTriggers(context);
                            return true;
                        });
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (!isPortal(context)) {
            super.requiredActionChallenge(context);
            return;
        }
        List<ValidationException.Error> missing =
                new UnaskedOwners(context.getSession()).during(() -> missing(context));
        if (missing.isEmpty()) {
            context.success();
            return;
        }
        context.challenge(createResponse(context, null, null));
        context.getEvent()
                .clone()
                .event(EventType.VERIFY_PROFILE)
                .detail(Details.FIELDS_TO_UPDATE, fields(missing))
                .success();
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (isPortal(context)) {
            new StandingJourney(context.getSession(), context.getAuthenticationSession())
                    .requireUnderLock();
        }
        super.processAction(context);
    }

    private static List<ValidationException.Error> missing(RequiredActionContext context) {
        try {
            context.getSession()
                    .getProvider(UserProfileProvider.class)
                    .create(UserProfileContext.UPDATE_PROFILE, context.getUser())
                    .validate();
            return List.of();
        } catch (ValidationException e) {
            return e.getErrors();
        }
    }

    private static String fields(List<ValidationException.Error> errors) {
        return errors.stream()
                .map(ValidationException.Error::getAttribute)
                .distinct()
                .collect(Collectors.joining(","));
    }

    @Override
    protected Response createResponse(
            RequiredActionContext context,
            MultivaluedMap<String, String> typed,
            List<FormMessage> errors) {
        if (isPortal(context)) {
            context.form().setAttribute(PAGE, true);
        }
        return super.createResponse(context, typed, errors);
    }

    private static boolean isPortal(RequiredActionContext context) {
        return new PortalRealm(context.getRealm()).isPortal();
    }
}
