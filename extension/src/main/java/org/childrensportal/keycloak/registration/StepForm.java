package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.WebApplicationException;
import org.childrensportal.keycloak.journey.PageForm;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.FormContext;
import org.keycloak.models.Constants;
import org.keycloak.services.resources.LoginActionsService;

/**
 * The form of a page of registration, sent to the page's own address (see {@link PageForm}), and
 * processed within the request that carries it.
 */
final class StepForm {

    /** Which page's form was processed in this request: the id of its execution. */
    private static final String PROCESSED = StepForm.class.getName();

    private final FormContext context;

    StepForm(FormContext context) {
        this.context = context;
    }

    /** Whether the request is a form that is not processed yet. */
    boolean isSent() {
        return PageForm.isIn(context.getHttpRequest(), context.getUriInfo()) && !isProcessed();
    }

    /** Whether a form was processed in this request: what is asked for now comes after it. */
    boolean isProcessed() {
        return context.getSession().getAttribute(PROCESSED) != null;
    }

    /** Whether the request was a form of this page, sent to whichever address, that has errors. */
    boolean isAnswered() {
        String execution = context.getExecution().getId();
        return isPost()
                && (execution.equals(context.getSession().getAttribute(PROCESSED))
                        || execution.equals(
                                context.getUriInfo()
                                        .getQueryParameters()
                                        .getFirst(Constants.EXECUTION)));
    }

    private boolean isPost() {
        return "POST".equals(context.getHttpRequest().getHttpMethod());
    }

    /**
     * Has Keycloak process the form, as it would at its own form address.
     *
     * @return what comes of it, to be thrown: Keycloak (26.7, LoginActionsService.processFlow)
     *     answers with the response of such an exception, and does not go on with the flow that was
     *     about to show the page
     */
    WebApplicationException process() {
        String execution = context.getExecution().getId();
        context.getSession().setAttribute(PROCESSED, execution);
        context.getAuthenticationSession()
                .setAuthNote(AuthenticationProcessor.LAST_PROCESSED_EXECUTION, execution);
        return new WebApplicationException(processor().authenticationAction(execution));
    }

    /** Keycloak's processor of the registration flow, for this request. */
    AuthenticationProcessor processor() {
        return new AuthenticationProcessor()
                .setAuthenticationSession(context.getAuthenticationSession())
                .setFlowPath(LoginActionsService.REGISTRATION_PATH)
                .setFlowId(context.getRealm().getRegistrationFlow().getId())
                .setBrowserFlow(true)
                .setConnection(context.getConnection())
                .setEventBuilder(context.getEvent())
                .setRealm(context.getRealm())
                .setSession(context.getSession())
                .setUriInfo(context.getUriInfo())
                .setRequest(context.getHttpRequest());
    }
}
