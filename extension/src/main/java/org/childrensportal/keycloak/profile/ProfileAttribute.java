package org.childrensportal.keycloak.profile;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/**
 * The names of the user attributes that registration asks for. The address has the names that
 * Keycloak's own address mapper reads.
 */
public final class ProfileAttribute {

    public static final String FORENAME = UserModel.FIRST_NAME;
    public static final String SURNAME = UserModel.LAST_NAME;
    public static final String EMAIL = UserModel.EMAIL;

    /** {@code true} or {@code false}: is the account used in a professional capacity? */
    public static final String PROFESSIONAL = "professional";

    public static final String ROLE = "jobRole";
    public static final String ORGANISATION = "organisation";
    public static final String STREET = "street";
    public static final String TOWN = "locality";
    public static final String POSTCODE = "postal_code";

    /** What is asked of everybody on the first page. */
    public static final List<String> PERSONAL = List.of(FORENAME, SURNAME, PROFESSIONAL);

    /** What is asked of professionals on the first page. */
    public static final List<String> WORK = List.of(ROLE, ORGANISATION, STREET, TOWN, POSTCODE);

    /** What the first page asks, in its order. */
    public static final List<String> DETAILS =
            Stream.concat(PERSONAL.stream(), WORK.stream()).toList();

    private ProfileAttribute() {}
}
