package org.childrensportal.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import java.util.regex.Pattern;

/** The three pages of the portal, a code by mail. */
final class PortalJourneys implements Journeys {

    private static final Pattern CODE = Pattern.compile("(?<![\\w-])[0-9]{8}(?![\\w-])");

    private final Application application;
    private final Waiting mail;

    PortalJourneys(Application application, Waiting mail) {
        this.application = application;
        this.mail = mail;
    }

    @Override
    public ChainBuilder comeToForm() {
        return exec(http("portal: my account")
                        .get(application.authorization("portal"))
                        .check(css("a[href*=registration]", "href").saveAs("link")))
                .exec(http("portal: your details").get("#{link}").check(form()))
                .exec(
                        http("portal: your details, filled in")
                                .post("#{form}")
                                .formParam("firstName", "Ann")
                                .formParam("lastName", "Lee")
                                .formParam("professional", "true")
                                .formParam("jobRole", "Teacher")
                                .formParam("organisation", "School One")
                                .formParam("street", "1 High Street")
                                .formParam("locality", "London")
                                .formParam("postal_code", "SW1A 1AA")
                                .check(form()));
    }

    @Override
    public ChainBuilder sendForm(CheckBuilder... checks) {
        return exec(
                http("portal: your account, filled in")
                        .post("#{form}")
                        .formParam("email", "#{email}")
                        .formParam("password", People.PASSWORD)
                        .formParam("password-confirm", People.PASSWORD)
                        .check(checks));
    }

    @Override
    public ChainBuilder register() {
        return exec(comeToForm())
                .exec(sendForm(css("#code", "id"), form()))
                .exec(mail.until(CODE, "code"))
                .exec(
                        http("portal: the code")
                                .post("#{form}")
                                .formParam("code", "#{code}")
                                .check(substring(Application.GREETING)));
    }

    @Override
    public ChainBuilder signIn() {
        return exec(http("portal: my account")
                        .get(application.authorization("portal"))
                        .check(form()))
                .exec(
                        http("portal: sign in")
                                .post("#{form}")
                                .formParam("username", "#{email}")
                                .formParam("password", "#{current}")
                                .check(substring(Application.GREETING)));
    }

    @Override
    public ChainBuilder changePassword() {
        return exec(http("portal: new password")
                        .get(application.authorization("portal") + "&kc_action=UPDATE_PASSWORD")
                        .check(form()))
                .exec(
                        http("portal: new password, filled in")
                                .post("#{form}")
                                .formParam("password-new", "#{password}")
                                .formParam("password-confirm", "#{password}")
                                .check(substring(Application.GREETING)));
    }

    private static CheckBuilder form() {
        return css("main form", "action").saveAs("form");
    }
}
