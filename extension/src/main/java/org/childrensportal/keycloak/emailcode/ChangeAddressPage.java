package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The page of step 3 on which the address is changed. */
final class ChangeAddressPage {

    /** The field of the address. */
    static final String FIELD = "email";

    private final CodeRequest request;

    ChangeAddressPage(CodeRequest request) {
        this.request = request;
    }

    /** The page with what was typed, and what is wrong with it. */
    Response show(String typed, FormMessage... errors) {
        LoginFormsProvider form =
                request.context()
                        .form()
                        .setAttribute("address", typed)
                        .setAttribute("formAction", request.route().changeAddressPage().toString())
                        .setAttribute(
                                "backUrl",
                                request.journey().wasAsked()
                                        ? request.route().codePage().toString()
                                        : null);
        for (FormMessage error : errors) {
            form.addError(error);
        }
        return form.createForm("portal-change-address.ftl");
    }
}
