package org.childrensportal.keycloak.session;

import org.childrensportal.keycloak.journey.ActionPage;
import org.childrensportal.keycloak.standing.StandingJourney;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/**
 * <em>Where you are signed in</em>: the person's sessions in words, each of which can be ended, or
 * all but this one. Applications that keep access while the person is away (offline sessions) are
 * among them.
 */
final class SessionsAction implements RequiredActionProvider {

    /** The page's one part. */
    private static final String LIST = "list";

    private static final String END_ONE = "end";
    private static final String END_OTHERS = "end-others";

    /** What was done, until the page has said so. */
    private static final String DONE_NOTE = "portal.sessions.done";

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
        ActionPage page = new ActionPage(context, SessionsActionFactory.ID);
        if (page.hasForm()) {
            // One request after the other: Keycloak would end a session once for each.
            new StandingJourney(context.getSession(), context.getAuthenticationSession())
                    .requireUnderLock();
            end(context, page);
            page.goTo(LIST);
        } else {
            show(context, page);
        }
    }

    private static void end(RequiredActionContext context, ActionPage page) {
        OpenSessions sessions = new OpenSessions(context);
        if (page.form().containsKey(END_OTHERS)) {
            sessions.endOthers();
            say(context, SessionsNotice.OTHERS_ENDED);
        } else if (page.form().containsKey(END_ONE)) {
            // One that has ended meanwhile is what the person wanted.
            sessions.end(page.form().getFirst(END_ONE));
            say(context, SessionsNotice.ONE_ENDED);
        }
    }

    private static void say(RequiredActionContext context, SessionsNotice notice) {
        context.getAuthenticationSession().setAuthNote(DONE_NOTE, notice.name());
    }

    private static void show(RequiredActionContext context, ActionPage page) {
        SessionWords words = new SessionWords(context);
        var form = page.page();
        String done = context.getAuthenticationSession().getAuthNote(DONE_NOTE);
        if (done != null) {
            context.getAuthenticationSession().removeAuthNote(DONE_NOTE);
            form.setSuccess(SessionsNotice.valueOf(done).messageKey());
        }
        context.challenge(
                form.setAttribute("formAction", page.address(LIST).toString())
                        .setAttribute("here", words.here())
                        .setAttribute("others", words.others())
                        .setAttribute("more", words.more())
                        .createForm("portal-sessions.ftl"));
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
