package org.childrensportal.keycloak.setup;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.childrensportal.keycloak.registration.RegistrationNeeds;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What a realm's administrator asks of the portal, at {@code /admin/realms/…/portal}. */
@Produces(MediaType.APPLICATION_JSON)
public final class PortalAdminApi {

    private static final Logger LOG = Logger.getLogger(PortalAdminApi.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator permissions;
    private final AdminEventBuilder event;

    PortalAdminApi(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator permissions,
            AdminEventBuilder event) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.event = event;
    }

    /**
     * What a realm lacks.
     *
     * @param missing what is missing of a portal's realm, and where to set it; empty where nothing
     *     is
     * @param stopsRegistration why nobody can register at this moment, as the log says it; empty if
     *     people can, once {@code missing} has no user-registration
     */
    public record Check(List<RealmChange.Words> missing, List<String> stopsRegistration) {}

    /**
     * What was changed, or would be.
     *
     * @param changes in the order in which they are made; empty where nothing was to be done
     * @param toDo what only an administrator can do
     */
    public record Answer(List<RealmChange.Words> changes, List<RealmChange.Words> toDo) {}

    /** What is missing for the realm to be a portal's. Needs the permission to view the realm. */
    @GET
    @Path("check")
    public Check check() {
        permissions.realm().requireViewRealm();
        RealmSteps steps = new RealmSteps(session, realm);
        return new Check(
                Stream.concat(words(steps.setUp()).stream(), steps.toDo().stream()).toList(),
                new RegistrationNeeds(session, realm).missing());
    }

    /**
     * Makes the realm a portal's. What it has of its own stays.
     *
     * @param dryRun {@code false} to do it; {@code true}, the default, to be told what would be
     *     done
     */
    @POST
    @Path("set-up")
    public Answer setUp(@QueryParam("dry-run") @DefaultValue("true") String dryRun) {
        permissions.realm().requireManageRealm();
        permissions.realm().requireManageEvents();
        permissions.clients().requireManage();
        requireNotMaster();
        RealmSteps steps = new RealmSteps(session, realm);
        List<RealmChange> changes = steps.setUp();
        make(dryRun, "set-up", changes);
        return new Answer(words(changes), steps.toDo());
    }

    /**
     * Takes the realm back to what it was before it was a portal's.
     *
     * @param dryRun {@code false} to do it; {@code true}, the default, to be told what would be
     *     done
     */
    @POST
    @Path("leave")
    public Answer leave(@QueryParam("dry-run") @DefaultValue("true") String dryRun) {
        permissions.realm().requireManageRealm();
        permissions.realm().requireManageEvents();
        permissions.clients().requireManage();
        permissions.users().requireManage();
        List<RealmChange> changes = new RealmSteps(session, realm).leave();
        make(dryRun, "leave", changes);
        return new Answer(words(changes), List.of());
    }

    /** Its administrators, most of whom have no address, could not get in any more. */
    private void requireNotMaster() {
        if (realm.getName().equals(Config.getAdminRealm())) {
            throw ErrorResponse.error(
                    "The realm of the server's administrators can't be a portal's",
                    Response.Status.BAD_REQUEST);
        }
    }

    private void make(String dryRun, String what, List<RealmChange> changes) {
        switch (dryRun) {
            case "true" -> LOG.debugf("%s of %s was tried", what, realm.getName());
            case "false" -> make(what, changes);
            default -> throw new BadRequestException("dry-run is true or false");
        }
    }

    private void make(String what, List<RealmChange> changes) {
        changes.forEach(RealmChange::make);
        if (!changes.isEmpty()) {
            changes.forEach(
                    change ->
                            LOG.infof(
                                    "%s of the realm %s: %s",
                                    what, realm.getName(), change.words().change()));
            event.resource(ResourceType.REALM)
                    .operation(OperationType.UPDATE)
                    .resourcePath("portal", what)
                    .representation(words(changes))
                    .success();
        }
    }

    private static List<RealmChange.Words> words(List<RealmChange> changes) {
        return changes.stream().map(RealmChange::words).toList();
    }
}
