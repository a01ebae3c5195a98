package org.childrensportal.keycloak.emailcode;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/**
 * An event of the request's user, client and IP address. It names the user by id only: Keycloak
 * writes failures to the log, where no address need be.
 */
final class CodeEvent {

    private CodeEvent() {}

    static EventBuilder of(RequiredActionContext context, EventType type) {
        return context.getEvent()
                .clone()
                .event(type)
                .user(context.getUser())
                .removeDetail(Details.USERNAME);
    }
}
