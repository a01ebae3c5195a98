package org.childrensportal.release.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Writes the SHA-256 sum of each file of a release, in the form that {@code sha256sum} checks. */
public final class WriteSums {

    private static final String SUMS = "SHA256SUMS";

    private WriteSums() {}

    /** The one argument is the folder of the release. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path folder = Path.of(arguments[0]);
        List<String> sums = new ArrayList<>();
        for (Path file : filesBesideSums(folder)) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            sums.add(HexFormat.of().formatHex(sum) + "  " + file.getFileName() + "\n");
        }
        Files.writeString(folder.resolve(SUMS), String.join("", sums));
    }

    private static List<Path> filesBesideSums(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(SUMS))
                    .sorted()
                    .toList();
        }
    }
}
