import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code java Renew.java JAR RENEWED}: copies a jar as a quick start needs it. Its classes of before Java 6 are
 * written anew as those of Java 6 or later, with the stack maps that these have (JVMS 4.10.1): the cache of loaded
 * classes (JEP 483) takes no older ones, and the verifier is slower with them. Its signatures are left out: they would
 * be verified again at each start, which the package's own checksum makes needless. It offers Java no providers of
 * algorithms, as Bouncy Castle does: Java would set up all that are offered, for any that it looks for, and the program
 * names the one that it uses. picocli looks for Groovy when it is loaded, which opens every library to find that there
 * is none; that it has found none is written into it.
 */
final class Renew {

    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_7_VERSION;

    private static final String LEFT_OUT =
            "META-INF/([^/]+\\.(SF|RSA|DSA|EC)|services/java\\.security\\.Provider)";

    private final JarFile jar;
    private final ClassFile classes;

    private Renew(JarFile jar) {
        this.jar = jar;
        this.classes = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(
                                c -> open(c.descriptorString().replaceAll("^L|;$", "") + ".class"))
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    public static void main(String[] words) throws IOException {
        try (JarFile jar = new JarFile(words[0]);
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(Path.of(words[1])));
                ZipOutputStream renewed = new ZipOutputStream(file)) {
            new Renew(jar).copyTo(renewed);
        }
    }

    private void copyTo(ZipOutputStream renewed) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(e -> !e.isDirectory() && !e.getName().matches(LEFT_OUT))
                .sorted(Comparator.comparing(JarEntry::getName))
                .toList();
        for (JarEntry entry : entries) {
            byte[] bytes = jar.getInputStream(entry).readAllBytes();
            ZipEntry copy = new ZipEntry(entry.getName());
            copy.setTimeLocal(entry.getTimeLocal());
            renewed.putNextEntry(copy);
            renewed.write(changed(entry.getName(), bytes));
            renewed.closeEntry();
        }
    }

    private byte[] changed(String name, byte[] bytes) throws IOException {
        if (name.endsWith(".class")) {
            return renewed(bytes);
        }
        return name.equals(JarFile.MANIFEST_NAME) ? withoutDigests(bytes) : bytes;
    }

    /** What is said of single files is what their signature is of. */
    private static byte[] withoutDigests(byte[] bytes) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(bytes));
        manifest.getEntries().clear();
        ByteArrayOutputStream main = new ByteArrayOutputStream();
        manifest.write(main);
        return main.toByteArray();
    }

    private byte[] renewed(byte[] bytes) {
        ClassModel old = classes.parse(bytes);
        ClassTransform change = ClassTransform.ACCEPT_ALL;
        if (old.majorVersion() < FIRST_WITH_STACK_MAPS) {
            change = ClassTransform.transformingMethodBodies(CodeBuilder::with).andThen(Renew::withVersion);
        }
        if (old.thisClass().asInternalName().equals("picocli/CommandLine$DefaultFactory")) {
            change = change.andThen(ClassTransform.transformingMethodBodies(
                    method -> method.methodName().equalsString("loadClosureClass"), new NoClass()));
        }
        return change == ClassTransform.ACCEPT_ALL ? bytes : classes.transformClass(old, change);
    }

    /** What returns no class, whatever it did before. */
    private static final class NoClass implements CodeTransform {

        @Override
        public void atStart(CodeBuilder code) {
            code.aconst_null().areturn();
        }

        @Override
        public void accept(CodeBuilder code, CodeElement dropped) {}
    }

    private static void withVersion(ClassBuilder builder, ClassElement element) {
        builder.with(
                element instanceof ClassFileVersion ? ClassFileVersion.of(FIRST_WITH_STACK_MAPS, 0) : element);
    }

    private java.io.InputStream open(String name) {
        try {
            JarEntry entry = jar.getJarEntry(name);
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
