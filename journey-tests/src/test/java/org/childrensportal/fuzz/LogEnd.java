package org.childrensportal.fuzz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What has come to a server's log since it was last looked at. */
final class LogEnd {

    private final Path log;
    private long read;

    LogEnd(Path log) {
        this.log = log;
        this.read = log.toFile().length();
    }

    /** The new lines that tell of an error. */
    List<String> errors() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] added = new byte[Math.toIntExact(file.length() - read)];
            file.seek(read);
            file.readFully(added);
            String text = new String(added, StandardCharsets.UTF_8);
            int whole = text.lastIndexOf('\n') + 1;
            read += text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
            return text.substring(0, whole)
                    .lines()
                    .filter(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\S+ +(ERROR|FATAL) .*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
