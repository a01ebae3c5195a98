package org.childrensportal.keycloak.addresschange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.database.KeycloakClock;
import org.childrensportal.keycloak.database.StoredAccount;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.childrensportal.keycloak.emailcode.CodeRoute;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel.RequiredAction;

/** One request of the change of an account's address: what belongs to it, each part built once. */
final class Change {

    private static final Clock CLOCK = new KeycloakClock();

    private final RequiredActionContext context;
    private final ChangeJourney journey;
    private final CodeRoute route;

    /** The request of {@code context}, which has a user. */
    Change(RequiredActionContext context) {
        this.context = context;
        this.journey = new ChangeJourney(context.getAuthenticationSession());
        this.route = new CodeRoute(context, RequiredAction.UPDATE_EMAIL.name());
    }

    RequiredActionContext context() {
        return context;
    }

    ChangeJourney journey() {
        return journey;
    }

    CodeRoute route() {
        return route;
    }

    Instant now() {
        return CLOCK.instant();
    }

    /** The addresses of the account as they are committed, or as another user store says. */
    Addresses addresses() {
        StoredAccount stored = stored();
        return stored.isLocal()
                ? stored.addresses()
                : new AddressClaim(context.getUser()).addresses();
    }

    /** The address that the account has now. */
    Optional<String> current() {
        return addresses().own();
    }

    /** Why the change cannot go on that was begun in this journey, if so. */
    Optional<ChangeError> stop() {
        if (!journey.begun().map(stored()::isStandingSince).orElse(true)) {
            return Optional.of(ChangeError.NOT_STANDING);
        }
        return journey.begun().isPresent() && !journey.isFrom(current())
                ? Optional.of(ChangeError.CHANGED_MEANWHILE)
                : Optional.empty();
    }

    /** An event of the change, which names the account by its id only. */
    EventBuilder event() {
        return context.getEvent()
                .clone()
                .event(EventType.UPDATE_EMAIL)
                .user(context.getUser())
                .removeDetail(Details.USERNAME);
    }

    private StoredAccount stored() {
        return new StoredAccount(context.getSession(), context.getUser().getId());
    }
}
