package org.maxdock.host.ssh;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Why a login failed, as a sentence that names the server. */
record LoginFailure(SshConfig config, Asker asker, HostKeyCheck check, LoginRecord record) {

    private static final Pattern NOT_LET_IN = Pattern.compile("Auth (?:fail|cancel) for methods '(.*)'");

    /** The server ends the connection itself, as many do after six tries (RFC 4253, 11.1: reasons 2 and 14). */
    private static final Pattern TOO_OFTEN = Pattern.compile("SSH_MSG_DISCONNECT: (?:2|14) (.*[Aa]uthenti.*)");

    Trouble trouble(Exception e) {
        if (check.refusal().isPresent()) {
            return check.refusal().get();
        }
        String name = config.trust().name();
        String said = deepest(record.broken().orElse(e));
        Matcher refused = NOT_LET_IN.matcher(String.valueOf(e.getMessage()));
        if (e instanceof LoginEnded || refused.find() && record.broken().isEmpty()) {
            return new Trouble(e, TroubleKind.AUTH_FAILED, asker)
                    .with(record.told(e instanceof LoginEnded ? "" : refused.group(1)));
        }
        Matcher tooOften = TOO_OFTEN.matcher(said);
        if (tooOften.find()) {
            List<Message> told = new ArrayList<>(record.told(""));
            told.addFirst(Message.of("ssh.tried.ended", ServerText.visible(tooOften.group(1))));
            return new Trouble(e, TroubleKind.AUTH_FAILED, asker).with(told);
        }
        if (record.broken().isPresent()) {
            return new Trouble(e, TroubleKind.CONNECT_FAILED, asker, ServerText.visible(said)).with(record.told(""));
        }
        return switch (e) {
            case JSchRevokedHostKeyException x ->
                new Trouble(e, TroubleKind.HOST_KEY_REVOKED, name, ServerText.visible(said));
            case JSchHostKeyException x ->
                new Trouble(e, TroubleKind.HOST_CERTIFICATE_BAD, name, ServerText.visible(said));
            case JSchAlgoNegoFailException x ->
                new Trouble(
                        e,
                        TroubleKind.NO_COMMON_ALGORITHM,
                        asker,
                        AlgorithmKind.of(x.getAlgorithmName()),
                        ServerText.visible(String.valueOf(x.getServerProposal())));
            case Exception x
            when said.startsWith("rejected HostKey") ->
                new Trouble(e, TroubleKind.HOST_CERTIFICATE_BAD, name, ServerText.visible(said));
            case Exception x
            when said.contains("version string") || said.contains("closed by foreign host") ->
                new Trouble(e, TroubleKind.NO_SSH_SERVER, asker, config.host(), config.port());
            default -> new Trouble(e, TroubleKind.CONNECT_FAILED, asker, ServerText.visible(said));
        };
    }

    private static String deepest(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
