package org.childrensportal.keycloak.mail;

/** The portal's own mails: the template of each, and the message key of its subject. */
public enum MailTemplate {
    /** A code, to the address that it proves. */
    CODE("portal-email-code.ftl", "portalEmailCodeSubject"),
    /** The notice to the owner of an address that somebody tried to register it. */
    REGISTERED("portal-registered.ftl", "portalRegisteredSubject"),
    /** The notice that a password was changed. */
    PASSWORD_CHANGED("portal-password-changed.ftl", "portalPasswordChangedSubject"),
    /** The notice to the address before, with the way back. */
    ADDRESS_CHANGED("portal-address-changed.ftl", "portalAddressChangedSubject"),
    /** The notice that an account was closed. */
    CLOSED("portal-account-closed.ftl", "portalClosedSubject");

    private final String file;
    private final String subjectKey;

    MailTemplate(String file, String subjectKey) {
        this.file = file;
        this.subjectKey = subjectKey;
    }

    /** The template's file, which is in the folders {@code text} and {@code html} of a theme. */
    public String file() {
        return file;
    }

    /** The message key of the subject; its parameter 0 is the name of the service. */
    String subjectKey() {
        return subjectKey;
    }
}
