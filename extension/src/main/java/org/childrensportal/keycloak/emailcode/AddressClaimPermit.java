package org.childrensportal.keycloak.emailcode;

import java.time.Clock;
import java.util.Locale;
import org.childrensportal.keycloak.database.JpaRateLimitStore;
import org.childrensportal.keycloak.database.KeycloakClock;
import org.childrensportal.keycloak.database.RealmKey;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.emailcode.CodeLimits;
import org.childrensportal.keycloak.domain.limit.Permit;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.utils.FormMessage;

/**
 * The permit for one more account to claim an address. Every account that claims an address costs
 * each sign-in with it one comparison, so there can only be few. Whether the address has an account
 * makes no difference.
 */
public final class AddressClaimPermit {

    private static final Clock CLOCK = new KeycloakClock();

    private final KeycloakSession session;
    private final RealmModel realm;

    /** Permits of {@code realm}. */
    public AddressClaimPermit(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Where the address was typed.
     *
     * @param name the field's name
     * @param language of its page
     */
    public record Field(String name, Locale language) {}

    /** What came of asking for a permit. */
    public sealed interface Answer {}

    /**
     * The claim is counted.
     *
     * @param id gives the permit back, should the claim turn out not to be made
     */
    public record Granted(String id) implements Answer {}

    /**
     * The address may not be claimed at the moment; nothing is counted.
     *
     * @param event the error of the event
     * @param message what the person reads at the field
     */
    public record Refusal(String event, FormMessage message) implements Answer {}

    /**
     * Takes the permit for one more claim on {@code address}. It is committed when this method
     * returns, so it is asked for last, when everything else is right.
     *
     * @param client the address that the request came from
     * @param field where the address was typed
     */
    public Answer take(EmailAddress address, String client, Field field) {
        RequiredActionConfigModel config = CodeSettingsConfig.ofRealm(realm);
        CodeLimits limits =
                new CodeLimits(
                        CodeSettingsConfig.settings(realm, config), RealmKey.seal(session, realm));
        Permit permit =
                new JpaRateLimitStore(session, realm.getId())
                        .request(
                                limits.ofAddressClaim(
                                        address,
                                        client,
                                        CodeSettingsConfig.pendingLife(realm, config)),
                                CLOCK.instant());
        return permit instanceof Permit.Granted granted
                ? new Granted(granted.id())
                : refusal((Permit.Refused) permit, config, field);
    }

    /** Gives back a permit for a claim that was not made. */
    public void giveBack(Granted permit) {
        new JpaRateLimitStore(session, realm.getId()).giveBack(permit.id());
    }

    private Refusal refusal(Permit.Refused refused, RequiredActionConfigModel config, Field field) {
        String when =
                EndTime.of(
                        field.language(),
                        EndTime.roughly(refused.next()),
                        CodeSettingsConfig.timeZone(realm, config));
        return new Refusal(
                LimitError.of(refused.subject().kind()).eventError(),
                new FormMessage(
                        field.name(), CodeError.TOO_MANY_ADDRESS_CLAIMS.messageKey(), when));
    }
}
