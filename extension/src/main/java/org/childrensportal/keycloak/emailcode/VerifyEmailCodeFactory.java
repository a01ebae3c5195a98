package org.childrensportal.keycloak.emailcode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.childrensportal.keycloak.address.PendingAccounts;
import org.childrensportal.keycloak.address.RemovalSchedule;
import org.childrensportal.keycloak.mail.AfterAnswer;
import org.childrensportal.keycloak.metrics.RealmGauge;
import org.childrensportal.keycloak.metrics.RealmsWatched;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.childrensportal.keycloak.server.PortalVersion;
import org.childrensportal.keycloak.server.StartReport;
import org.childrensportal.keycloak.settings.BoundedSetting;
import org.childrensportal.keycloak.settings.RealmsAtStart;
import org.childrensportal.keycloak.settings.StoredSettings;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** {@code portal-verify-email-code}: see {@link VerifyEmailCode}. */
public final class VerifyEmailCodeFactory
        implements RequiredActionFactory, ServerInfoAwareProviderFactory {

    static final String ID = "portal-verify-email-code";

    private static final BoundedSetting REMOVAL_INTERVAL =
            new BoundedSetting(
                    "removal-interval-seconds",
                    "The time from one removal of accounts that were not confirmed in time to the"
                            + " next (seconds)",
                    "",
                    600,
                    1,
                    86_400);

    private static final VerifyEmailCode ACTION = new VerifyEmailCode();

    private int removalInterval = REMOVAL_INTERVAL.standard();
    private boolean metricsOn;
    private final PortalVersion portal = new PortalVersion();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return ACTION;
    }

    @Override
    public String getDisplayText() {
        return PortalRealm.CONFIRMATION_LABEL;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return Stream.concat(
                        CodeSettingsConfig.properties().stream(),
                        MAX_AUTH_AGE_CONFIG_PROPERTIES.stream())
                .toList();
    }

    @Override
    public void validateConfig(
            KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        RequiredActionFactory.super.validateConfig(session, realm, model);
        CodeSettingsConfig.validate(model);
    }

    @Override
    public void init(Config.Scope config) {
        removalInterval =
                StoredSettings.ofServer(ID)
                        .number(REMOVAL_INTERVAL, config.get(REMOVAL_INTERVAL.name()));
        metricsOn = RealmsWatched.isOn(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        RealmsAtStart.read(factory, CodeSettingsConfig::read);
        StartReport.announce(factory, portal);
        RemovalSchedule.begin(factory, VerifyEmailCodeFactory::pendingLife, removalInterval);
        if (metricsOn) {
            RealmsWatched.begin(factory, gauges(factory), removalInterval);
        }
    }

    private static List<RealmGauge> gauges(KeycloakSessionFactory factory) {
        return List.of(
                RealmGauge.counted(
                        "portal.pending.accounts",
                        "Accounts whose address is not confirmed yet",
                        (session, realm) -> new PendingAccounts(session, realm).roughly()),
                RealmGauge.live(
                        "portal.code.mails.in.progress",
                        "Mails of codes on their way to the mail server from this node",
                        CodeConversation::mailsInProgress),
                RealmGauge.live(
                        "portal.mails.waiting",
                        "Mails after the answer that wait or are on their way from this node",
                        realm -> AfterAnswer.waiting(factory, realm)));
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return portal.operationalInfo();
    }

    private static Duration pendingLife(RealmModel realm) {
        return realm.getRequiredActionProvidersStream()
                .filter(action -> action.getProviderId().equals(ID))
                .filter(RequiredActionProviderModel::isEnabled)
                .findFirst()
                .map(
                        action ->
                                CodeSettingsConfig.pendingLife(
                                        realm,
                                        realm.getRequiredActionConfigByAlias(action.getAlias())))
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        // nothing to close
    }
}
