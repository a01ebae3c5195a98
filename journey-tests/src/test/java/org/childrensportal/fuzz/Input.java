package org.childrensportal.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One try, which can be made again.
 *
 * @param draft which of the requests of the page it is made of
 * @param mutations the seeds of what is changed in it, in order
 */
record Input(int draft, List<Long> mutations) {

    private static final int MOST_MUTATIONS = 3;

    /** One that {@code random} chooses. The forms of a page stand first, and are tried most. */
    static Input any(Random random, int drafts) {
        int draft = random.nextInt(3) > 0 ? 0 : random.nextInt(drafts);
        int mutations = 1 + random.nextInt(MOST_MUTATIONS);
        return new Input(draft, Stream.generate(random::nextLong).limit(mutations).toList());
    }

    /** The request that it is, for somebody on a page. */
    Request request(Visit visit, Pool pool) {
        List<Draft> drafts = visit.drafts();
        Draft changed = drafts.get(draft % drafts.size());
        pool.see(changed, visit.cookies(changed));
        for (long seed : mutations) {
            Random random = new Random(seed);
            Mutation.any(random).change(changed, random, pool);
        }
        return visit.request(changed);
    }

    /** The same with one change less, each in turn. */
    List<Input> simpler() {
        List<Input> simpler = new ArrayList<>();
        for (int left = 0; left < mutations.size() && mutations.size() > 1; left++) {
            List<Long> fewer = new ArrayList<>(mutations);
            fewer.remove(left);
            simpler.add(new Input(draft, fewer));
        }
        return simpler;
    }
}
