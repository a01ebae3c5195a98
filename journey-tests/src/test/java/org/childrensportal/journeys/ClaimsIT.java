package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.childrensportal.local.RelyingParty.SignedIn;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The people of the table are its examples: they register with what stands there. */
@ExtendWith(Portal.Provider.class)
@DisplayName("The table of claims in docs/relying-applications.md")
class ClaimsIT {

    private final Portal portal;
    private final List<DocumentedClaim> table = DocumentedClaim.all();
    private String address = "";

    ClaimsIT(Portal portal) {
        this.portal = portal;
    }

    /** Those of the table's columns. */
    enum Person {
        A_PROFESSIONAL {
            @Override
            Map<String, String> details(Map<String, JsonNode> claims) {
                JsonNode work = claims.get("address");
                return Map.of(
                        "firstName", claims.get("given_name").asText(),
                        "lastName", claims.get("family_name").asText(),
                        "professional", claims.get("professional").asText(),
                        "jobRole", claims.get("job_role").asText(),
                        "organisation", claims.get("organisation").asText(),
                        "street", work.get("street_address").asText(),
                        "locality", work.get("locality").asText(),
                        "postal_code", work.get("postal_code").asText());
            }
        },
        A_MEMBER_OF_THE_PUBLIC {
            @Override
            Map<String, String> details(Map<String, JsonNode> claims) {
                return Map.of(
                        "firstName", claims.get("given_name").asText(),
                        "lastName", claims.get("family_name").asText(),
                        "professional", claims.get("professional").asText());
            }
        };

        /** The first page, filled in so that the application is told these claims. */
        abstract Map<String, String> details(Map<String, JsonNode> claims);

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @ParameterizedTest(name = "for {0}")
    @EnumSource
    @DisplayName("has every claim that an application is told, and none that it isn't")
    void both(Person person) {
        ToldClaims.of(issuer(), signedIn(person))
                .forEach((place, claims) -> assertAsDocumented(place, claims, person.toString()));
    }

    private URI issuer() {
        return URI.create(portal.address() + "/realms/portal");
    }

    private void assertAsDocumented(String place, JsonNode told, String person) {
        List<DocumentedClaim> documented =
                table.stream().filter(claim -> claim.isIn(place, person)).toList();
        assertThat(told.fieldNames())
                .toIterable()
                .as(place + " of " + person)
                .containsExactlyInAnyOrderElementsOf(
                        documented.stream().map(DocumentedClaim::name).toList());
        for (DocumentedClaim claim : documented) {
            JsonNode value = told.get(claim.name());
            assertThat(type(value)).as(claim.name() + ": its type").isEqualTo(claim.type());
            assertThat(type(claim.value(person)))
                    .as(claim.name() + ": the example's type")
                    .isEqualTo(claim.type());
            if (!claim.made()) {
                assertThat(value).as(claim.name()).isEqualTo(claim.value(person));
            }
        }
    }

    private static String type(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private SignedIn signedIn(Person person) {
        Map<String, JsonNode> claims =
                table.stream()
                        .filter(claim -> claim.examples().get(person.toString()).isPresent())
                        .collect(
                                Collectors.toMap(
                                        DocumentedClaim::name,
                                        claim -> claim.value(person.toString())));
        address = claims.get("email").asText();
        Page details = Registration.detailsPage(portal);
        if (claims.containsKey("locale")) {
            details = details.follow("a[hreflang=%s]".formatted(claims.get("locale").asText()));
        }
        Page code = details.submit(person.details(claims)).submit(Registration.account(address));
        return portal.signedIn(code.submit(Map.of("code", portal.codeFor(address))));
    }

    @AfterEach
    void removePerson() {
        portal.admin().people().removeUser(portal.admin().people().userId(address));
    }
}
