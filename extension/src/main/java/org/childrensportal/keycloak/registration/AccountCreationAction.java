package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.function.Supplier;
import org.childrensportal.keycloak.emailcode.AddressClaimPermit;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.childrensportal.keycloak.profile.UnaskedOwners;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.UserProfile;

/**
 * {@code portal-account-creation}: creates the account from the email address of step 2 and the
 * answers of step 1.
 */
public final class AccountCreationAction extends RegistrationUserCreation {

    static final String ID = "portal-account-creation";

    /** The one profile of a request, which is validated once. */
    private static final String PROFILE = ClaimingProfile.class.getName();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Portal: account creation";
    }

    @Override
    public String getHelpText() {
        return "Creates the account from the email address and the details of step 1. Must be the"
                + " first action of its page.";
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(SayRegisteredSetting.PROPERTY);
    }

    /** Keycloak refuses who has an account here already, that of this very form among them. */
    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        JourneyAccount account = new JourneyAccount(context);
        if (context.getUser() != null && account.isMade()) {
            throw account.madeAlready();
        }
        super.buildPage(context, form);
    }

    @Override
    public void validate(ValidationContext context) {
        new RegistrationReady(context).require();
        new Answers(context.getAuthenticationSession())
                .keep(
                        List.of(ProfileAttribute.EMAIL),
                        context.getHttpRequest().getDecodedFormParameters());
        super.validate(context);
    }

    /** The profile from the kept answers; of this request's form only the address counts. */
    @Override
    public UserProfile getOrCreateUserProfile(
            FormContext context, MultivaluedMap<String, String> form) {
        KeycloakSession session = context.getSession();
        ClaimingProfile earlier = session.getAttribute(PROFILE, ClaimingProfile.class);
        if (earlier != null) {
            return earlier;
        }
        ClaimingProfile profile = profile(context, form);
        session.setAttribute(PROFILE, profile);
        return profile;
    }

    private ClaimingProfile profile(FormContext context, MultivaluedMap<String, String> form) {
        Answers answers = new Answers(context.getAuthenticationSession());
        MultivaluedMap<String, String> merged = new MultivaluedHashMap<>();
        answers.forProfile(context.getRealm()).forEach(merged::putSingle);
        merged.putSingle(ProfileAttribute.EMAIL, TypedAddress.of(form).text());
        SayRegisteredSetting sayRegistered = SayRegisteredSetting.of(context);
        Supplier<UserProfile> keycloaks = () -> super.getOrCreateUserProfile(context, merged);
        return new ClaimingProfile(
                context.getSession(),
                sayRegistered == SayRegisteredSetting.ON
                        ? keycloaks.get()
                        : new UnaskedOwners(context.getSession()).during(keycloaks),
                sayRegistered,
                new JourneyAccount(context).id());
    }

    /**
     * The address claim is counted last, when the rest of the page is right. If it is refused, no
     * account is made.
     */
    @Override
    public void success(FormContext context) {
        if (context.getUser() != null) {
            // Another account was found in this journey by now: Keycloak refuses.
            super.success(context);
            return;
        }
        AddressClaimCount count = new AddressClaimCount(context);
        AddressClaimPermit.Granted permit = count.take();
        try {
            super.success(context);
        } catch (ModelDuplicateException e) {
            count.giveBack(permit);
            throw new JourneyAccount(context).madeAlready();
        }
        new Answers(context.getAuthenticationSession()).forget();
    }
}
