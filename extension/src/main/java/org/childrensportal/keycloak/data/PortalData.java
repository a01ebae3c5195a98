package org.childrensportal.keycloak.data;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.database.JpaCodeStore;
import org.childrensportal.keycloak.database.OwnTransaction;
import org.childrensportal.keycloak.database.RealmKey;
import org.childrensportal.keycloak.database.StoredChange;
import org.childrensportal.keycloak.database.StoredChanges;
import org.childrensportal.keycloak.database.StoredPermits;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.emailcode.CodeSeal;
import org.childrensportal.keycloak.domain.emailcode.CodeState;
import org.childrensportal.keycloak.domain.emailcode.PersonLimits;
import org.keycloak.authentication.RequiredActionContext;

/** What the portal's own tables have of a person. Never a code, its seal, or a key. */
final class PortalData {

    private final RequiredActionContext context;

    PortalData(RequiredActionContext context) {
        this.context = context;
    }

    /** The newest code; empty where there is none. */
    Map<String, Object> code() {
        return new JpaCodeStore(
                        context.getSession(),
                        new OwnTransaction(context.getSession()),
                        context.getRealm().getId(),
                        // Only asked where a code is written.
                        (account, address) -> false)
                .seen(context.getUser().getId())
                .map(PortalData::code)
                .orElse(Map.of());
    }

    private static Map<String, Object> code(CodeState state) {
        Map<String, Object> code = new LinkedHashMap<>();
        code.put("address", state.address());
        code.put("expires", state.expires().toString());
        code.put("guesses", state.guesses());
        return code;
    }

    /** Changes of the address that can be changed back, or could. */
    List<Map<String, Object>> addressChanges() {
        return new StoredChanges(context.getSession(), context.getRealm().getId())
                .of(context.getUser().getId()).stream().map(PortalData::change).toList();
    }

    private static Map<String, Object> change(StoredChange stored) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("previousAddress", stored.previous());
        change.put("changed", stored.changed().toString());
        change.put("canBeUndoneUntil", stored.expires().toString());
        change.put("undone", stored.used());
        return change;
    }

    /**
     * What limits count for the account or its address alone, by kind. What they count for it and a
     * network together can't be found: the hash is of both.
     */
    Map<String, Object> counted() {
        CodeSeal seal = RealmKey.seal(context.getSession(), context.getRealm());
        StoredPermits permits = new StoredPermits(context.getSession());
        Map<String, Object> counted = new LinkedHashMap<>();
        PersonLimits.of(seal, context.getUser().getId(), mailboxes())
                .forEach(
                        subject -> {
                            List<Instant> times = permits.of(subject);
                            if (!times.isEmpty()) {
                                counted.put(
                                        subject.kind(),
                                        times.stream().map(Instant::toString).toList());
                            }
                        });
        return counted;
    }

    /** Of an address that is only claimed, what is counted may be somebody else's doing. */
    private List<String> mailboxes() {
        AddressClaim claim = new AddressClaim(context.getUser());
        return Stream.ofNullable(context.getUser().getEmail())
                .filter(address -> claim.isProven())
                .map(
                        address ->
                                EmailAddress.read(address)
                                        .map(EmailAddress::mailbox)
                                        .orElse(address))
                .toList();
    }
}
