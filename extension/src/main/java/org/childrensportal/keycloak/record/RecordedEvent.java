package org.childrensportal.keycloak.record;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.childrensportal.keycloak.data.DataActionFactory;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * What people are told of that happened to their account. Events of other types are left out, and
 * so is the deprecated one of two that Keycloak 26.7 writes for the same thing. Of two that fit the
 * first is meant.
 */
enum RecordedEvent {
    SIGNED_IN(EventType.LOGIN, "portalRecordSignedIn"),
    LOCKED(EventType.LOGIN_ERROR, "portalRecordLocked", If.LOCKED),
    WRONG_PASSWORD(EventType.LOGIN_ERROR, "portalRecordWrongPassword", If.WRONG_PASSWORD),
    NOT_SIGNED_IN(EventType.LOGIN_ERROR, "portalRecordNotSignedIn"),
    SIGNED_OUT_ELSEWHERE(EventType.LOGOUT, "portalRecordSignedOutElsewhere", If.BY_ACTION),
    SIGNED_OUT(EventType.LOGOUT, "portalRecordSignedOut"),
    REGISTERED(EventType.REGISTER, "portalRecordRegistered"),
    CODE_SENT(EventType.SEND_VERIFY_EMAIL, "portalRecordCodeSent"),
    ADDRESS_CONFIRMED(EventType.VERIFY_EMAIL, "portalRecordAddressConfirmed"),
    ADDRESS_CHANGED(EventType.UPDATE_EMAIL, "portalRecordAddressChanged"),
    DETAILS_CHANGED(EventType.UPDATE_PROFILE, "portalRecordDetailsChanged"),
    PASSWORD_CHANGED(EventType.UPDATE_CREDENTIAL, "portalRecordPasswordChanged", If.PASSWORD),
    WAY_ADDED(EventType.UPDATE_CREDENTIAL, "portalRecordWayAdded"),
    PASSWORD_REMOVED(EventType.REMOVE_CREDENTIAL, "portalRecordPasswordRemoved", If.PASSWORD),
    WAY_REMOVED(EventType.REMOVE_CREDENTIAL, "portalRecordWayRemoved"),
    LINK_SENT(EventType.SEND_RESET_PASSWORD, "portalRecordLinkSent"),
    LINK_USED(EventType.RESET_PASSWORD, "portalRecordLinkUsed"),
    LINKED(EventType.FEDERATED_IDENTITY_LINK, "portalRecordLinked"),
    UNLINKED(EventType.REMOVE_FEDERATED_IDENTITY, "portalRecordUnlinked"),
    ALLOWED(EventType.GRANT_CONSENT, "portalRecordAllowed"),
    ALLOWED_MORE(EventType.UPDATE_CONSENT, "portalRecordAllowed"),
    NOT_ALLOWED(EventType.REVOKE_GRANT, "portalRecordNotAllowed"),
    LOCKED_FOR_A_WHILE(EventType.USER_DISABLED_BY_TEMPORARY_LOCKOUT, "portalRecordLockedNow"),
    LOCKED_FOR_GOOD(EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT, "portalRecordLockedNow"),
    DATA_TAKEN(EventType.CUSTOM_REQUIRED_ACTION, "portalRecordDataTaken", If.DATA_FILE),
    OPENED_BY_ADMINISTRATOR(EventType.IMPERSONATE, "portalRecordAdministrator");

    private final EventType type;
    private final String messageKey;
    private final If condition;

    /** Which events of the type are meant. */
    private enum If {
        ANY,
        LOCKED,
        WRONG_PASSWORD,
        BY_ACTION,
        PASSWORD,
        DATA_FILE;

        boolean holds(Event event) {
            return switch (this) {
                case ANY -> true;
                case LOCKED ->
                        Set.of(Errors.USER_DISABLED, Errors.USER_TEMPORARILY_DISABLED)
                                .contains(error(event));
                case WRONG_PASSWORD -> Errors.INVALID_USER_CREDENTIALS.equals(error(event));
                case BY_ACTION ->
                        details(event).containsKey(Details.LOGOUT_TRIGGERED_BY_REQUIRED_ACTION);
                case DATA_FILE ->
                        DataActionFactory.ID.equals(
                                        details(event).get(Details.CUSTOM_REQUIRED_ACTION))
                                && details(event).containsKey(Details.REASON);
                case PASSWORD ->
                        PasswordCredentialModel.TYPE.equals(
                                details(event).get(Details.CREDENTIAL_TYPE));
            };
        }
    }

    RecordedEvent(EventType type, String messageKey) {
        this(type, messageKey, If.ANY);
    }

    RecordedEvent(EventType type, String messageKey, If condition) {
        this.type = type;
        this.messageKey = messageKey;
        this.condition = condition;
    }

    /** What people are told of {@code event}, if anything. */
    static Optional<RecordedEvent> of(Event event) {
        return Arrays.stream(values())
                .filter(told -> told.type == event.getType() && told.condition.holds(event))
                .findFirst();
    }

    /** The types that people are told of. */
    static EventType[] types() {
        return Arrays.stream(values()).map(told -> told.type).distinct().toArray(EventType[]::new);
    }

    String messageKey() {
        return messageKey;
    }

    private static String error(Event event) {
        return Objects.requireNonNullElse(event.getError(), "");
    }

    private static Map<String, String> details(Event event) {
        return Objects.requireNonNullElse(event.getDetails(), Map.of());
    }
}
