package org.childrensportal.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.childrensportal.servers.Portal;

/** What the database may never hold, whatever was sent: something half made. */
final class Rows {

    private static final String NOBODYS = " where USER_ID not in (select ID from USER_ENTITY)";
    private static final String PENDING = "USER_ENTITY u where u.USERNAME like 'pending-%' and ";
    private static final String ATTRIBUTE =
            "exists (select 1 from USER_ATTRIBUTE a where a.USER_ID = u.ID and a.NAME = ";

    /** What follows {@code from} in a query that finds none. */
    private static final Map<String, String> NONE = new LinkedHashMap<>();

    static {
        NONE.put("a code of nobody", "PORTAL_EMAIL_CODE" + NOBODYS);
        NONE.put("a change of address of nobody", "PORTAL_ADDRESS_CHANGE" + NOBODYS);
        NONE.put("a credential of nobody", "CREDENTIAL" + NOBODYS);
        NONE.put(
                "a pending account without a claim",
                PENDING + "not " + ATTRIBUTE + "'claimedEmail')");
        NONE.put(
                "a pending account with an address of its own",
                PENDING + "(u.EMAIL is not null or u.EMAIL_VERIFIED = true)");
        NONE.put(
                "a pending account without a password",
                PENDING
                        + "not exists (select 1 from CREDENTIAL c where c.USER_ID = u.ID"
                        + " and c.TYPE = 'password')");
        NONE.put(
                "a pending account without a name",
                PENDING + "(u.FIRST_NAME is null or u.LAST_NAME is null)");
        NONE.put(
                "a pending account that was not asked",
                PENDING + "not " + ATTRIBUTE + "'professional')");
        NONE.put(
                "an account with a claim that is not pending",
                "USER_ENTITY u where u.USERNAME not like 'pending-%' and "
                        + ATTRIBUTE
                        + "'claimedEmail')");
        NONE.put(
                "a confirmed account that has another's address",
                "USER_ENTITY u where u.EMAIL is not null and exists (select 1 from USER_ENTITY o"
                        + " where o.ID <> u.ID and o.REALM_ID = u.REALM_ID"
                        + " and lower(o.EMAIL) = lower(u.EMAIL))");
        NONE.put(
                "an account with two passwords",
                "(select USER_ID from CREDENTIAL where TYPE = 'password' group by USER_ID"
                        + " having count(*) > 1)");
        NONE.put(
                "an answer given twice",
                "(select USER_ID, NAME from USER_ATTRIBUTE group by USER_ID, NAME"
                        + " having count(*) > 1)");
        NONE.put(
                "a control character in a name",
                "USER_ENTITY u where regexp_like(u.FIRST_NAME || u.LAST_NAME, '\\p{Cntrl}')");
        NONE.put(
                "a control character in an answer",
                "USER_ATTRIBUTE a where regexp_like(a.\"VALUE\", '\\p{Cntrl}')");
    }

    private final Portal portal;

    Rows(Portal portal) {
        this.portal = portal;
    }

    /** What is there that may not be. */
    List<String> faults() {
        return NONE.entrySet().stream()
                .filter(one -> portal.rows(one.getValue()) > 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
