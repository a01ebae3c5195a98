package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;

/** The steps by which a realm becomes the portal's, and by which it leaves. */
final class RealmSteps {

    private final List<RealmStep> steps;

    RealmSteps(KeycloakSession session, RealmModel realm) {
        PortalFile file = new PortalFile();
        RealmRepresentation portal = file.realm();
        List<RealmStep> all = new ArrayList<>();
        for (RealmTheme theme : RealmTheme.ALL) {
            all.add(new ThemeStep(session, realm, theme));
        }
        all.add(new LanguagesStep(realm, portal.getSupportedLocales(), portal.getDefaultLocale()));
        all.add(new UserProfileStep(session, realm, file.profile()));
        all.add(new PasswordPolicyStep(session, realm, portal.getPasswordPolicy()));
        for (BoundFlow flow : BoundFlow.ALL) {
            all.add(new FlowStep(realm, portal, flow));
        }
        all.add(new OurFlowsStep(session, realm));
        all.add(new ConfirmationStep(realm, label(session)));
        all.add(new ListenerStep(realm, portal.getEventsListeners()));
        all.add(new ClientScopeStep(realm, portal));
        all.add(new ClientPolicyStep(session, realm));
        all.add(new UniqueAddressesStep(session, realm));
        RealmSwitch.ALL.stream().map(needed -> new SwitchStep(realm, needed)).forEach(all::add);
        all.add(new MailStep(realm));
        all.add(new PendingAccountsStep(session, realm));
        all.add(new RowsStep(session, realm));
        all.add(new MemoryStep(realm));
        steps = List.copyOf(all);
    }

    private static String label(KeycloakSession session) {
        return ((RequiredActionFactory)
                        session.getKeycloakSessionFactory()
                                .getProviderFactory(
                                        RequiredActionProvider.class, PortalRealm.CONFIRMATION))
                .getDisplayText();
    }

    /** What has to be changed for the realm to be the portal's. */
    List<RealmChange> setUp() {
        return all(RealmStep::setUp);
    }

    /** What has to be changed for nothing of the portal to be left. */
    List<RealmChange> leave() {
        return all(RealmStep::leave);
    }

    /** What only an administrator can do for the realm to be the portal's. */
    List<RealmChange.Words> toDo() {
        return all(RealmStep::toDo);
    }

    private <T> List<T> all(Function<RealmStep, List<T>> question) {
        return steps.stream().flatMap(step -> question.apply(step).stream()).toList();
    }
}
