package org.childrensportal.keycloak.record;

import java.util.OptionalInt;
import org.childrensportal.keycloak.journey.ActionPage;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/**
 * <em>What happened to your account</em>: Keycloak's events of the person, newest first, in plain
 * words. It changes nothing.
 */
final class RecordAction implements RequiredActionProvider {

    /** The address of a part of the list is this and its number, from 0. */
    private static final String PART = "part-";

    /** Nobody reads further; it bounds what one page costs. */
    private static final int MOST_PARTS = 200;

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
        ActionPage page = new ActionPage(context, RecordActionFactory.ID);
        int part = part(page.step()).orElse(0);
        AccountRecord record = new AccountRecord(context);
        AccountRecord.Part shown = record.part(part);
        context.challenge(
                page.page()
                        .setAttribute("kept", record.isKept())
                        .setAttribute("days", record.days())
                        .setAttribute("happenings", shown.happenings())
                        .setAttribute("laterUrl", part > 0 ? address(page, part - 1) : "")
                        .setAttribute(
                                "earlierUrl",
                                shown.isLast() || part + 1 == MOST_PARTS
                                        ? ""
                                        : address(page, part + 1))
                        .createForm("portal-record.ftl"));
    }

    private static String address(ActionPage page, int part) {
        return page.address(PART + part).toString();
    }

    private static OptionalInt part(String step) {
        return step.matches(PART + "\\d{1,3}")
                ? OptionalInt.of(
                        Math.min(Integer.parseInt(step.substring(PART.length())), MOST_PARTS - 1))
                : OptionalInt.empty();
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
