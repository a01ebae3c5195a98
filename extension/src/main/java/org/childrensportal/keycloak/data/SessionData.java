package org.childrensportal.keycloak.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.childrensportal.keycloak.session.OpenSessions;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.device.DeviceActivityManager;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.account.DeviceRepresentation;

/** Where a person is signed in, as their file has it. */
final class SessionData {

    private final RequiredActionContext context;

    SessionData(RequiredActionContext context) {
        this.context = context;
    }

    List<Map<String, Object>> all() {
        return new OpenSessions(context).all().stream().map(this::session).toList();
    }

    private Map<String, Object> session(UserSessionModel open) {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("keptByApplication", open.isOffline());
        session.put("began", AccountData.seconds(open.getStarted()));
        session.put("lastUsed", AccountData.seconds(open.getLastSessionRefresh()));
        session.put("signedInAs", open.getLoginUsername());
        session.put("ipAddress", open.getIpAddress());
        DeviceRepresentation device = DeviceActivityManager.getCurrentDevice(open);
        session.put("browser", device == null ? null : device.getBrowser());
        session.put("system", device == null ? null : device.getOs());
        session.put("device", device == null ? null : device.getDevice());
        session.put(
                "applications",
                AccountData.applications(
                        context.getRealm(),
                        open.getAuthenticatedClientSessions().keySet().stream()));
        return session;
    }
}
