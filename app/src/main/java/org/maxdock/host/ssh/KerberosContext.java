package org.maxdock.host.ssh;

import com.jcraft.jsch.GSSContext;
import com.jcraft.jsch.JSchException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.MessageProp;
import org.ietf.jgss.Oid;
import org.maxdock.text.Message;

/**
 * Logs in with the user's Kerberos ticket (RFC 4462, gssapi-with-mic). JSch makes one by the name of its class. The
 * ticket itself stays here; {@link Delegating} hands it to the server, for GSSAPIDelegateCredentials.
 */
public class KerberosContext implements GSSContext {

    /** The same, with the ticket handed to the server. */
    public static final class Delegating extends KerberosContext {
        @Override
        boolean delegates() {
            return true;
        }
    }

    private static final String KERBEROS = "1.2.840.113554.1.2.2";

    private static final int JAVAS_OWN = -1;

    private String host;
    private boolean begun;
    private org.ietf.jgss.GSSContext context;

    /**
     * Has Java take tickets where the system's Kerberos has them, of whatever kind the cache is, where that library is
     * installed; else from a cache that is a file. Nobody is asked for a password on the way.
     */
    static void prepare() {
        if (System.getProperty("sun.security.jgss.native") == null) {
            System.setProperty("sun.security.jgss.native", "true");
        }
        if (System.getProperty("javax.security.auth.useSubjectCredsOnly") == null) {
            System.setProperty("javax.security.auth.useSubjectCredsOnly", "false");
        }
        if (System.getProperty("java.security.auth.login.config") == null) {
            Configuration.setConfiguration(new TicketsOnly());
        }
    }

    /** Java's own Kerberos: tickets from the cache, and no question. */
    private static final class TicketsOnly extends Configuration {
        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return new AppConfigurationEntry[] {
                new AppConfigurationEntry(
                        "com.sun.security.auth.module.Krb5LoginModule",
                        AppConfigurationEntry.LoginModuleControlFlag.REQUIRED,
                        Map.of("useTicketCache", "true", "doNotPrompt", "true"))
            };
        }
    }

    boolean delegates() {
        return false;
    }

    @Override
    public void create(String user, String host) throws JSchException {
        this.host = host;
        try {
            context = contextFor(host);
        } catch (GSSException | SecurityException e) {
            throw failed(e);
        }
    }

    private org.ietf.jgss.GSSContext contextFor(String name) throws GSSException {
        GSSManager manager = GSSManager.getInstance();
        GSSName server = manager.createName("host@" + name, GSSName.NT_HOSTBASED_SERVICE);
        org.ietf.jgss.GSSContext made =
                manager.createContext(server, new Oid(KERBEROS), null, org.ietf.jgss.GSSContext.DEFAULT_LIFETIME);
        made.requestMutualAuth(true);
        made.requestInteg(true);
        made.requestCredDeleg(delegates());
        return made;
    }

    /** Java's own Kerberos tells that as it tells that there is no ticket at all. */
    private static boolean knowsNoSuchName(GSSException e) {
        return e.getMajor() == GSSException.FAILURE
                || e.getMajor() == GSSException.NO_CRED && e.getMinor() == JAVAS_OWN;
    }

    /** What Kerberos says is told when nobody was let in: that there is no ticket, or that it has expired. */
    private static JSchException failed(Exception e) {
        String said = String.valueOf(e.getMessage());
        if (LoginRecord.CURRENT.isBound()) {
            LoginRecord.CURRENT.get().passedOver(told(e, ServerText.visible(said)));
        }
        return new JSchException(said, e);
    }

    /** Of tickets that have expired Java finds no name, and says no more than that. */
    private static Message told(Exception e, String said) {
        return switch (e instanceof GSSException gss ? gss.getMajor() : GSSException.FAILURE) {
            case GSSException.BAD_NAME -> Message.of("ssh.kerberos.expired");
            case GSSException.NO_CRED -> Message.of("ssh.kerberos.none", said);
            default -> Message.of("ssh.kerberos.failed", said);
        };
    }

    /** The name that the address has: what the system's Kerberos asks for by default, and Java's own does not. */
    private static String canonical(String host) {
        try {
            return InetAddress.getByName(host).getCanonicalHostName();
        } catch (UnknownHostException e) {
            return host;
        }
    }

    @Override
    public boolean isEstablished() {
        return context.isEstablished();
    }

    @Override
    public byte[] init(byte[] token, int start, int length) throws JSchException {
        try {
            return begun ? context.initSecContext(token, start, length) : begin(token, start, length);
        } catch (GSSException | SecurityException e) {
            throw failed(e);
        }
    }

    /**
     * For the name as it was given, of which Kerberos makes what krb5.conf(5) says; where it knows none of that name,
     * for the one of its address.
     */
    private byte[] begin(byte[] token, int start, int length) throws GSSException {
        begun = true;
        try {
            return context.initSecContext(token, start, length);
        } catch (GSSException e) {
            String canonical = knowsNoSuchName(e) ? canonical(host) : host;
            if (canonical.equals(host)) {
                throw e;
            }
            context = contextFor(canonical);
            return context.initSecContext(token, start, length);
        }
    }

    @Override
    public byte[] getMIC(byte[] message, int start, int length) {
        try {
            return context.getMIC(message, start, length, new MessageProp(0, true));
        } catch (GSSException e) {
            return null;
        }
    }

    @Override
    public void dispose() {
        try {
            context.dispose();
        } catch (GSSException e) {
            System.getLogger(KerberosContext.class.getName()).log(System.Logger.Level.DEBUG, "not disposed", e);
        }
    }
}
