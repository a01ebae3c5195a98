package org.childrensportal.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** What was found, as a page of Markdown with plots. */
final class Report {

    private final Size size;
    private final List<Round> rounds;
    private final List<Round> hanging;
    private final List<Profile> profiles;

    Report(Size size, List<Round> rounds, List<Round> hanging, List<Profile> profiles) {
        this.size = size;
        this.rounds = rounds;
        this.hanging = hanging;
        this.profiles = profiles;
    }

    /** A figure of a round, and how it is written. */
    private record Figure(String name, ToDoubleFunction<Round> of, String format) {}

    private static final String NAME = "report.md";

    private static final List<Figure> FIGURES =
            List.of(
                    new Figure("processor time a journey, ms", Round::cpu, "%.1f"),
                    new Figure("journeys a second", Round::rate, "%.2f"),
                    new Figure("time of a journey, median, ms", r -> r.percentile(50), "%.0f"),
                    new Figure("time of a journey, 95 of 100, ms", r -> r.percentile(95), "%.0f"),
                    new Figure("requests a journey", Round::requests, "%.1f"),
                    new Figure("statements a journey", Round::statements, "%.1f"),
                    new Figure("transactions a journey", Round::transactions, "%.1f"));

    /** Removes that of an earlier run: a run that goes wrong writes none. */
    static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code report.md} and its plots into {@code folder}. */
    void write(Path folder) {
        StringBuilder page = new StringBuilder("# The portal beside a stock Keycloak\n\n");
        page.append(
                "Keycloak %s, %s, Java %s, %d processors, %s; medians of the rounds, least and most in brackets.%n%n"
                        .formatted(
                                System.getProperty("keycloak.version"),
                                System.getProperty("benchmark.database"),
                                System.getProperty("java.version"),
                                Runtime.getRuntime().availableProcessors(),
                                size.name().toLowerCase(Locale.ROOT)));
        try {
            for (Deed deed : Deed.values()) {
                page.append(table(deed));
                String plot = "cpu-" + deed.file() + ".svg";
                Files.writeString(folder.resolve(plot), new Plot(deed, rounds).svg());
                page.append("![Processor time of each round: %s](%s)%n%n".formatted(deed, plot));
                page.append(profile(deed));
            }
            page.append(whileMailHangs());
            if (size.accounts() > 0) {
                page.append(growth());
            }
            Files.writeString(folder.resolve(NAME), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(page);
    }

    private String table(Deed deed) {
        StringBuilder table = new StringBuilder("## %s%n%n".formatted(deed));
        table.append("| | portal | stock | ratio |\n|---|---|---|---|\n");
        for (Figure figure : FIGURES) {
            Spread portal = spread("portal", deed, false, figure);
            Spread stock = spread("stock", deed, false, figure);
            table.append(
                    "| %s | %s | %s | %.2f |%n"
                            .formatted(
                                    figure.name,
                                    portal.text(figure.format),
                                    stock.text(figure.format),
                                    portal.median() / stock.median()));
        }
        return table.append("\n").toString();
    }

    private Spread spread(String side, Deed deed, boolean filled, Figure figure) {
        return Spread.of(
                rounds.stream()
                        .filter(round -> round.side().equals(side))
                        .filter(round -> round.deed() == deed && round.filled() == filled)
                        .mapToDouble(figure.of)
                        .toArray());
    }

    private String whileMailHangs() {
        Figure slow = new Figure("", round -> round.percentile(95), "%.0f");
        StringBuilder table =
                new StringBuilder(
                        "## Signing in while %d people wait for a mail server that says nothing%n%n"
                                        .formatted(size.waiting())
                                + "| | time of a journey, 95 of 100, ms | of the quiet one |\n"
                                + "|---|---|---|\n");
        for (Round round : hanging) {
            double quiet = spread(round.side(), Deed.SIGN_IN, false, slow).median();
            table.append(
                    "| %s | %.0f | × %.2f |%n"
                            .formatted(
                                    round.side(),
                                    round.percentile(95),
                                    round.percentile(95) / quiet));
        }
        return table.append("\n").toString();
    }

    private String growth() {
        StringBuilder table =
                new StringBuilder(
                        "## With %,d accounts more, on the portal a tenth of them pending too%n%n"
                                        .formatted(size.accounts())
                                + "| | portal | stock |\n|---|---|---|\n");
        for (Deed deed : List.of(Deed.REGISTER, Deed.SIGN_IN)) {
            for (Figure figure : FIGURES) {
                table.append(
                        "| %s: %s | %s | %s |%n"
                                .formatted(
                                        deed,
                                        figure.name,
                                        growth("portal", deed, figure),
                                        growth("stock", deed, figure)));
            }
        }
        return table.append("\n").toString();
    }

    private String growth(String side, Deed deed, Figure figure) {
        Spread before = spread(side, deed, false, figure);
        Spread after = spread(side, deed, true, figure);
        return "%s, × %.2f".formatted(after.text(figure.format), after.median() / before.median());
    }

    private String profile(Deed deed) {
        List<Profile> both = profiles.stream().filter(profile -> profile.deed() == deed).toList();
        StringBuilder table =
                new StringBuilder(
                        "Where it goes, of a hundred samples of threads at work in Java:\n\n");
        table.append("| ");
        both.forEach(profile -> table.append("| ").append(profile.side()).append(" "));
        table.append("|\n|---").append("|---".repeat(both.size())).append("|\n");
        TreeSet<String> owners = new TreeSet<>();
        both.forEach(profile -> owners.addAll(profile.samples().keySet()));
        for (String owner : owners) {
            table.append("| ").append(owner).append(" ");
            both.forEach(profile -> table.append("| %.1f ".formatted(profile.share(owner))));
            table.append("|\n");
        }
        return table.append("\n").toString();
    }
}
