package org.maxdock.host.ssh;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What stands for {@code %h}, {@code ~} and ${VARIABLE} in values of the configuration (ssh_config(5), TOKENS and
 * ENVIRONMENT VARIABLES).
 *
 * @param values for each token's letter
 * @param variables this machine's environment
 */
record Tokens(Map<Character, String> values, Map<String, String> variables, Path home) {

    private static final Pattern TOKEN = Pattern.compile("%(.?)", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(.*?)}");

    Tokens {
        values = Map.copyOf(values);
    }

    /**
     * The tokens for a server.
     *
     * @param given what the user calls it
     * @param alias its HostKeyAlias, or its address
     */
    static Tokens of(SshMachine machine, String given, String host, int port, String user, String alias, String jump) {
        String connection = hash(machine.name() + host + port + user + jump);
        return new Tokens(
                Map.ofEntries(
                        Map.entry('%', "%"),
                        Map.entry('C', connection),
                        Map.entry('d', machine.home().toString()),
                        Map.entry('h', host),
                        Map.entry('i', machine.uid()),
                        Map.entry('j', jump),
                        Map.entry('k', alias),
                        Map.entry('L', machine.name().replaceFirst("\\..*", "")),
                        Map.entry('l', machine.name()),
                        Map.entry('n', given),
                        Map.entry('p', String.valueOf(port)),
                        Map.entry('r', user),
                        Map.entry('u', machine.user())),
                machine.variables(),
                machine.home());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A text with its tokens replaced.
     *
     * @param keyword whose value it is, for the trouble about a token that there is not
     */
    String percent(String keyword, String text) throws Trouble {
        StringBuilder out = new StringBuilder();
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            String value = m.group(1).isEmpty() ? null : values.get(m.group(1).charAt(0));
            if (value == null) {
                throw new Trouble(TroubleKind.SSH_OPTION_BAD, keyword, text);
            }
            m.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return m.appendTail(out).toString();
    }

    /** A file's name with variables, tokens and a leading {@code ~} or {@code ~NAME} replaced. */
    Path path(String keyword, String text) throws Trouble {
        StringBuilder out = new StringBuilder();
        Matcher m = VARIABLE.matcher(text);
        while (m.find()) {
            String value = variables.get(m.group(1));
            if (value == null) {
                throw new Trouble(TroubleKind.SSH_OPTION_BAD, keyword, text);
            }
            m.appendReplacement(out, Matcher.quoteReplacement(value.replace("%", "%%")));
        }
        String named = m.appendTail(out).toString();
        int slash = named.indexOf('/');
        String first = slash < 0 ? named : named.substring(0, slash);
        String rest = named.substring(first.length());
        String folder = first.startsWith("~") ? atHome(keyword, first, text).replace("%", "%%") : first;
        return Path.of(percent(keyword, folder + rest));
    }

    /** A file's name of which nothing but a leading {@code ~} or {@code ~NAME} is still to be replaced. */
    Path atHome(String keyword, String file) throws Trouble {
        return Path.of(atHome(keyword, file, file));
    }

    private String atHome(String keyword, String file, String text) throws Trouble {
        return new Tilde(home).expand(file).orElseThrow(() -> new Trouble(TroubleKind.SSH_OPTION_BAD, keyword, text));
    }
}
