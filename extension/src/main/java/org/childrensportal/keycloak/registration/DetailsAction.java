package org.childrensportal.keycloak.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Asks for some attributes of the profile on the first page: validates those by the realm's user
 * profile, and no others, and keeps the answers until the account is created.
 */
class DetailsAction extends PortalFormAction {

    private final List<String> attributes;

    DetailsAction(List<String> attributes) {
        this.attributes = attributes;
    }

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        // the page shows the kept answers
    }

    @Override
    public void validate(ValidationContext context) {
        context.getEvent().detail(Details.REGISTER_METHOD, "form");
        var form = context.getHttpRequest().getDecodedFormParameters();
        Answers answers = new Answers(context.getAuthenticationSession());
        answers.keep(attributes, form);

        List<FormMessage> errors = errors(profileOf(context));
        if (errors.isEmpty()) {
            // Before step 2 can be sent, whether its page was shown or not.
            new JourneyAccount(context).name();
            context.success();
        } else {
            context.error(Errors.INVALID_REGISTRATION);
            context.validationError(form, errors);
        }
    }

    /** The submitted page as a profile: one action's rules may look at another's attribute. */
    private static Attributes profileOf(ValidationContext context) {
        Map<String, String> submitted = SubmittedDetails.of(context.getHttpRequest());
        return context.getSession()
                .getProvider(UserProfileProvider.class)
                .create(UserProfileContext.REGISTRATION, submitted)
                .getAttributes();
    }

    // In Keycloak 26.7 validate(String, Consumer<ValidationError>...) has a generic array
    // parameter.
    @SuppressWarnings("unchecked")
    private List<FormMessage> errors(Attributes profile) {
        List<FormMessage> errors = new ArrayList<>();
        for (String attribute : attributes) {
            profile.validate(
                    attribute, error -> errors.add(AnswerError.of(attribute, error).message()));
        }
        return errors;
    }

    @Override
    public void success(FormContext context) {
        // the answers are kept since validate
    }
}
