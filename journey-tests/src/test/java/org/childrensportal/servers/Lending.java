package org.childrensportal.servers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lends servers to test classes, each to one class at a time: classes that run side by side share
 * no clock, no event, no mail and no account. A server is started when it is first needed, and
 * closed after the last test of all.
 */
abstract class Lending<T extends Deployment> implements ParameterResolver {

    /**
     * Apart from each other: what is kept for a class is looked for in what is kept for all too.
     */
    private static final ExtensionContext.Namespace LOANS =
            ExtensionContext.Namespace.create(Lending.class, "loans");

    private static final ExtensionContext.Namespace STOCKS =
            ExtensionContext.Namespace.create(Lending.class, "stocks");

    private final Class<T> type;
    private final int most;
    private final Supplier<T> start;

    /** Lends what {@code start} makes, of which there is never more than {@code most}. */
    Lending(Class<T> type, int most, Supplier<T> start) {
        this.type = type;
        this.most = most;
        this.start = start;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return ofClass(context)
                .getStore(LOANS)
                .getOrComputeIfAbsent(type, key -> new Loan<>(stock(context)), Loan.class)
                .lent();
    }

    /** All that there are; at least one. */
    final List<T> all(ExtensionContext context) {
        return stock(context).all();
    }

    @SuppressWarnings("unchecked")
    private Stock<T> stock(ExtensionContext context) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, STOCKS)
                .getOrComputeIfAbsent(type, key -> new Stock<>(most, start), Stock.class);
    }

    /** What lasts as long as the outermost test class. */
    private static ExtensionContext ofClass(ExtensionContext context) {
        ExtensionContext outermost = context;
        while (outermost.getParent().orElseThrow() != context.getRoot()) {
            outermost = outermost.getParent().orElseThrow();
        }
        return outermost;
    }

    /** One server while it is lent: given back when its class ends. */
    private static final class Loan<T extends Deployment> implements AutoCloseable {

        private final Stock<T> stock;
        private final T lent;

        Loan(Stock<T> stock) {
            this.stock = stock;
            this.lent = stock.take();
        }

        T lent() {
            return lent;
        }

        @Override
        public void close() {
            stock.giveBack(lent);
        }
    }

    private static final class Stock<T extends Deployment> implements AutoCloseable {

        private final int most;
        private final Supplier<T> start;
        private final List<T> all = new ArrayList<>();
        private final Deque<T> free = new ArrayDeque<>();

        Stock(int most, Supplier<T> start) {
            this.most = most;
            this.start = start;
        }

        /** One server; waits for one if all are lent. Servers start one after the other. */
        synchronized T take() {
            while (free.isEmpty() && all.size() == most) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
            if (free.isEmpty()) {
                T another = start.get();
                all.add(another);
                return another;
            }
            return free.pop();
        }

        synchronized void giveBack(T server) {
            free.push(server);
            notifyAll();
        }

        synchronized List<T> all() {
            if (all.isEmpty()) {
                giveBack(take());
            }
            return List.copyOf(all);
        }

        @Override
        public synchronized void close() {
            all.forEach(Deployment::close);
        }
    }
}
