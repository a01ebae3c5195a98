package org.childrensportal.keycloak.profile;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.childrensportal.keycloak.domain.profile.Postcode;
import org.childrensportal.keycloak.domain.text.VisibleText;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.AttributeValidatorMetadata;
import org.keycloak.userprofile.DefaultAttributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.validate.ValidationError;

/**
 * The attributes of a profile as they are judged and stored, whoever types them and wherever: what
 * has the rule {@link SingleLineValidator} is a {@link VisibleText#line line}, what has the rule
 * {@link UkPostcodeValidator} is a postcode in its standard form. Of people themselves, work
 * details that they are not asked for count for nothing: what is stored stays as it is, unless they
 * were professionals before, whose work details are dropped. Administrators see the fields of
 * those, and may fill them in.
 */
public class TidiedAttributes extends DefaultAttributes {

    private static final long serialVersionUID = 1L;

    /** Where people edit their own profile, on pages that don't show what isn't asked for. */
    private static final Set<UserProfileContext> OWN =
            EnumSet.of(
                    UserProfileContext.REGISTRATION,
                    UserProfileContext.IDP_REVIEW,
                    UserProfileContext.UPDATE_PROFILE,
                    UserProfileContext.ACCOUNT);

    private final Set<String> asStored = new HashSet<>();

    /** The attributes that {@code typed} holds: texts, or lists of texts, by attribute. */
    public TidiedAttributes(
            UserProfileContext context,
            Map<String, ?> typed,
            UserModel user,
            UserProfileMetadata metadata,
            KeycloakSession session) {
        super(context, typed, user, withMandatory(metadata, session), session);
        if (OWN.contains(context) && !areWorkDetailsAsked()) {
            passOverWorkDetails();
        }
    }

    /** Pages tell by it that work details are asked of everybody, and show their fields. */
    private static UserProfileMetadata withMandatory(
            UserProfileMetadata metadata, KeycloakSession session) {
        if (!setting(session).asksEveryone()) {
            return metadata;
        }
        UserProfileMetadata changed = metadata.clone();
        changed.getAttributes().stream()
                .filter(attribute -> hasRule(attribute, RequiredWhenProfessionalValidator.ID))
                .forEach(attribute -> attribute.setRequired(AttributeMetadata.ALWAYS_TRUE));
        return changed;
    }

    private static WorkDetailsSetting setting(KeycloakSession session) {
        return WorkDetailsSetting.of(session.getContext().getRealm());
    }

    private boolean areWorkDetailsAsked() {
        return setting(session).asks(Optional.ofNullable(getFirst(ProfileAttribute.PROFESSIONAL)));
    }

    /** But for those that Keycloak requires of everybody, or can't be changed. */
    private void passOverWorkDetails() {
        keySet().stream()
                .filter(this::isAboutWork)
                .filter(name -> !isReadOnly(name) && !isRequired(name))
                .toList()
                .forEach(this::passOver);
    }

    /**
     * A realm that was there before the portal may keep something else under the same name, such as
     * where people live.
     */
    private void passOver(String name) {
        if (wasProfessional()) {
            put(name, nothingInPlaceOf(name));
        } else {
            put(name, stored(name));
            asStored.add(name);
        }
    }

    private boolean wasProfessional() {
        return stored(ProfileAttribute.PROFESSIONAL).contains("true");
    }

    private List<String> stored(String name) {
        return user == null ? List.of() : user.getAttributeStream(name).toList();
    }

    /** What is stored and stays is not judged. */
    @Override
    @SuppressWarnings({"unchecked", "varargs"}) // Keycloak 26.7 declares it so
    public boolean validate(String name, Consumer<ValidationError>... listeners) {
        return asStored.contains(name) || super.validate(name, listeners);
    }

    /** Has its field among those that the page shows only after "yes". */
    private boolean isAboutWork(String name) {
        return hasRule(name, RequiredWhenProfessionalValidator.ID)
                || context == UserProfileContext.REGISTRATION
                        && ProfileAttribute.WORK.contains(name);
    }

    /**
     * The page of Keycloak 26.7 that updates a profile takes an empty list for a field that it does
     * not have, and keeps what is stored. A blank text has it removed.
     */
    private List<String> nothingInPlaceOf(String name) {
        boolean isKept = context == UserProfileContext.UPDATE_PROFILE && !stored(name).isEmpty();
        return isKept ? List.of("") : List.of();
    }

    /** Keycloak calls this for every attribute, given or stored, before anything looks at it. */
    @Override
    protected List<String> normalizeAttributeValues(String name, Object value) {
        return super.normalizeAttributeValues(name, value).stream().map(form(name)).toList();
    }

    /** What can't be edited stays as it is: Keycloak compares it with what is stored. */
    private UnaryOperator<String> form(String name) {
        if (isReadOnly(name)) {
            return UnaryOperator.identity();
        }
        if (hasRule(name, UkPostcodeValidator.ID)) {
            return Postcode::tidy;
        }
        return hasRule(name, SingleLineValidator.ID) ? VisibleText::line : UnaryOperator.identity();
    }

    private boolean hasRule(String name, String validator) {
        return Optional.ofNullable(getMetadata(name))
                .filter(attribute -> hasRule(attribute, validator))
                .isPresent();
    }

    private static boolean hasRule(AttributeMetadata attribute, String validator) {
        return Optional.ofNullable(attribute.getValidators()).orElse(List.of()).stream()
                .map(AttributeValidatorMetadata::getValidatorId)
                .anyMatch(validator::equals);
    }
}
