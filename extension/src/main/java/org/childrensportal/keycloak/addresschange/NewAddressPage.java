package org.childrensportal.keycloak.addresschange;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The page <em>Your new email address</em>. */
final class NewAddressPage {

    /** The field of the address. */
    static final String FIELD = "email";

    private final Change change;

    NewAddressPage(Change change) {
        this.change = change;
    }

    Response show(String typed) {
        return page(form(), typed);
    }

    /** The page with what is wrong with what was typed. */
    Response error(String typed, FormMessage error) {
        return page(form().addError(error), typed);
    }

    /** The page with what happened, which has nothing to do with what was typed. */
    Response fault(ChangeError error) {
        return page(form().setError(error.messageKey()), "");
    }

    private LoginFormsProvider form() {
        return change.context().form();
    }

    private Response page(LoginFormsProvider form, String typed) {
        return form.setAttribute("address", typed)
                .setAttribute("currentAddress", displayed(change.current()))
                .setAttribute("formAction", change.route().changeAddressPage().toString())
                .createForm("portal-new-address.ftl");
    }

    /** An address as people read it; nothing if there is none. */
    static String displayed(Optional<String> address) {
        return address.map(text -> EmailAddress.read(text).map(EmailAddress::display).orElse(text))
                .orElse(null);
    }
}
