package org.childrensportal.benchmarks;

import java.time.Duration;

/**
 * What a server has used so far, or in between.
 *
 * @param time what a clock showed, or what went by
 * @param cpu its processes' processor time
 * @param requests that it answered, redirections among them
 * @param statements that its database carried out, without those that begin or end transactions; 0
 *     where the database does not count them
 * @param transactions in which it asked its database something; 0 where the database does not count
 *     them
 */
record Usage(Duration time, Duration cpu, long requests, long statements, long transactions) {

    /** What was used since {@code earlier}. */
    Usage since(Usage earlier) {
        return new Usage(
                time.minus(earlier.time),
                cpu.minus(earlier.cpu),
                requests - earlier.requests,
                statements - earlier.statements,
                transactions - earlier.transactions);
    }
}
