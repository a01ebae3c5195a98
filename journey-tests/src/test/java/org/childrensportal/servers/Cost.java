package org.childrensportal.servers;

import java.util.List;

/**
 * What something costs the database.
 *
 * @param statements how many, without those that begin and end transactions
 * @param transactions how many
 */
public record Cost(long statements, long transactions) {

    /** Of {@code log}, each of whose transactions was begun by a statement. */
    public static Cost of(List<LoggedStatement> log) {
        return new Cost(
                log.stream().filter(LoggedStatement::works).count(),
                log.stream().filter(LoggedStatement::begins).count());
    }

    /** Of both. */
    public Cost plus(Cost other) {
        return new Cost(statements + other.statements, transactions + other.transactions);
    }

    /** The lower of each number. */
    public Cost least(Cost other) {
        return new Cost(
                Math.min(statements, other.statements), Math.min(transactions, other.transactions));
    }
}
