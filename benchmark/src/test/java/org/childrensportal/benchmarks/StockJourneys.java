package org.childrensportal.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import java.util.regex.Pattern;

/**
 * Keycloak's own registration as it is unless an option is set that Keycloak calls deprecated: a
 * link by mail, and the password after that.
 */
final class StockJourneys implements Journeys {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Application application;
    private final Waiting mail;

    StockJourneys(Application application, Waiting mail) {
        this.application = application;
        this.mail = mail;
    }

    @Override
    public ChainBuilder comeToForm() {
        return exec(http("stock: sign in")
                        .get(application.authorization(StockRealmFile.NAME))
                        .check(css("a[href*=registration]", "href").saveAs("link")))
                .exec(http("stock: register").get("#{link}").check(form("#kc-register-form")));
    }

    @Override
    public ChainBuilder sendForm(CheckBuilder... checks) {
        return exec(
                http("stock: register, filled in")
                        .post("#{form}")
                        .formParam("firstName", "Ann")
                        .formParam("lastName", "Lee")
                        .formParam("email", "#{email}")
                        .check(checks));
    }

    @Override
    public ChainBuilder register() {
        return exec(comeToForm())
                .exec(sendForm(substring("verify")))
                .exec(mail.until(LINK, "address"))
                .exec(
                        http("stock: the link")
                                .get("#{address}")
                                .check(form("#kc-passwd-update-form")))
                .exec(
                        http("stock: password, filled in")
                                .post("#{form}")
                                .formParam("password-new", People.PASSWORD)
                                .formParam("password-confirm", People.PASSWORD)
                                .check(substring(Application.GREETING)));
    }

    @Override
    public ChainBuilder signIn() {
        return exec(http("stock: sign in")
                        .get(application.authorization(StockRealmFile.NAME))
                        .check(form("#kc-form-login")))
                .exec(
                        http("stock: sign in, filled in")
                                .post("#{form}")
                                .formParam("username", "#{email}")
                                .formParam("password", "#{current}")
                                .check(substring(Application.GREETING)));
    }

    @Override
    public ChainBuilder changePassword() {
        return exec(http("stock: new password")
                        .get(
                                application.authorization(StockRealmFile.NAME)
                                        + "&kc_action=UPDATE_PASSWORD")
                        .check(form("#kc-passwd-update-form")))
                .exec(
                        http("stock: new password, filled in")
                                .post("#{form}")
                                .formParam("password-new", "#{password}")
                                .formParam("password-confirm", "#{password}")
                                .check(substring(Application.GREETING)));
    }

    private static CheckBuilder form(String selector) {
        return css(selector, "action").saveAs("form");
    }
}
