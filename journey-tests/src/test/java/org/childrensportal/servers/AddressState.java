package org.childrensportal.servers;

import java.util.Map;
import org.childrensportal.people.Await;
import org.childrensportal.people.Registration;

/** What an address may be to the portal, none of which a stranger may find out. */
public enum AddressState {
    FREE {
        @Override
        public void prepare(Deployment portal, String address) {
            // nobody has it
        }
    },
    PENDING {
        @Override
        public void prepare(Deployment portal, String address) {
            Registration.codePage(portal, address);
        }
    },
    CONFIRMED {
        @Override
        public void prepare(Deployment portal, String address) {
            confirmed(portal, address);
        }
    },
    DISABLED {
        @Override
        public void prepare(Deployment portal, String address) {
            portal.admin().people().disable(confirmed(portal, address));
        }
    },
    LOCKED {
        @Override
        public void prepare(Deployment portal, String address) {
            String id = confirmed(portal, address);
            lock(portal, address, id);
        }
    },
    FEDERATED {
        @Override
        public void prepare(Deployment portal, String address) {
            portal.admin().people().createFederatedUser(address);
        }
    };

    /** Brings {@code address} into this state. */
    public abstract void prepare(Deployment portal, String address);

    /** An address in this state, as long as those in the others. */
    public final String address(String unique) {
        return "state%d-%s@example.com".formatted(ordinal(), unique);
    }

    private static String confirmed(Deployment portal, String address) {
        AdminConsole admin = portal.admin();
        String id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        return id;
    }

    /** Keycloak counts wrong passwords after it has answered. */
    public static void lock(Deployment portal, String address, String id) {
        Await.until(
                "the account is locked",
                () -> {
                    portal.signIn()
                            .submit(Map.of("username", address, "password", "not-the-password"));
                    return portal.admin().people().isLocked(id);
                });
    }
}
