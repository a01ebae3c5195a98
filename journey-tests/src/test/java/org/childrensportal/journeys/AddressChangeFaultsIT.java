package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.childrensportal.people.Page;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.FaultyMailServer;
import org.childrensportal.servers.FaultyMailServer.Fault;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("When the address before cannot be told of a change")
class AddressChangeFaultsIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String next = MovingPerson.newAddress();

    AddressChangeFaultsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @AfterEach
    void asBefore() {
        admin.realm().sendMailTo(portal.mail().port(), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BUSY", "RECIPIENT_LATER", "RECIPIENT_NEVER", "MAIL_LATER", "HANGS_UP"})
    @DisplayName("nothing is changed, the page says what to do, and the same code works later")
    void notTold(Fault fault) {
        MovingPerson person = MovingPerson.signedIn(portal);
        try (FaultyMailServer mail = new FaultyMailServer(Fault.NONE)) {
            admin.realm().sendMailTo(mail.port(), Duration.ofSeconds(20));
            Page page = person.codePage(next);
            String code = mail.newestCode(next);
            mail.become(fault);
            page = page.submit(Map.of("code", code));
            assertThat(page.errors())
                    .singleElement()
                    .asString()
                    .startsWith("The code is right, but")
                    .containsIgnoringCase("nothing has changed");
            assertThat(page.document().select("main").text())
                    .contains("your email address stays " + person.address());
            assertThat(person.account()).contains("\"email\":\"" + person.address());
            assertThat(admin.history().events("UPDATE_EMAIL_ERROR", person.id())).hasSize(1);
            assertThat(admin.history().events("UPDATE_EMAIL", person.id())).isEmpty();
            assertThat(portal.rows("PORTAL_ADDRESS_CHANGE where USER_ID = '" + person.id() + "'"))
                    .isZero();
            mail.become(Fault.NONE);
            assertThat(page.submit(Map.of("code", code)).address()).hasParameter("code");
            assertThat(mail.mails(person.address())).isNotEmpty();
            assertThat(person.account()).contains("\"email\":\"" + next);
        }
    }

    @Test
    @DisplayName("nothing is changed either where nobody knows whether the mail arrived")
    void unknown() {
        MovingPerson person = MovingPerson.signedIn(portal);
        try (FaultyMailServer mail = new FaultyMailServer(Fault.NONE)) {
            admin.realm().sendMailTo(mail.port(), Duration.ofSeconds(20));
            Page page = person.codePage(next);
            String code = mail.newestCode(next);
            mail.become(Fault.SILENT_AFTER_THE_MAIL);
            admin.realm().sendMailTo(mail.port(), FaultyMailServer.UNTIL_UNKNOWN);
            page = page.submit(Map.of("code", code));
            assertThat(page.errors()).singleElement().asString().contains("nothing has changed");
            assertThat(person.account()).contains("\"email\":\"" + person.address());
        }
    }
}
