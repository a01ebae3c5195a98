package org.childrensportal.benchmarks;

import java.util.List;

/** The processor time of a journey in each round of a deed, in the order of the rounds, as SVG. */
final class Plot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int LEFT = 60;
    private static final int BOTTOM = 220;
    private static final int TOP = 50;

    private final Deed deed;
    private final List<Round> rounds;

    Plot(Deed deed, List<Round> all) {
        this.deed = deed;
        this.rounds =
                all.stream().filter(round -> round.deed() == deed && !round.filled()).toList();
    }

    String svg() {
        double most = rounds.stream().mapToDouble(Round::cpu).max().orElse(1);
        StringBuilder svg =
                new StringBuilder(
                        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                             + " font-family=\"sans-serif\" font-size=\"13\">%n<rect"
                             + " width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n<text x=\"%d\""
                             + " y=\"24\">%s: processor time a journey, ms, by round (dark: portal,"
                             + " light: stock)</text>%n")
                                .formatted(WIDTH, HEIGHT, LEFT, deed));
        int step = (WIDTH - LEFT) / Math.max(1, rounds.size());
        for (int number = 0; number < rounds.size(); number++) {
            Round round = rounds.get(number);
            int height = (int) (round.cpu() / most * (BOTTOM - TOP));
            int x = LEFT + number * step;
            svg.append(
                    ("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n<text"
                                    + " x=\"%d\" y=\"%d\" text-anchor=\"middle\">%.0f</text>%n")
                            .formatted(
                                    x,
                                    BOTTOM - height,
                                    step * 2 / 3,
                                    height,
                                    round.side().equals("portal") ? "#1d70b8" : "#b1b4b6",
                                    x + step / 3,
                                    BOTTOM + 18,
                                    round.cpu()));
        }
        return svg.append("</svg>\n").toString();
    }
}
