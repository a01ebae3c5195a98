package org.childrensportal.fuzz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What has come to a server's log since it was last looked at. */
final class LogEnd {

    private static final Pattern ENTRIES = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\d )");
    private static final Pattern ERROR = Pattern.compile("\\S+ \\S+ +(?:ERROR|FATAL) ");

    private final Path log;
    private long read;

    LogEnd(Path log) {
        this.log = log;
        this.read = log.toFile().length();
    }

    /** The new entries that tell of an error, each with its stack. */
    List<String> errors() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] added = new byte[Math.toIntExact(file.length() - read)];
            file.seek(read);
            file.readFully(added);
            read += added.length;
            return ENTRIES.splitAsStream(new String(added, StandardCharsets.UTF_8))
                    .filter(entry -> ERROR.matcher(entry).lookingAt())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
