package org.childrensportal.keycloak.reset;

import org.childrensportal.keycloak.mail.AfterAnswer;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.events.Errors;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.utils.StringUtil;

/**
 * Keycloak's step that mails a link to choose a new password, in every reset-credentials flow. The
 * mail is sent once the request has been answered, so that the answer takes the same time whether
 * there is anybody to mail or not.
 */
public final class PortalResetEmail extends ResetCredentialEmail {

    @Override
    public int order() {
        return 1;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (context.getAuthenticationSession()
                        .getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID)
                != null) {
            // The person has followed the link.
            super.authenticate(context);
            return;
        }
        UserModel user = context.getUser();
        if (user != null && StringUtil.isBlank(user.getEmail())) {
            context.getEvent().clone().user(user).error(Errors.INVALID_EMAIL);
        } else if (user != null) {
            AfterAnswer.run(context.getSession(), ResetMail.of(context));
        }
        context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
    }
}
