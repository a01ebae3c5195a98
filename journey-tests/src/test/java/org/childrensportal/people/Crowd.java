package org.childrensportal.people;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many people doing something at the same moment. */
public final class Crowd {

    private Crowd() {}

    /**
     * Does all of {@code deeds} at once, each in a thread of its own.
     *
     * @return what came of each; nothing for one whose connection was cut or that waited too long
     */
    public static List<Page> atOnce(List<Callable<Page>> deeds) {
        return atOnce(deeds, () -> {});
    }

    /** The same, with something that happens {@code meanwhile}. */
    public static List<Page> atOnce(List<Callable<Page>> deeds, Runnable meanwhile) {
        ExecutorService people = Executors.newFixedThreadPool(deeds.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<Page>> begun = new ArrayList<>();
            for (Callable<Page> deed : deeds) {
                begun.add(
                        people.submit(
                                () -> {
                                    go.await();
                                    return deed.call();
                                }));
            }
            go.countDown();
            meanwhile.run();
            List<Page> pages = new ArrayList<>();
            for (Future<Page> one : begun) {
                try {
                    pages.add(one.get());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UncheckedIOException)) {
                        throw new AssertionError(e.getCause());
                    }
                }
            }
            return pages;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            people.shutdownNow();
        }
    }
}
