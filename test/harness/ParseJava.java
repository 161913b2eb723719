import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import com.sun.source.util.JavacTask;

/**
 * Reads source files, one per line in Base64, and answers each with what the compiler's parser says against it, in Base64 too.
 * One process reads many: starting one takes longer than reading a hundred files.
 */
class ParseJava {
    public static void main(String[] arguments) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String source = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
            String found = parse(compiler, source);
            System.out.println(Base64.getEncoder().encodeToString(found.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String parse(JavaCompiler compiler, String source) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Code.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostics, List.of("-proc:none"), null, List.of(file));
        task.parse();
        StringBuilder found = new StringBuilder();
        for (var diagnostic : diagnostics.getDiagnostics()) {
            found.append(diagnostic.getLineNumber()).append(": ").append(diagnostic.getMessage(null)).append('\n');
        }
        return found.toString();
    }
}
