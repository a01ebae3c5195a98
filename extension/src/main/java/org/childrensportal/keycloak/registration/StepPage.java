package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.FormAuthenticator;
import org.keycloak.authentication.FormContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/** Shows one page of registration at the page's own address. */
abstract class StepPage implements FormAuthenticator {

    private final Step step;
    private final String template;
    private final List<String> fields;

    /** Its {@code fields} are those whose errors it shows, in its own order. */
    StepPage(Step step, String template, List<String> fields) {
        this.step = step;
        this.template = template;
        this.fields = fields;
    }

    /**
     * Shows the page if this request is for it, and otherwise sends the browser to its address. If
     * registration could not be completed, shows a page that says so.
     */
    @Override
    public Response render(FormContext context, LoginFormsProvider form) {
        return new RegistrationReady(context).refusal().orElseGet(() -> page(context, form));
    }

    Response page(FormContext context, LoginFormsProvider form) {
        StepForm sent = new StepForm(context);
        boolean requested = step.isRequested(context.getUriInfo());
        if (sent.isSent()) {
            new Answers(context.getAuthenticationSession())
                    .keepTyped(context.getHttpRequest().getDecodedFormParameters());
            if (requested) {
                throw sent.process();
            }
        }
        return requested || sent.isAnswered() ? show(context, form) : step.redirect(context);
    }

    Response show(FormContext context, LoginFormsProvider form) {
        return form.setAttribute("fields", fields)
                .setAttribute("answers", answers(context))
                .setAttribute("formAction", step.address(context).toString())
                .createForm(template);
    }

    /** Gives an execution and what is in it a status. */
    static void mark(
            FormContext context, AuthenticationExecutionModel execution, ExecutionStatus status) {
        context.getAuthenticationSession().setExecutionStatus(execution.getId(), status);
        if (execution.getFlowId() != null) {
            context.getRealm()
                    .getAuthenticationExecutionsStream(execution.getFlowId())
                    .forEach(child -> mark(context, child, status));
        }
    }

    /**
     * What the fields show: the kept answers, or what was typed just now if it came back with
     * errors.
     */
    private static Map<String, String> answers(FormContext context) {
        Map<String, String> answers =
                new LinkedHashMap<>(new Answers(context.getAuthenticationSession()).all());
        if (new StepForm(context).isAnswered()) {
            context.getHttpRequest()
                    .getDecodedFormParameters()
                    .forEach(
                            (question, typed) -> {
                                if (!question.startsWith("password") && !typed.isEmpty()) {
                                    answers.put(question, typed.get(0));
                                }
                            });
        }
        return answers;
    }

    @Override
    public void close() {
        // nothing to close
    }
}
