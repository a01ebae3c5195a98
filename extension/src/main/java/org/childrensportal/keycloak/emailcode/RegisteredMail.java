package org.childrensportal.keycloak.emailcode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childrensportal.keycloak.mail.Recipient;
import org.childrensportal.keycloak.mail.ServiceName;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.services.util.ResolveRelative;

/**
 * Tells the owner of an address that somebody tried to register it. It goes out under the limits of
 * the code that anybody else would get, and holds none: nobody else learns by it that the address
 * has an account.
 */
record RegisteredMail(RequiredActionContext context) {

    private static final String SUBJECT = "portalRegisteredSubject";
    private static final String TEMPLATE = "portal-registered.ftl";

    /** Sends it to {@code owner}, at the address that was typed. */
    void send(Recipient owner) throws EmailException {
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "home",
                ResolveRelative.resolveRelativeUri(
                        context.getSession(),
                        context.getAuthenticationSession().getClient().getRootUrl(),
                        context.getAuthenticationSession().getClient().getBaseUrl()));
        context.getSession()
                .getProvider(EmailTemplateProvider.class)
                .setAuthenticationSession(context.getAuthenticationSession())
                .setRealm(context.getRealm())
                .setUser(owner)
                .send(SUBJECT, List.of(ServiceName.of(context.getRealm())), TEMPLATE, facts);
    }
}
