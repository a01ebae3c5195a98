package org.childrensportal.themes.build;

import com.sass_lang.embedded_protocol.OutputStyle;
import de.larsgrefer.sass.embedded.SassCompiler;
import de.larsgrefer.sass.embedded.SassCompilerFactory;
import de.larsgrefer.sass.embedded.importer.ClasspathImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Compiles the style sheet when the jar is built: the source first, then every place it goes to.
 */
public final class CompileStylesheet {

    private CompileStylesheet() {}

    public static void main(String[] files) throws Exception {
        Path source = Path.of(files[0]);
        try (SassCompiler sass = SassCompilerFactory.bundled()) {
            sass.setOutputStyle(OutputStyle.COMPRESSED);
            sass.setQuietDeps(true);
            // govuk-frontend 5 is written with @import.
            sass.addSilenceDeprecation("import");
            sass.addSilenceDeprecation("if-function");
            sass.registerImporter(new ClasspathImporter().autoCanonicalize());
            String css = sass.compileFile(source.toFile()).getCss();
            for (String target : Arrays.asList(files).subList(1, files.length)) {
                Files.createDirectories(Path.of(target).getParent());
                Files.writeString(Path.of(target), css);
            }
        }
    }
}
