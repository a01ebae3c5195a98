package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.models.RealmModel;

/** The realm can send mail. Where to can't be made up. */
final class MailStep extends RealmStep {

    private final RealmModel realm;

    MailStep(RealmModel realm) {
        super("mail-server", "Realm settings > Email");
        this.realm = realm;
    }

    /** Whoever has not confirmed their address by then could not get in. */
    @Override
    List<RealmChange.Words> setUpObstacles() {
        Map<String, String> smtp = realm.getSmtpConfig() == null ? Map.of() : realm.getSmtpConfig();
        List<RealmChange.Words> missing = new ArrayList<>();
        if (smtp.getOrDefault("host", "").isBlank()) {
            missing.add(words("Enter the \"Host\" of the mail server: codes are sent by it"));
        }
        if (smtp.getOrDefault("from", "").isBlank()) {
            missing.add(words("Enter \"From\", the address that mails come from"));
        }
        return missing;
    }
}
