package org.childrensportal.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A release")
class ReleaseFilesIT {

    private static final String TOP = "childrens-portal-" + ReleaseFiles.VERSION + "/";
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:|#)([^)\\s#]+)[^)\\s]*\\)");

    @Test
    @DisplayName("has a zip with the jars, the realm, the list of parts, documents and licences")
    void zip() throws IOException {
        Map<String, byte[]> zip = ReleaseFiles.in(ReleaseFiles.ZIP);
        assertThat(zip.keySet()).allMatch(name -> name.startsWith(TOP));
        for (Path jar : List.of(ReleaseFiles.EXTENSION, ReleaseFiles.THEMES)) {
            assertThat(zip.get(TOP + "providers/" + jar.getFileName()))
                    .isEqualTo(Files.readAllBytes(jar));
        }
        assertThat(zip)
                .containsKeys(TOP + "README.md", TOP + "CHANGELOG.md", TOP + "docs/versions.md")
                .containsKeys(TOP + "LICENSE", TOP + "NOTICE", TOP + "sbom.json", TOP + "sbom.xml");
        JsonNode realm = new ObjectMapper().readTree(zip.get(TOP + "portal-realm.json"));
        assertThat(realm.path("realm").asText()).isEqualTo("portal");
    }

    @Test
    @DisplayName("has documents whose links lead to a file in the zip")
    void links() throws IOException {
        Map<String, byte[]> zip = ReleaseFiles.in(ReleaseFiles.ZIP);
        List<String> broken = new ArrayList<>();
        zip.forEach(
                (name, bytes) -> {
                    if (name.endsWith(".md")) {
                        String text = new String(bytes, StandardCharsets.UTF_8);
                        LINK.matcher(FENCED.matcher(text).replaceAll(""))
                                .results()
                                .map((MatchResult link) -> link.group(1))
                                .map(link -> Path.of(name).resolveSibling(link).normalize())
                                .filter(target -> !zip.containsKey(target.toString()))
                                .forEach(target -> broken.add(name + " -> " + target));
                    }
                });
        assertThat(broken).isEmpty();
    }

    @Test
    @DisplayName("has the SHA-256 sum of each file")
    void sums() throws IOException, GeneralSecurityException {
        Map<String, byte[]> files = ReleaseFiles.under(ReleaseFiles.FOLDER);
        String sums = new String(files.remove("SHA256SUMS"), StandardCharsets.UTF_8);
        Map<String, String> expected = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(file.getValue());
            expected.put(file.getKey(), HexFormat.of().formatHex(sum));
        }
        Map<String, String> written = new TreeMap<>();
        sums.lines().forEach(line -> written.put(line.substring(66), line.substring(0, 64)));
        assertThat(written).isEqualTo(expected);
    }

    @Test
    @DisplayName("names its parts, and the licence of each, and has a notice for those of others")
    void parts() throws IOException {
        Path file = ReleaseFiles.FOLDER.resolve("sbom.json");
        assertThat(file).as("made with a network only: without -o").exists();
        JsonNode bom = new ObjectMapper().readTree(file.toFile());
        String notice = Files.readString(Path.of("../NOTICE"));
        List<String> names = new ArrayList<>();
        for (JsonNode part : bom.path("components")) {
            String name = part.path("name").asText();
            names.add(name);
            assertThat(part.path("licenses")).as(name).isNotEmpty();
            if (!part.path("group").asText().equals("org.childrensportal")) {
                assertThat(notice).contains(name);
            }
        }
        assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "extension", "themes", "realm-config", "govuk-frontend", "nbvcxz");
    }
}
