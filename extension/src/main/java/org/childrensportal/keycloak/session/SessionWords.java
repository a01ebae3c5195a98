package org.childrensportal.keycloak.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.childrensportal.keycloak.domain.device.BrowserName;
import org.childrensportal.keycloak.emailcode.PortalTime;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.device.DeviceActivityManager;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.account.DeviceRepresentation;

/** A person's sessions as the page says them. */
final class SessionWords {

    /** As many as a page holds. */
    private static final int MOST = 40;

    private final RequiredActionContext context;
    private final OpenSessions sessions;
    private final List<UserSessionModel> all;
    private final PortalTime time;

    SessionWords(RequiredActionContext context) {
        this.context = context;
        this.sessions = new OpenSessions(context);
        this.all = sessions.all();
        this.time = new PortalTime(context.getSession(), context.getRealm(), context.getUser());
    }

    /** This browser's session, which may be about to begin: then only its browser is known. */
    SessionInWords here() {
        return all.stream()
                .filter(sessions::isHere)
                .findFirst()
                .map(this::words)
                .orElseGet(
                        () -> {
                            BrowserName browser =
                                    browser(
                                            context.getSession()
                                                    .getProvider(DeviceRepresentationProvider.class)
                                                    .deviceRepresentation());
                            return new SessionInWords(
                                    "",
                                    browser.browser().orElse(""),
                                    browser.system().orElse(""),
                                    "",
                                    "",
                                    List.of(),
                                    false,
                                    false);
                        });
    }

    /** The other sessions, the one used last first, as many as a page holds. */
    List<SessionInWords> others() {
        return all.stream()
                .filter(open -> !sessions.isHere(open))
                .limit(MOST)
                .map(this::words)
                .toList();
    }

    /** How many the page does not hold. */
    long more() {
        return Math.max(0, all.stream().filter(open -> !sessions.isHere(open)).count() - MOST);
    }

    private SessionInWords words(UserSessionModel open) {
        BrowserName browser = browser(DeviceActivityManager.getCurrentDevice(open));
        return new SessionInWords(
                sessions.key(open),
                browser.browser().orElse(""),
                browser.system().orElse(""),
                time.words(Instant.ofEpochSecond(open.getStarted())),
                time.words(Instant.ofEpochSecond(open.getLastSessionRefresh())),
                applications(open),
                open.isOffline(),
                open.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null);
    }

    private static BrowserName browser(DeviceRepresentation device) {
        return device == null
                ? BrowserName.UNKNOWN
                : BrowserName.of(
                        Optional.ofNullable(device.getBrowser()),
                        Optional.ofNullable(device.getOs()));
    }

    private List<String> applications(UserSessionModel open) {
        return open.getAuthenticatedClientSessions().keySet().stream()
                .map(context.getRealm()::getClientById)
                .filter(Objects::nonNull)
                .map(SessionWords::name)
                .sorted()
                .toList();
    }

    private static String name(ClientModel client) {
        return client.getName() == null || client.getName().isBlank()
                ? client.getClientId()
                : client.getName();
    }
}
