package org.childrensportal.keycloak.data;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.childrensportal.keycloak.journey.ActionPage;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.util.JsonSerialization;

/** <em>Your data</em>: all that is stored about the person, to read and as a JSON file. */
final class DataAction implements RequiredActionProvider {

    private static final String PAGE = "page";
    private static final String FILE = "file";
    private static final String ATTACHMENT = "attachment; filename=\"your-data.json\"";

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // nobody is asked to look
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        ActionPage page = new ActionPage(context, DataActionFactory.ID);
        if (page.hasForm() && page.form().containsKey(FILE)) {
            context.challenge(file(context));
            context.getEvent()
                    .clone()
                    .event(EventType.CUSTOM_REQUIRED_ACTION)
                    .user(context.getUser())
                    .detail(Details.CUSTOM_REQUIRED_ACTION, DataActionFactory.ID)
                    .detail(Details.REASON, FILE)
                    .success();
        } else {
            context.challenge(
                    page.page()
                            .setAttribute("formAction", page.address(PAGE).toString())
                            .setAttribute("fileName", FILE)
                            .setAttribute("sections", new DataInWords(context).sections())
                            .createForm("portal-data.ftl"));
        }
    }

    private static Response file(RequiredActionContext context) {
        try {
            return Response.ok(
                            JsonSerialization.writeValueAsPrettyString(
                                    new AccountData(context).all()),
                            MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                    .header(HttpHeaders.CONTENT_DISPOSITION, ATTACHMENT)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The button with which somebody goes on who did not come from the account page. */
    @Override
    public void processAction(RequiredActionContext context) {
        context.success();
    }

    @Override
    public void close() {
        // nothing to close
    }
}
