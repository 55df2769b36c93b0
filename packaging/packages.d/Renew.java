import java.io.BufferedOutputStream;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code java Renew.java JAR RENEWED}: copies a jar, its classes of before Java 6 written anew as those of Java 6 or
 * later, with the stack maps that these have (JVMS 4.10.1). The cache of loaded classes (JEP 483) takes no older
 * ones, and the verifier is slower with them. The code itself stays what it is.
 */
final class Renew {

    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_7_VERSION;

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
                .filter(e -> !e.isDirectory())
                .sorted(Comparator.comparing(JarEntry::getName))
                .toList();
        for (JarEntry entry : entries) {
            byte[] bytes = jar.getInputStream(entry).readAllBytes();
            ZipEntry copy = new ZipEntry(entry.getName());
            copy.setTimeLocal(entry.getTimeLocal());
            renewed.putNextEntry(copy);
            renewed.write(entry.getName().endsWith(".class") ? renewed(bytes) : bytes);
            renewed.closeEntry();
        }
    }

    private byte[] renewed(byte[] bytes) {
        ClassModel old = classes.parse(bytes);
        return old.majorVersion() >= FIRST_WITH_STACK_MAPS
                ? bytes
                : classes.transformClass(
                        old, ClassTransform.transformingMethodBodies(CodeBuilder::with).andThen(Renew::withVersion));
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
