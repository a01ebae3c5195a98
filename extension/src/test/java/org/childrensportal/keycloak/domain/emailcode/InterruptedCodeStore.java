package org.childrensportal.keycloak.domain.emailcode;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A store in which somebody else does something between two steps of a request. */
final class InterruptedCodeStore implements CodeStore {

    /** Just before or after a step. */
    enum Moment {
        BEFORE_REPLACE,
        BEFORE_COUNT,
        AFTER_COUNT,
        BEFORE_CONSUME
    }

    private final CodeStore store;
    private final Map<Moment, Runnable> others = new EnumMap<>(Moment.class);

    InterruptedCodeStore(CodeStore store) {
        this.store = store;
    }

    /** Does {@code other} once, the next time that {@code moment} comes. */
    void at(Moment moment, Runnable other) {
        others.put(moment, other);
    }

    private void pass(Moment moment) {
        Optional.ofNullable(others.remove(moment)).ifPresent(Runnable::run);
    }

    @Override
    public Optional<CodeState> find(String account) {
        return store.find(account);
    }

    @Override
    public Optional<CodeState> seen(String account) {
        return store.seen(account);
    }

    @Override
    public boolean replace(Optional<String> previousCodeId, CodeState next) {
        pass(Moment.BEFORE_REPLACE);
        return store.replace(previousCodeId, next);
    }

    @Override
    public boolean countGuess(String account, String codeId, int limit) {
        pass(Moment.BEFORE_COUNT);
        boolean counted = store.countGuess(account, codeId, limit);
        pass(Moment.AFTER_COUNT);
        return counted;
    }

    @Override
    public boolean consume(CodeState state) {
        pass(Moment.BEFORE_CONSUME);
        return store.consume(state);
    }
}
