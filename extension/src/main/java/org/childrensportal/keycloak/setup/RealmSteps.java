package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.services.resources.admin.AdminAuth;

/** The steps by which a realm becomes the portal's, and by which it leaves. */
final class RealmSteps {

    private final List<RealmStep> steps;

    /**
     * @param administrator who asks
     */
    RealmSteps(KeycloakSession session, RealmModel realm, AdminAuth administrator) {
        PortalFile file = new PortalFile();
        RealmRepresentation portal = file.realm();
        List<RealmStep> all = new ArrayList<>();
        // First: it commits as it goes, and waits for no lock of the others.
        all.add(new PendingAccountsStep(session, realm));
        all.add(new AdministratorStep(realm, administrator));
        for (RealmTheme theme : RealmTheme.ALL) {
            all.add(new ThemeStep(session, realm, theme));
        }
        all.add(new LanguagesStep(realm, portal.getSupportedLocales(), portal.getDefaultLocale()));
        all.add(new UserProfileStep(session, realm, file.profile()));
        all.add(new PasswordPolicyStep(session, realm, portal.getPasswordPolicy()));
        for (BoundFlow flow : BoundFlow.ALL) {
            all.add(new FlowStep(session, realm, portal, flow));
        }
        all.add(new OurFlowsStep(session, realm));
        all.add(new ConfirmationStep(session, realm));
        all.add(new AccountActionsStep(session, realm));
        all.add(new ClosingRoleStep(realm));
        all.add(new ListenerStep(realm, portal.getEventsListeners()));
        all.add(new ClientScopeStep(realm, portal));
        all.add(new ClientPolicyStep(session, realm));
        all.add(new UniqueAddressesStep(session, realm));
        RealmSwitch.ALL.stream().map(needed -> new SwitchStep(realm, needed)).forEach(all::add);
        all.add(new MailStep(realm));
        all.add(new PeopleStep(session, realm));
        all.add(new RowsStep(session, realm));
        all.add(new MemoryStep(realm));
        steps = List.copyOf(all);
    }

    /** For the realm to be the portal's. */
    Proposal settingUp() {
        return new Proposal(
                "set-up",
                all(RealmStep::setUp),
                all(RealmStep::toDo),
                all(RealmStep::setUpObstacles));
    }

    /** For nothing of the portal to be left. */
    Proposal leaving() {
        return leaving(all(RealmStep::leavingObstacles));
    }

    /** The same, with Keycloak's own flows bound where nobody knows what was bound before. */
    Proposal leavingForKeycloaksFlows() {
        return leaving(List.of());
    }

    private Proposal leaving(List<RealmChange.Words> obstacles) {
        return new Proposal("leave", all(RealmStep::leave), all(RealmStep::leavingToDo), obstacles);
    }

    private <T> List<T> all(Function<RealmStep, List<T>> question) {
        return steps.stream().flatMap(step -> question.apply(step).stream()).toList();
    }
}
