package org.childrensportal.keycloak.emailcode;

import java.time.Clock;
import java.util.Locale;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.emailcode.CodeLimits;
import org.childrensportal.keycloak.domain.limit.Claim;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.utils.FormMessage;

/**
 * How often an address may be claimed, by whomever: each account that claims it costs every sign-in
 * with it a comparison, so there may be few. Whether the address has an account makes no
 * difference.
 *
 * @param session the request's session
 * @param realm the realm in which the address is claimed
 */
public record ClaimAllowance(KeycloakSession session, RealmModel realm) {

    private static final Clock CLOCK = new KeycloakClock();

    /**
     * Where the address was typed.
     *
     * @param name the field's name
     * @param language of its page
     */
    public record Field(String name, Locale language) {}

    /** What came of asking to claim an address. */
    public sealed interface Answer {}

    /**
     * The claim is counted.
     *
     * @param id takes it back, should it turn out not to be made
     */
    public record Counted(String id) implements Answer {}

    /**
     * The address may not be claimed at the moment; nothing is counted.
     *
     * @param event the error of the event
     * @param message what the person reads at the field
     */
    public record Refusal(String event, FormMessage message) implements Answer {}

    /**
     * Counts a claim on {@code address}; committed when this method returns, so it comes last, when
     * everything else is right.
     *
     * @param client the address that the request came from
     * @param field where the address was typed
     */
    public Answer take(EmailAddress address, String client, Field field) {
        RequiredActionConfigModel config = config();
        CodeLimits limits =
                new CodeLimits(
                        CodeSettingsConfig.settings(config), RealmCodeKey.seal(session, realm));
        Claim claim =
                new JpaUseStore(session, realm.getId())
                        .claim(
                                limits.ofClaim(
                                        address, client, CodeSettingsConfig.pendingLife(config)),
                                CLOCK.instant());
        return claim instanceof Claim.Granted granted
                ? new Counted(granted.id())
                : refusal((Claim.Refused) claim, config, field);
    }

    /** Uncounts a claim that was not made. */
    public void takeBack(Counted claim) {
        new JpaUseStore(session, realm.getId()).takeBack(claim.id());
    }

    private Refusal refusal(Claim.Refused refused, RequiredActionConfigModel config, Field field) {
        String when =
                EndTime.of(
                        field.language(),
                        EndTime.roughly(refused.next()),
                        CodeSettingsConfig.timeZone(config));
        return new Refusal(
                "portal_claim_refused_" + refused.subject().kind().replace('-', '_'),
                new FormMessage(field.name(), "portalTooManyClaims", when));
    }

    private RequiredActionConfigModel config() {
        return new PortalRealm(realm)
                .confirmation()
                .map(action -> realm.getRequiredActionConfigByAlias(action.getAlias()))
                .orElse(null);
    }
}
