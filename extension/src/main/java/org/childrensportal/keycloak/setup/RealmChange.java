package org.childrensportal.keycloak.setup;

/** One change of a realm: told in words first, and made only where it is wanted. */
final class RealmChange {

    private final Words words;
    private final Runnable change;

    /** The change that is told by {@code words} and made by {@code change}. */
    RealmChange(Words words, Runnable change) {
        this.words = words;
        this.change = change;
    }

    Words words() {
        return words;
    }

    void make() {
        change.run();
    }

    /**
     * What administrators are told of it, in English.
     *
     * @param step the name of the step that it belongs to, as in the documentation
     * @param change what is changed
     * @param where where in the admin console that is
     */
    public record Words(String step, String change, String where) {}
}
