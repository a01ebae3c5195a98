package org.childrensportal.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childrensportal.local.PortalFiles;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Entrance;
import org.childrensportal.people.Page;

/** Another realm of the portal's on the server of a portal under test. */
public final class AnotherRealm implements Entrance, AutoCloseable {

    /** Where people come back to; nothing listens there. */
    static final String CALLBACK = "http://localhost:9/callback";

    /** Filled in from the environment where a server imports the file as it starts. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(PORTAL_\\w+):([^}]*)}");

    private final Portal portal;
    private final String name;

    /** The realm {@code name} of {@code portal}'s server, which is there already. */
    public AnotherRealm(Portal portal, String name) {
        this.portal = portal;
        this.name = name;
    }

    /** Imports one from its file. */
    public static AnotherRealm imported(Portal portal, ObjectNode file) {
        portal.admin().importRealm(file.toString());
        return new AnotherRealm(portal, file.get("realm").textValue());
    }

    /** The file of the portal's realm under a new name, with mail to {@code portal}'s mailbox. */
    public static ObjectNode file(Portal portal) {
        Map<String, String> values =
                Map.of(
                        "PORTAL_SMTP_HOST",
                        "127.0.0.1",
                        "PORTAL_SMTP_PORT",
                        String.valueOf(portal.mail().port()),
                        "PORTAL_WEB_REDIRECT_URI",
                        CALLBACK);
        ObjectNode file =
                AdminSession.read(
                        PLACEHOLDER
                                .matcher(shipped())
                                .replaceAll(
                                        found ->
                                                Matcher.quoteReplacement(
                                                        values.getOrDefault(
                                                                found.group(1), found.group(2)))),
                        ObjectNode.class);
        file.put("realm", "portal-" + UUID.randomUUID());
        file.put(
                "passwordPolicy", file.get("passwordPolicy").textValue() + RealmAdmin.CHEAP_HASHES);
        return file;
    }

    private static String shipped() {
        try (FileSystem jar =
                FileSystems.newFileSystem(PortalFiles.ofTheBuild().realmJar().orElseThrow())) {
            return Files.readString(jar.getPath("portal-realm.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code kc.sh export} writes of it: people and keys and all. */
    public Copies exported() {
        return new Copies(this, portal.export(name));
    }

    /** A realm as it was when it was exported, of which there can be many copies. */
    public static final class Copies {

        private final AnotherRealm realm;
        private final String export;

        private Copies(AnotherRealm realm, String export) {
            this.realm = realm;
            this.export = export;
        }

        /**
         * Imports one under another name, as an administrator would: the ids of what is in it are
         * taken away, because a server has each only once. Keys stay.
         */
        public AnotherRealm another() {
            return another(file -> {});
        }

        /** The same, once {@code change} has changed its file. */
        public AnotherRealm another(Consumer<ObjectNode> change) {
            String copy = "copy-" + UUID.randomUUID();
            ObjectNode file = AdminSession.read(export.replace(realm.name, copy), ObjectNode.class);
            forgetIds(file);
            change.accept(file);
            return imported(realm.portal, file);
        }
    }

    private static void forgetIds(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("id");
        }
        node.forEach(AnotherRealm::forgetIds);
    }

    /** Gives it another name. */
    public AnotherRealm renamed(String next) {
        admin().realm().configureRealm("{\"realm\": \"%s\"}".formatted(next));
        return new AnotherRealm(portal, next);
    }

    /** Keycloak's id of it, which stays when it is renamed. */
    public String id() {
        return AdminConsole.field(admin().send("GET", "", "").body(), "id");
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** Its administrator. */
    public AdminConsole admin() {
        return new AdminConsole(portal.address(), name);
    }

    /** Its address, without a slash at the end. */
    public URI address() {
        return URI.create(portal.address() + "/realms/" + name);
    }

    /** An authorization request of its relying application, with more parameters. */
    public String authorization(String parameters) {
        return address()
                + "/protocol/openid-connect/auth?client_id=portal-web&response_type=code"
                + "&scope=openid&redirect_uri="
                + Browserless.encode(CALLBACK)
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&code_challenge_method=S256"
                + parameters;
    }

    /** What the token endpoint answers to somebody's name and password, and more parameters. */
    public Page directGrant(String user, String password, Map<String, String> more) {
        Map<String, String> form =
                new HashMap<>(
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "scope",
                                "openid profile",
                                "username",
                                user,
                                "password",
                                password));
        form.putAll(more);
        return browser().post(address() + "/protocol/openid-connect/token", form);
    }

    @Override
    public Browserless browser() {
        return portal.browser();
    }

    @Override
    public Page signIn(Browserless browser) {
        return browser.get(authorization(""));
    }

    @Override
    public String codeFor(String mailAddress) {
        return portal.codeFor(mailAddress);
    }

    /** Removes the realm. */
    @Override
    public void close() {
        portal.admin().removeRealm(name);
    }
}
