package org.childrensportal.keycloak.emailcode;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childrensportal.keycloak.domain.emailcode.CodeSeal;
import org.childrensportal.keycloak.domain.limit.Claim;
import org.childrensportal.keycloak.domain.limit.Limit;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.childrensportal.keycloak.mail.ServiceName;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.ResolveRelative;

/**
 * Tells the owner of an address that somebody tried to register it, once a day at most. It holds no
 * code: nobody else learns by it that the address has an account.
 */
record RegisteredMail(RequiredActionContext context) {

    private static final String SUBJECT = "portalRegisteredSubject";
    private static final String TEMPLATE = "portal-registered.ftl";
    private static final Limit ONCE_A_DAY = new Limit(1, Duration.ofDays(1));

    /**
     * Sends it to {@code owner}, unless one was sent in the last 24 hours.
     *
     * @return whether it was sent
     */
    boolean send(UserModel owner) throws EmailException {
        JpaUseStore uses = new JpaUseStore(context.getSession(), context.getRealm().getId());
        CodeSeal seal = RealmCodeKey.seal(context.getSession(), context.getRealm());
        LimitedSubject subject =
                new LimitedSubject(
                        "registered-mails",
                        seal.hash("registered-mails", owner.getId()),
                        List.of(ONCE_A_DAY));
        if (!(uses.claim(List.of(subject), new KeycloakClock().instant())
                instanceof Claim.Granted granted)) {
            return false;
        }
        try {
            mail(owner);
            return true;
        } catch (EmailException e) {
            uses.takeBack(granted.id());
            throw e;
        }
    }

    private void mail(UserModel owner) throws EmailException {
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
