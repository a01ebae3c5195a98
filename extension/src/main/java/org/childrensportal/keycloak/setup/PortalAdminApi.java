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
     * @param toDo what else only an administrator can do
     * @param obstacles what only an administrator can do, and before it is done nothing is changed
     */
    public record Answer(
            List<RealmChange.Words> changes,
            List<RealmChange.Words> toDo,
            List<RealmChange.Words> obstacles) {}

    /**
     * Why nothing was changed, with status 409.
     *
     * @param errorMessage all of it, where Keycloak's command line looks for it
     * @param obstacles what an administrator has to do before
     */
    public record Refusal(String errorMessage, List<RealmChange.Words> obstacles) {}

    /** What is missing for the realm to be a portal's. Needs the permission to view the realm. */
    @GET
    @Path("check")
    public Check check() {
        permissions.realm().requireViewRealm();
        Proposal settingUp = steps().settingUp();
        return new Check(
                Stream.of(settingUp.words(), settingUp.toDo(), settingUp.obstacles())
                        .flatMap(List::stream)
                        .toList(),
                new RegistrationNeeds(session, realm).missing());
    }

    /**
     * Makes the realm a portal's. What it has of its own stays. Answers an {@link Answer}, or a
     * {@link Refusal} with nothing changed.
     *
     * @param dryRun {@code false} to do it; {@code true}, the default, to be told what would be
     *     done
     */
    @POST
    @Path("set-up")
    public Response setUp(@QueryParam("dry-run") @DefaultValue("true") String dryRun) {
        permissions.realm().requireManageRealm();
        permissions.realm().requireManageEvents();
        permissions.clients().requireManage();
        requireNotMaster();
        return answer(dryRun, steps().settingUp());
    }

    /**
     * Takes the realm back to what it was before it was a portal's. Answers an {@link Answer}, or a
     * {@link Refusal} with nothing changed.
     *
     * @param dryRun {@code false} to do it; {@code true}, the default, to be told what would be
     *     done
     * @param keycloaksFlows {@code true} to have Keycloak's own flows bound where it isn't known
     *     what was bound before; {@code false}, the default, to be told of it
     */
    @POST
    @Path("leave")
    public Response leave(
            @QueryParam("dry-run") @DefaultValue("true") String dryRun,
            @QueryParam("keycloaks-flows") @DefaultValue("false") String keycloaksFlows) {
        permissions.realm().requireManageRealm();
        permissions.realm().requireManageEvents();
        permissions.clients().requireManage();
        permissions.users().requireManage();
        RealmSteps steps = steps();
        return answer(
                dryRun,
                isTrue("keycloaks-flows", keycloaksFlows)
                        ? steps.leavingForKeycloaksFlows()
                        : steps.leaving());
    }

    private RealmSteps steps() {
        return new RealmSteps(session, realm, permissions.adminAuth());
    }

    /** Its administrators, most of whom have no address, could not get in any more. */
    private void requireNotMaster() {
        if (realm.getName().equals(Config.getAdminRealm())) {
            throw ErrorResponse.error(
                    "The realm of the server's administrators can't be a portal's",
                    Response.Status.BAD_REQUEST);
        }
    }

    private static boolean isTrue(String parameter, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadRequestException(parameter + " is true or false");
        };
    }

    private Response answer(String dryRun, Proposal proposal) {
        if (isTrue("dry-run", dryRun)) {
            LOG.debugf("%s of %s was tried", proposal.what(), realm.getName());
        } else if (proposal.isPossible()) {
            make(proposal);
        } else {
            return Response.status(Response.Status.CONFLICT)
                    .entity(new Refusal(proposal.reason(), proposal.obstacles()))
                    .build();
        }
        return Response.ok(new Answer(proposal.words(), proposal.toDo(), proposal.obstacles()))
                .build();
    }

    private void make(Proposal proposal) {
        proposal.changes().forEach(RealmChange::make);
        if (proposal.changes().isEmpty()) {
            return;
        }
        for (RealmChange.Words change : proposal.words()) {
            LOG.infof("%s of the realm %s: %s", proposal.what(), realm.getName(), change.change());
        }
        event.resource(ResourceType.REALM)
                .operation(OperationType.UPDATE)
                .resourcePath("portal", proposal.what())
                .representation(proposal.words())
                .success();
    }
}
