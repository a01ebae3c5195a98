package org.childrensportal.keycloak.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.childrensportal.keycloak.password.NewPassword;
import org.childrensportal.keycloak.password.PasswordChecklist;
import org.childrensportal.keycloak.password.PersonalNames;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;

/** Takes the password of the second page; it is hashed at once and never kept or shown. */
final class AccountPasswordAction extends PortalFormAction {

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        PasswordChecklist.of(context.getSession()).addTo(form);
    }

    @Override
    public void validate(ValidationContext context) {
        new RegistrationReady(context).require();
        var form = context.getHttpRequest().getDecodedFormParameters();
        PersonalNames.note(
                context.getSession(),
                new Answers(context.getAuthenticationSession()).personalNames());
        NewPassword password =
                new NewPassword(form.getFirst("password"), form.getFirst("password-confirm"));
        List<FormMessage> errors = new ArrayList<>(password.errors(context.getSession()));
        if (errors.isEmpty()) {
            otherPolicies(context, password).ifPresent(errors::add);
        }
        if (errors.isEmpty()) {
            context.success();
        } else {
            context.error(Errors.INVALID_REGISTRATION);
            context.validationError(form, errors);
        }
    }

    /** What the other policies of the realm say, such as that it must not be the address. */
    private static Optional<FormMessage> otherPolicies(
            ValidationContext context, NewPassword password) {
        TypedAddress address = TypedAddress.of(context.getHttpRequest().getDecodedFormParameters());
        PolicyError error =
                context.getSession()
                        .getProvider(PasswordPolicyManagerProvider.class)
                        .validate(address.text(), password.value());
        return Optional.ofNullable(error).map(NewPassword::message);
    }

    @Override
    public void success(FormContext context) {
        // A policy that looks at the user may still refuse: the whole registration is rolled back.
        context.getUser()
                .credentialManager()
                .updateCredential(
                        UserCredentialModel.password(
                                context.getHttpRequest()
                                        .getDecodedFormParameters()
                                        .getFirst("password"),
                                false));
    }
}
