package org.childrensportal.keycloak.domain.emailcode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The store's contract in memory; the real one is tested by the journeys. */
final class MapCodeStore implements CodeStore {
    private final Map<String, CodeState> rows = new HashMap<>();

    @Override
    public Optional<CodeState> find(String account) {
        return Optional.ofNullable(rows.get(account));
    }

    @Override
    public Optional<CodeState> seen(String account) {
        return find(account);
    }

    @Override
    public boolean replace(Optional<String> previousCodeId, CodeState next) {
        boolean unchanged = find(next.account()).map(CodeState::codeId).equals(previousCodeId);
        if (unchanged) {
            rows.put(next.account(), next);
        }
        return unchanged;
    }

    @Override
    public boolean countGuess(String account, String codeId, int limit) {
        Optional<CodeState> row =
                find(account).filter(s -> s.codeId().equals(codeId) && s.guesses() < limit);
        row.ifPresent(
                s ->
                        rows.put(
                                account,
                                new CodeState(
                                        account,
                                        codeId,
                                        s.address(),
                                        s.seal(),
                                        s.keyId(),
                                        s.expires(),
                                        s.guesses() + 1)));
        return row.isPresent();
    }

    @Override
    public boolean consume(CodeState state) {
        boolean there =
                find(state.account()).filter(s -> s.codeId().equals(state.codeId())).isPresent();
        if (there) {
            rows.remove(state.account());
        }
        return there;
    }
}
